"""A Word document by LibreOffice Writer, with a different value in every place that it knows."""

from __future__ import annotations

from .flat import PIXEL, flat
from .leaks import planted
from .soffice import convert

FROM_WRITER = planted(
    "正文 拆成几段 标题 表格 嵌套表格 页眉 首页页眉 页脚 文本框 脚注 尾注 批注 批注作者 插入 删除 "
    "修订作者 隐藏 白色 极小 替代文字 属性标题 属性主题 属性关键词 属性备注 属性作者 自定义属性 链接 "
    "拼音基字 拼音 列表编号 书签 涂黑"
)

_WRITER = """<office:meta><dc:title>通知 {属性标题}</dc:title><dc:subject>{属性主题}</dc:subject>
 <dc:description>{属性备注}</dc:description><meta:keyword>{属性关键词}</meta:keyword>
 <meta:initial-creator>拟稿 {属性作者}</meta:initial-creator>
 <meta:user-defined meta:name="联系人">{自定义属性}</meta:user-defined></office:meta>
<office:styles>
 <style:style style:name="Standard" style:family="paragraph"/>
 <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
  style:default-outline-level="1"/>
 <text:list-style style:name="Numbers"><text:list-level-style-number text:level="1" style:num-format="1"
  style:num-prefix="{列表编号} "/></text:list-style>
</office:styles>
<office:automatic-styles>
 <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm"
  fo:page-height="29.7cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/>
  </style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/>
  </style:footer-style></style:page-layout>
 <style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/>
 </style:style>
 <style:style style:name="White" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
 <style:style style:name="Tiny" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
 <style:style style:name="Black" style:family="text"><style:text-properties fo:color="#000000"
  fo:background-color="#000000"/></style:style>
 <style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/>
 </style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
 <style:header><text:p>{页眉}</text:p></style:header>
 <style:header-first><text:p>{首页页眉}</text:p></style:header-first>
 <style:footer><text:p>{页脚}</text:p></style:footer>
 <style:footer-first><text:p>第一页</text:p></style:footer-first>
</style:master-page></office:master-styles>
<office:body><office:text>
 <text:tracked-changes>
  <text:changed-region text:id="c1" xml:id="c1"><text:insertion><office:change-info>
   <dc:creator>审校 {修订作者}</dc:creator><dc:date>2026-03-01T09:00:00</dc:date>
   </office:change-info></text:insertion></text:changed-region>
  <text:changed-region text:id="c2" xml:id="c2"><text:deletion><office:change-info>
   <dc:creator>李四</dc:creator><dc:date>2026-03-01T09:00:00</dc:date></office:change-info>
   <text:p>{删除}</text:p></text:deletion></text:changed-region>
 </text:tracked-changes>
 <text:h text:style-name="Heading_20_1" text:outline-level="1">关于测试的通知 {标题}</text:h>
 <text:p>各单位：{正文}</text:p>
 <text:p>前{首}<text:span text:style-name="Bold">{中}</text:span>{尾}后</text:p>
 <text:p>有<text:change-start text:change-id="c1"/>{插入}<text:change-end text:change-id="c1"/>插入</text:p>
 <text:p>有<text:change text:change-id="c2"/>删除</text:p>
 <text:p>批注<office:annotation><dc:creator>王五 {批注作者}</dc:creator>
  <dc:date>2026-03-01T09:00:00</dc:date><text:p>{批注}</text:p></office:annotation>在此</text:p>
 <text:p>脚注<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation>
  <text:note-body><text:p>{脚注}</text:p></text:note-body></text:note>，尾注<text:note text:id="e1"
  text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>
  <text:p>{尾注}</text:p></text:note-body></text:note></text:p>
 <text:p>隐藏<text:span text:style-name="Hidden">{隐藏}</text:span>白色<text:span
  text:style-name="White">{白色}</text:span>极小<text:span text:style-name="Tiny">{极小}</text:span></text:p>
 <text:p>涂黑<text:span text:style-name="Black">{涂黑}</text:span></text:p>
 <table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>
  <table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell><table:table-cell>
   <text:p>科室</text:p></table:table-cell><table:table-cell><text:p>证件</text:p></table:table-cell>
   </table:table-row>
  <table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell><table:table-cell>
   <text:p>二科</text:p></table:table-cell><table:table-cell><text:p>{表格}</text:p></table:table-cell>
   </table:table-row></table:table>
 <text:p/>
 <table:table table:name="Outer"><table:table-column/><table:table-row><table:table-cell>
  <text:p>外层</text:p><table:table table:name="Inner"><table:table-column
  table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>内层</text:p>
  </table:table-cell><table:table-cell><text:p>{嵌套表格}</text:p></table:table-cell></table:table-row>
  </table:table></table:table-cell></table:table-row></table:table>
 <text:p>框<draw:frame text:anchor-type="paragraph" svg:width="5cm" svg:height="1cm" draw:name="框 1">
  <draw:text-box><text:p>{文本框}</text:p></draw:text-box></draw:frame></text:p>
 <text:p>图<draw:frame text:anchor-type="as-char" svg:width="1cm" svg:height="1cm" draw:name="图 1">
  <draw:image><office:binary-data>{pixel}</office:binary-data></draw:image>
  <svg:desc>{替代文字}</svg:desc></draw:frame></text:p>
 <text:p><text:a xlink:type="simple" xlink:href="http://example.cn/?id={链接}">链接</text:a></text:p>
 <text:p><text:ruby><text:ruby-base>{拼音基字}</text:ruby-base><text:ruby-text>{拼音}</text:ruby-text>
  </text:ruby></text:p>
 <text:list text:style-name="Numbers"><text:list-item><text:p>第一项</text:p></text:list-item></text:list>
 <text:p><text:bookmark text:name="证{书签}"/>书签</text:p>
</office:text></office:body>
"""


def from_writer(target: str = "docx:MS Word 2007 XML") -> bytes:
    """Give the places that LibreOffice Writer knows, written by it."""
    split = FROM_WRITER["拆成几段"]
    text = _WRITER.format(
        **FROM_WRITER,
        pixel=PIXEL,
        首=split[:6],
        中=split[6:14],
        尾=split[14:],
    )
    return convert(flat("text", text), ".fodt", target)


# Where every format keeps a value: place, kind, location.
EVERYWHERE = (
    ("正文", "body", "第 2 段"),
    ("拆成几段", "body", "第 3 段"),
    ("标题", "body", "第 1 段"),
    ("表格", "body", "表 1 第 2 行第 3 列"),
    ("页眉", "header", "页眉，第 1 段"),
    ("页脚", "footer", "页脚，第 1 段"),
    ("文本框", "body", "文本框，第 1 段"),
    ("脚注", "note", "脚注 1，第 1 段"),
    ("尾注", "note", "尾注 1，第 1 段"),
    ("批注作者", "property", "审阅者“批注作者”"),
    ("插入", "inserted", "修订（插入，审校 …），第 4 段"),
    ("插入", "body", "第 4 段"),
    ("删除", "deleted", "修订（删除，李四），第 5 段"),
    ("修订作者", "property", "审阅者“修订作者”"),
    ("隐藏", "hidden", "隐藏文字，第 8 段"),
    ("白色", "hidden", "白色的文字，第 8 段"),
    ("极小", "hidden", "极小的文字，第 8 段"),
    ("属性标题", "property", "属性“标题”"),
    ("属性主题", "property", "属性“主题”"),
    ("属性关键词", "property", "属性“关键词”"),
    ("属性备注", "property", "属性“备注”"),
    ("自定义属性", "property", "自定义属性“联系人”"),
)
