"""A presentation by LibreOffice Impress, with a different value in every place that it knows."""

from __future__ import annotations

from .flat import PIXEL, flat
from .leaks import planted
from .soffice import convert

FROM_IMPRESS = planted(
    "标题 文本框 拆成几段 表格 备注 隐藏页 页外 批注 批注作者 替代文字 母版 作者 自定义属性 链接 图形名称"
)
_IMPRESS = """
<office:meta><meta:initial-creator>拟稿 {作者}</meta:initial-creator>
 <meta:user-defined meta:name="联系人">{自定义属性}</meta:user-defined></office:meta>
<office:styles/>
<office:automatic-styles>
 <style:page-layout style:name="P"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"
  fo:margin="0cm"/></style:page-layout>
 <style:style style:name="Gone" style:family="drawing-page"><style:drawing-page-properties
  presentation:visibility="hidden"/></style:style>
 <style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="M" style:page-layout-name="P">
 <draw:frame svg:x="1cm" svg:y="19cm" svg:width="9cm" svg:height="1cm"><draw:text-box><text:p>{母版}</text:p>
 </draw:text-box></draw:frame></style:master-page></office:master-styles>
<office:body><office:presentation>
 <draw:page draw:name="一" draw:master-page-name="M">
  <draw:frame presentation:class="title" svg:x="1cm" svg:y="1cm" svg:width="20cm" svg:height="3cm">
   <draw:text-box><text:p>汇报 {标题}</text:p></draw:text-box></draw:frame>
  <draw:frame draw:name="框{图形名称}" svg:x="1cm" svg:y="5cm" svg:width="20cm" svg:height="3cm"><draw:text-box>
   <text:p>{文本框}</text:p><text:p>{前}<text:span text:style-name="Bold">{后}</text:span></text:p>
   <text:p><text:a xlink:type="simple" xlink:href="http://example.cn/?id={链接}">链接</text:a></text:p>
   </draw:text-box></draw:frame>
  <draw:frame svg:x="1cm" svg:y="9cm" svg:width="20cm" svg:height="3cm"><table:table>
   <table:table-column/><table:table-column/>
   <table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell><table:table-cell><text:p>证件</text:p>
   </table:table-cell></table:table-row>
   <table:table-row><table:table-cell><text:p>张三</text:p></table:table-cell><table:table-cell><text:p>{表格}</text:p>
   </table:table-cell></table:table-row></table:table></draw:frame>
  <draw:frame svg:x="40cm" svg:y="5cm" svg:width="9cm" svg:height="3cm"><draw:text-box><text:p>{页外}</text:p>
   </draw:text-box></draw:frame>
  <draw:frame svg:x="1cm" svg:y="15cm" svg:width="1cm" svg:height="1cm"><draw:image><office:binary-data>{pixel}
   </office:binary-data></draw:image><svg:desc>{替代文字}</svg:desc></draw:frame>
  <presentation:notes><draw:frame presentation:class="notes" svg:x="1cm" svg:y="12cm" svg:width="9cm" svg:height="3cm">
   <draw:text-box><text:p>{备注}</text:p></draw:text-box></draw:frame></presentation:notes>
  <office:annotation svg:x="1cm" svg:y="1cm"><dc:creator>审校 {批注作者}</dc:creator>
   <dc:date>2026-03-01T09:00:00</dc:date><text:p>{批注}</text:p></office:annotation>
 </draw:page>
 <draw:page draw:name="二" draw:master-page-name="M" draw:style-name="Gone">
  <draw:frame svg:x="1cm" svg:y="5cm" svg:width="20cm" svg:height="3cm"><draw:text-box><text:p>{隐藏页}</text:p>
   </draw:text-box></draw:frame></draw:page>
</office:presentation></office:body>
"""


def from_impress(target: str = "pptx:Impress MS PowerPoint 2007 XML") -> bytes:
    """Give the places that LibreOffice Impress knows, written by it."""
    split = FROM_IMPRESS["拆成几段"]
    text = _IMPRESS.format(**FROM_IMPRESS, pixel=PIXEL, 前=split[:8], 后=split[8:])
    return convert(flat("presentation", text), ".fodp", target)
