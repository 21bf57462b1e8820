"""A Word document made by hand, with a different value in every place that LibreOffice does not write."""

from __future__ import annotations

from .leaks import planted
from .parts import pack

BY_HAND = planted(
    "移走 移入 默认样式隐藏 最后修改者 单位 经理 应用模板 模板路径 文档变量 自定义部件 域代码 简单域 "
    "控件名称 下拉选项 智能图形 图表标题 图表缓存 艺术字水印 导入块 内嵌表格 构建基块 审阅者账号 "
    "邮件合并 链接提示 备用内容 公式 偶数页页眉 未知部件 孤立部件 图形标题 注释标记 表单域 删除的段 "
    "符号前后"
)

_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def relations(*items: tuple[str, str], external: tuple[tuple[str, str], ...] = ()) -> str:
    """Give a part of relations: pairs of a type and a target, numbered from rId1."""
    every = [*((kind, target, "") for kind, target in items)]
    every += [(kind, target, ' TargetMode="External"') for kind, target in external]
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate(every, 1)
    )
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{inside}</Relationships>'
    )


def paragraph(text: str, look: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p><w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    """Give a Word document with this body."""
    return pack(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            **(parts or {}),
        }
    )


def part(root: str, inside: str) -> str:
    """Give a part with this root element, all prefixes known."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_W}>{inside}</{root.split(maxsplit=1)[0]}>'


_BODY = """
<w:p><w:moveFrom w:author="李四"><w:r><w:t>{移走}</w:t></w:r></w:moveFrom>
 <w:moveTo w:author="李四"><w:r><w:t>{移入}</w:t></w:r></w:moveTo></w:p>
<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>{默认样式隐藏}</w:t></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF {域甲}</w:instrText></w:r>
 <w:r><w:instrText>{域乙} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:p><w:fldSimple w:instr="DOCPROPERTY {简单域}"><w:r><w:t>值</w:t></w:r></w:fldSimple></w:p>
<w:sdt><w:sdtPr><w:alias w:val="证 {控件名称}"/><w:dropDownList><w:listItem w:displayText="{下拉选项}"
 w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent><w:p><w:r><w:t>选一项</w:t></w:r></w:p>
 </w:sdtContent></w:sdt>
<w:p><w:hyperlink w:tooltip="{链接提示}"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t>
 </w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r>
 <w:t>{备用内容}</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>
<w:p><m:oMath><m:r><m:t>{公式}</m:t></m:r></m:oMath></w:p>
<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" title="{图形标题}"/></wp:inline></w:drawing></w:r></w:p>
<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:helpText w:val="{表单域}"/>
 </w:ffData></w:fldChar></w:r></w:p>
<w:p><w:pPr><w:rPr><w:del w:author="李四"/></w:rPr></w:pPr><w:r><w:t>{段甲}</w:t></w:r></w:p>
<w:p><w:r><w:t>{段乙}</w:t></w:r></w:p>
<w:p><w:r><w:t>{符甲}</w:t><w:noBreakHyphen/><w:t>{符乙}</w:t></w:r></w:p>
<!-- {注释标记} -->
<w:altChunk r:id="rId9"/>
<w:sectPr><w:headerReference w:type="even" r:id="rId1"/></w:sectPr>
"""


def by_hand() -> bytes:
    """Give the places that LibreOffice does not write."""
    value = dict(BY_HAND)
    for name, first, second in (
        ("域代码", "域甲", "域乙"),
        ("删除的段", "段甲", "段乙"),
        ("符号前后", "符甲", "符乙"),
    ):
        value[first], value[second] = BY_HAND[name][:9], BY_HAND[name][9:]
    inner = docx(paragraph(value["内嵌表格"]))
    return docx(
        _BODY.format(**value),
        {
            "word/_rels/document.xml.rels": relations(
                ("header", "header1.xml"), external=(("hyperlink", "mailto:a@example.cn"),)
            ),
            "word/header1.xml": part(
                "w:hdr",
                paragraph(value["偶数页页眉"])
                + f'<w:p><w:r><w:pict><v:shape><v:textpath string="{value["艺术字水印"]}"/></v:shape></w:pict>'
                "</w:r></w:p>",
            ),
            "word/styles.xml": part(
                "w:styles",
                '<w:style w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style>'
                '<w:style w:styleId="Secret"><w:name w:val="S"/><w:basedOn w:val="Base"/></w:style>',
            ),
            "word/settings.xml": part(
                "w:settings",
                f'<w:docVars><w:docVar w:name="证件" w:val="{value["文档变量"]}"/></w:docVars>'
                f'<w:mailMerge><w:query w:val="SELECT * WHERE id={value["邮件合并"]}"/></w:mailMerge>',
            ),
            "word/_rels/settings.xml.rels": relations(
                external=(("attachedTemplate", f"file:///D:/{value['模板路径']}/通知.dotx"),)
            ),
            "word/people.xml": part(
                "w15:people",
                f'<w15:person w15:author="王五"><w15:presenceInfo w15:providerId="AD" w15:userId="{value["审阅者账号"]}"/>'
                "</w15:person>",
            ),
            "word/glossary/document.xml": part(
                "w:glossaryDocument",
                f"<w:docParts><w:docPart><w:docPartBody>{paragraph(value['构建基块'])}</w:docPartBody>"
                "</w:docPart></w:docParts>",
            ),
            "word/charts/chart1.xml": part(
                "c:chartSpace",
                f"<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{value['图表标题']}</a:t></a:r></a:p></c:rich>"
                "</c:tx></c:title><c:ser><c:tx><c:v>证件</c:v></c:tx><c:cat><c:pt><c:v>张三</c:v></c:pt></c:cat>"
                f"<c:val><c:pt><c:v>{value['图表缓存']}</c:v></c:pt></c:val></c:ser></c:chart>",
            ),
            "word/diagrams/data1.xml": part(
                "dgm:dataModel",
                f"<dgm:t><a:p><a:r><a:t>{value['智能图形'][:5]}</a:t></a:r><a:r><a:t>{value['智能图形'][5:]}</a:t>"
                "</a:r></a:p></dgm:t>",
            ),
            "word/afchunk.html": f"<html><body><p>{value['导入块']}</p></body></html>",
            "word/embeddings/inner.docx": inner,
            "customXml/item1.xml": f"<data xmlns='urn:x'><id>{value['自定义部件']}</id></data>",
            "docProps/core.xml": part(
                "coreProperties", f"<lastModifiedBy>{value['最后修改者']}</lastModifiedBy>"
            ),
            "docProps/app.xml": part(
                "Properties",
                f"<Company>局 {value['单位']}</Company><Manager>{value['经理']}</Manager>"
                f"<Template>{value['应用模板']}.dotm</Template><Pages>3</Pages>",
            ),
            "word/vendor.xml": f'<v:thing xmlns:v="urn:v" v:holder="{value["未知部件"]}"/>',
            "word/ghost/document2.xml": part(
                "w:document", f"<w:body>{paragraph(value['孤立部件'])}</w:body>"
            ),
        },
    )
