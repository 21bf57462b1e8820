"""A workbook by LibreOffice Calc whose conditional formats keep some cells from being seen."""

from __future__ import annotations

from .flat import flat
from .leaks import planted
from .soffice import convert

CONDITIONAL = planted("恒真 不为空 大于 涂黑 不成立 由他格决定 另有底色")
_STYLES = """
<office:styles>
 <style:style style:name="Default" style:family="table-cell"/>
 <style:style style:name="White" style:family="table-cell" style:parent-style-name="Default">
  <style:text-properties fo:color="#ffffff"/></style:style>
 <style:style style:name="Black" style:family="table-cell" style:parent-style-name="Default">
  <style:table-cell-properties fo:background-color="#000000"/><style:text-properties fo:color="#000000"/></style:style>
</office:styles>
<office:automatic-styles>
 <style:style style:name="Blue" style:family="table-cell" style:parent-style-name="Default">
  <style:table-cell-properties fo:background-color="#0070c0"/></style:style>
</office:automatic-styles>
"""
_ROW = (
    '<table:table-row><table:table-cell office:value-type="string" table:style-name="{2}"><text:p>{0}</text:p>'
    '</table:table-cell><table:table-cell office:value-type="float" office:value="{1}"/></table:table-row>'
)
_FORMAT = (
    '<calcext:conditional-format calcext:target-range-address="名单.{0}:名单.{0}"><calcext:condition '
    'calcext:apply-style-name="{1}" calcext:value="{2}" calcext:base-cell-address="名单.{0}"/>'
    "</calcext:conditional-format>"
)
_FORMATS = (
    ("A2", "White", "formula-is(TRUE)"),
    ("A3", "White", "formula-is([.A3]&lt;&gt;&quot;&quot;)"),
    ("A4", "White", "&gt;100"),
    ("A5", "Black", "formula-is(1=1)"),
    ("A6", "White", "&lt;100"),
    ("A7", "White", "formula-is([.B7]=50)"),
    ("A8", "White", "formula-is(TRUE)"),
    ("B2", "White", "=0"),
    ("B3", "White", "between(10,20)"),
)


def conditional(target: str = "xlsx:Calc MS Excel 2007 XML") -> bytes:
    """Give a sheet 名单, in column A a value a row below its title, in column B 0, 10, 20 and so on."""
    styles = dict.fromkeys(CONDITIONAL, "Default") | {"另有底色": "Blue"}
    rows = [_ROW.format("证件", "5", "Default")]
    rows += (
        _ROW.format(CONDITIONAL[name], number * 10, style)
        for number, (name, style) in enumerate(styles.items())
    )
    formats = "".join(_FORMAT.format(*each) for each in _FORMATS)
    body = (
        f'<office:body><office:spreadsheet><table:table table:name="名单">{"".join(rows)}'
        f"<calcext:conditional-formats>{formats}</calcext:conditional-formats></table:table>"
        "</office:spreadsheet></office:body>"
    )
    return convert(flat("spreadsheet", _STYLES + body), ".fods", target)
