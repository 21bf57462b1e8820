"""A Word document of two thousand pages' text as Word writes it: fonts in every run, tables in between."""

from __future__ import annotations

import zipfile
from io import BytesIO

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_FONT = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/>'
_RUN = (
    '<w:r w:rsidRPr="00A77B3E"><w:rPr>{font}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
    "<w:t>{text}</w:t></w:r>"
)
_PARAGRAPH = (
    '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00C21D5A"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr>{font}<w:sz w:val="32"/></w:rPr></w:pPr>'
    "{runs}</w:p>"
)
_CELL = (
    '<w:tc><w:tcPr><w:tcW w:w="1704" w:type="dxa"/></w:tcPr><w:p w:rsidR="00A77B3E">'
    '<w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>'
)
_SENTENCES = (
    "各区县人民政府，市政府各部门，各有关单位，各大企业：",
    "为进一步规范全市政务公开工作，提高服务水平，",
    "经市政府同意，现将有关事项通知如下，",
    "请结合实际认真贯彻执行。",
)


def large_docx() -> list[bytes]:
    """Give a document of 4000 paragraphs and 100 tables, about 6 MB of markup."""
    runs = "".join(_RUN.format(font=_FONT, text=text) for text in _SENTENCES)
    paragraph = _PARAGRAPH.format(font=_FONT, runs=runs)
    row = f"<w:tr>{''.join(_CELL.format(text=f'第{number}列内容') for number in range(5))}</w:tr>"
    body = (paragraph * 40 + f"<w:tbl><w:tblPr/>{row * 20}</w:tbl>") * 100
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document '
        f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", document)
    return [file.getvalue()]
