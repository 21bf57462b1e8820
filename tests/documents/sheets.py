"""A workbook made by hand, with a different value in every place that LibreOffice does not write."""

from __future__ import annotations

from .leaks import planted
from .parts import pack
from .word import relations

BY_HAND = planted(
    "内联字符串 共享字符串 零补位 深度隐藏表 白色单元格 不显示单元格 会话批注 会话参与者 透视表记录 "
    "透视表字段值 透视表遗留项 外部链接值 外部链接路径 数据连接 自定义属性 孤立表 绘图 图表标题 "
    "图表缓存 保存路径 写保护者 输入提示 拼音 表格定义 共享修订 打印页眉 方案 形状批注 自定义部件 "
    "替代文字"
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def part(root: str, inside: str) -> str:
    """Give a part of a workbook with this root element."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{root} xmlns="{_MAIN}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        f'xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac">{inside}</{root.split(maxsplit=1)[0]}>'
    )


def xlsx(sheet: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """Give a workbook with one sheet 名单 of this markup."""
    return pack(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": part(
                "workbook", '<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets>'
            ),
            "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": part("worksheet", sheet),
            **(parts or {}),
        }
    )


def by_hand() -> bytes:
    """Give the places that LibreOffice does not write."""
    value = BY_HAND
    padded = value["零补位"]
    styles = part(
        "styleSheet",
        '<numFmts count="2"><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId="165" '
        'formatCode="000000000000000000"/></numFmts><fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts>'
        '<fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
    )
    sheet = part(
        "worksheet",
        "<sheetData>"
        f'<row r="1"><c r="A1" t="inlineStr"><is><r><t>{value["内联字符串"][:4]}</t></r><r><t>'
        f'{value["内联字符串"][4:]}</t></r></is></c><c r="B1" t="s"><v>0</v></c></row>'
        f'<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>{value["白色单元格"]}</t></is></c>'
        f'<c r="B2" s="2" t="str"><v>{value["不显示单元格"]}</v></c></row>'
        f'<row r="3"><c r="A3" s="3"><v>{padded}</v></c></row></sheetData>'
        f'<scenarios><scenario name="s" comment="{value["方案"]}"/></scenarios>'
        f'<dataValidations><dataValidation prompt="{value["输入提示"]}" sqref="A1"/></dataValidations>'
        f'<headerFooter><oddHeader>&amp;C&amp;"宋体"&amp;14{value["打印页眉"]}</oddHeader></headerFooter>'
        '<legacyDrawing r:id="rId2"/>',
    )
    deep = part(
        "worksheet",
        f'<sheetData><row r="5"><c r="C5" t="inlineStr"><is><t>{value["深度隐藏表"]}</t></is></c></row></sheetData>',
    )
    lost = deep.replace(value["深度隐藏表"], value["孤立表"])
    fields = (
        '<cacheFields><cacheField name="姓名"><sharedItems/></cacheField><cacheField name="证件"><sharedItems>'
        f'<s v="{value["透视表字段值"]}"/><s v="{value["透视表遗留项"]}"/></sharedItems></cacheField></cacheFields>'
    )
    return xlsx(
        "",
        {
            "xl/workbook.xml": part(
                "workbook",
                f'<fileSharing userName="赵六 {value["写保护者"]}"/><x15ac:absPath url="D:\\\\{value["保存路径"]}\\\\"/>'
                '<sheets><sheet name="名单" sheetId="1" r:id="rId1"/>'
                '<sheet name="底稿" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>',
            ),
            "xl/_rels/workbook.xml.rels": relations(
                ("worksheet", "worksheets/sheet1.xml"),
                ("worksheet", "worksheets/sheet2.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ),
            "xl/styles.xml": styles,
            "xl/sharedStrings.xml": part(
                "sst",
                f"<si><r><t>{value['共享字符串'][:8]}</t></r><r><t>{value['共享字符串'][8:]}</t></r>"
                f'<rPh sb="0" eb="1"><t>{value["拼音"]}</t></rPh></si>',
            ),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                ("threadedComment", "../threadedComments/t1.xml"),
                ("vmlDrawing", "../drawings/vml1.vml"),
                ("drawing", "../drawings/drawing1.xml"),
            ),
            "xl/worksheets/sheet2.xml": deep,
            "xl/worksheets/sheet9.xml": lost,
            "xl/threadedComments/t1.xml": part(
                "ThreadedComments",
                f'<threadedComment ref="B2" personId="{{1}}"><text>{value["会话批注"]}</text></threadedComment>',
            ),
            "xl/persons/person.xml": part(
                "personList", f'<person displayName="钱七 {value["会话参与者"]}" id="{{1}}" userId="None"/>'
            ),
            "xl/drawings/vml1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div>'
            f"{value['形状批注']}<br></div></v:textbox></v:shape></xml>",
            "xl/drawings/drawing1.xml": part(
                "xdr:wsDr",
                "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col></xdr:from><xdr:sp><xdr:nvSpPr><xdr:cNvPr "
                f'descr="{value["替代文字"]}"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>'
                f"{value['绘图']}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>",
            ),
            "xl/charts/chart1.xml": part(
                "c:chartSpace",
                f"<c:title><a:p><a:r><a:t>{value['图表标题']}</a:t></a:r></a:p></c:title><c:ser><c:cat><c:pt><c:v>"
                f"{value['图表缓存']}</c:v></c:pt></c:cat><c:val><c:pt><c:v>3</c:v></c:pt></c:val></c:ser>",
            ),
            "xl/pivotCache/pivotCacheDefinition1.xml": part("pivotCacheDefinition", fields),
            "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations(
                ("pivotCacheRecords", "pivotCacheRecords1.xml")
            ),
            "xl/pivotCache/pivotCacheRecords1.xml": part(
                "pivotCacheRecords", f'<r><s v="周八 {value["透视表记录"]}"/><x v="0"/></r>'
            ),
            "xl/externalLinks/externalLink1.xml": part(
                "externalLink",
                '<externalBook r:id="rId1"><sheetNames><sheetName val="S"/></sheetNames><sheetDataSet><sheetData>'
                f'<row r="2"><cell r="B2" t="str"><v>{value["外部链接值"]}</v></cell></row></sheetData></sheetDataSet>'
                "</externalBook>",
            ),
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                external=(("externalLinkPath", f"file:///D:/{value['外部链接路径']}/a.xlsx"),)
            ),
            "xl/connections.xml": part(
                "connections",
                f'<connection name="库"><dbPr connection="UID={value["数据连接"]}"/></connection>',
            ),
            "xl/tables/table1.xml": part(
                "table", f'<tableColumns><tableColumn name="{value["表格定义"]}"/></tableColumns>'
            ),
            "xl/revisions/revisionLog1.xml": part(
                "revisions", f"<rcc><oc><is><t>{value['共享修订']}</t></is></oc></rcc>"
            ),
            "docProps/custom.xml": f'<Properties><property name="经办"><v>{value["自定义属性"]}</v></property></Properties>',
            "customXml/item1.xml": f"<data><id>{value['自定义部件']}</id></data>",
        },
    )
