"""A workbook by LibreOffice Calc, with a different value in every place that it knows."""

from __future__ import annotations

from .flat import flat
from .leaks import planted
from .soffice import convert

FROM_CALC = planted(
    "单元格 富文本 公式结果 隐藏表 隐藏行 隐藏列 批注 批注作者 页眉 页脚 数据验证 定义的名称 链接 "
    "作者 自定义属性 文本框 表名 白字 底色字 涂黑 反白"
)
_CALC = """
<office:meta><meta:initial-creator>拟稿 {作者}</meta:initial-creator>
 <meta:user-defined meta:name="联系人">{自定义属性}</meta:user-defined></office:meta>
<office:automatic-styles>
 <style:style style:name="Gone" style:family="table"><style:table-properties table:display="false"/></style:style>
 <style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
 <number:date-style style:name="D"><number:year number:style="long"/><number:text>-</number:text><number:month
  number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
 <style:style style:name="Date" style:family="table-cell" style:data-style-name="D"/>
 <style:style style:name="White" style:family="table-cell"><style:text-properties fo:color="#ffffff"/></style:style>
 <style:style style:name="Lost" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b0f0"/>
  <style:text-properties fo:color="#00b0f0"/></style:style>
 <style:style style:name="Black" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/>
  <style:text-properties fo:color="#000000"/></style:style>
 <style:style style:name="Seen" style:family="table-cell"><style:table-cell-properties fo:background-color="#00b0f0"/>
  <style:text-properties fo:color="#ffffff"/></style:style>
 <style:page-layout style:name="Page"><style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Default" style:page-layout-name="Page">
 <style:header><text:p>{页眉}</text:p></style:header><style:footer><text:p>{页脚}</text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:spreadsheet>
 <table:content-validations><table:content-validation table:name="V"
  table:condition="of:cell-content-is-in-list(&quot;{数据验证}&quot;;&quot;乙&quot;)"/></table:content-validations>
 <table:table table:name="名单">
  <table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>
  <table:table-row>{cells}</table:table-row>
  <table:table-row>
   <table:table-cell office:value-type="string"><text:p>张三</text:p></table:table-cell>
   <table:table-cell office:value-type="string"><text:p>{单元格}</text:p></table:table-cell>
   <table:table-cell office:value-type="float" office:value="13800138000"/>
   <table:table-cell office:value-type="string"><text:p>{隐藏列}</text:p></table:table-cell></table:table-row>
  <table:table-row>
   <table:table-cell office:value-type="string"><text:p>李四</text:p></table:table-cell>
   <table:table-cell office:value-type="string"><text:p>{前}<text:span text:style-name="Bold">{后}</text:span>
    </text:p></table:table-cell>
   <table:table-cell office:value-type="string" table:formula="of:=CONCATENATE(&quot;{公式结果}&quot;;&quot;号&quot;)"
    office:string-value="{公式结果}号"/></table:table-row>
  <table:table-row table:visibility="collapse">
   <table:table-cell office:value-type="string"><text:p>王五</text:p></table:table-cell>
   <table:table-cell office:value-type="string"><text:p>{隐藏行}</text:p></table:table-cell></table:table-row>
  <table:table-row>
   <table:table-cell table:style-name="Date" office:value-type="date" office:date-value="2026-03-07"/>
   <table:table-cell table:content-validation-name="V" office:value-type="string"><text:p>乙</text:p>
    <office:annotation><dc:creator>审校 {批注作者}</dc:creator><text:p>{批注}</text:p></office:annotation>
   </table:table-cell>
   <table:table-cell office:value-type="string"><text:p><text:a xlink:type="simple"
    xlink:href="http://example.cn/?id={链接}">链接</text:a></text:p></table:table-cell></table:table-row>
  <table:table-row><table:table-cell>
   <draw:frame svg:width="5cm" svg:height="1cm"><draw:text-box><text:p>{文本框}</text:p></draw:text-box></draw:frame>
   </table:table-cell></table:table-row>
  <table:table-row>
   <table:table-cell table:style-name="White" office:value-type="string"><text:p>{白字}</text:p></table:table-cell>
   <table:table-cell table:style-name="Lost" office:value-type="string"><text:p>{底色字}</text:p></table:table-cell>
   <table:table-cell table:style-name="Black" office:value-type="string"><text:p>{涂黑}</text:p></table:table-cell>
   </table:table-row><table:table-row>
   <table:table-cell table:style-name="Seen" office:value-type="string"><text:p>{反白}</text:p></table:table-cell>
   </table:table-row>
 </table:table>
 <table:table table:name="底稿" table:style-name="Gone"><table:table-row>
  <table:table-cell office:value-type="string"><text:p>{隐藏表}</text:p></table:table-cell></table:table-row></table:table>
 <table:table table:name="表{表名}"><table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p>
  </table:table-cell></table:table-row></table:table>
 <table:named-expressions><table:named-expression table:name="N" table:base-cell-address="$名单.$A$1"
  table:expression="&quot;{定义的名称}&quot;"/></table:named-expressions>
</office:spreadsheet></office:body>
"""


def from_calc(target: str = "xlsx:Calc MS Excel 2007 XML") -> bytes:
    """Give the places that LibreOffice Calc knows, written by it."""
    head = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{title}</text:p></table:table-cell>'
        for title in ("姓名", "证件", "电话", "备用证件")
    )
    rich = FROM_CALC["富文本"]
    text = _CALC.format(**FROM_CALC, cells=head, 前=rich[:7], 后=rich[7:])
    return convert(flat("spreadsheet", text), ".fods", target)


# Where every format of workbooks keeps a value: place, kind, location.
IN_EVERY_WORKBOOK = (
    ("单元格", "cell", "工作表“名单”!B2"),
    ("富文本", "cell", "工作表“名单”!B3"),
    ("公式结果", "attribute", "公式，工作表“名单”!C3"),
    ("隐藏表", "hidden", "隐藏的工作表，工作表“底稿”!A1"),
    ("隐藏行", "hidden", "隐藏行列，工作表“名单”!B4"),
    ("隐藏列", "hidden", "隐藏行列，工作表“名单”!D2"),
    ("白字", "hidden", "白色的文字，工作表“名单”!A7"),
    ("底色字", "covered", "与底色相同的文字，工作表“名单”!B7"),
    ("涂黑", "covered", "涂黑的文字，工作表“名单”!C7"),
    ("反白", "cell", "工作表“名单”!A8"),
    ("批注", "comment", "批注（审校 …），工作表“名单”!B5"),
    ("批注作者", "property", "审阅者“批注作者”"),
    ("定义的名称", "attribute", "定义的名称"),
    ("自定义属性", "property", "自定义属性“联系人”"),
    ("表名", "attribute", "工作表名称"),
)
