"""A PDF that LibreOffice Writer makes of a page with a table."""

from __future__ import annotations

from .soffice import convert

_PAGE = """<html><head><meta charset="utf-8"><title>名单</title></head><body><h1>关于公布人员名单的通知</h1>
<p>各区县人民政府，市政府各部门，各有关单位：现将有关事项通知如下，请认真贯彻执行。</p>
<table border="1" style="border-collapse: collapse" width="100%">
<tr><th width="10%">序号</th><th width="20%">姓名</th><th width="15%">身份证号</th><th>备注</th></tr>
<tr><td>1</td><td>张三</td><td>11010519491231002X</td><td></td></tr>
<tr><td>2</td><td>李四</td><td>110105194912310038</td><td>低保</td></tr></table></body></html>"""


def from_writer() -> bytes:
    """Give the file; the third column is too narrow for what it holds."""
    return convert(convert(_PAGE.encode(), ".html", "odt"), ".odt", "pdf")
