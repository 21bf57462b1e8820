"""A presentation made by hand, with a different value in every place that LibreOffice does not write."""

from __future__ import annotations

from .leaks import planted
from .parts import pack
from .word import relations

BY_HAND = planted(
    "第二页 隐藏图形 组合 版式 会话批注 会话回复 会话作者 智能图形 图表标题 图表缓存 标签 节名称 未列入的页 备注母版 "
    "单位 自定义部件"
)
_P = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)


def part(root: str, inside: str, attributes: str = "") -> str:
    """Give a part with this root element, all prefixes known."""
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {_P} {attributes}>{inside}</{root}>'


def shape(text: str, properties: str = "", place: str = "") -> str:
    """Give a shape with a paragraph of text."""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='2' name='s' {properties}/></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:p>"
        f"<a:r><a:t>{text[:6]}</a:t></a:r><a:r><a:t>{text[6:]}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def slide(inside: str) -> str:
    """Give a slide of shapes."""
    return part("p:sld", f"<p:cSld><p:spTree>{inside}</p:spTree></p:cSld>")


def by_hand() -> bytes:
    """Give the places that LibreOffice does not write."""
    value = BY_HAND
    far = "<a:xfrm><a:off x='90000' y='0'/><a:ext cx='10' cy='10'/></a:xfrm>"
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": part(
                "p:presentation",
                '<p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId1"/></p:sldIdLst>'
                f'<p:sldSz cx="1000" cy="1000"/><p:extLst><p14:section name="{value["节名称"]}"/></p:extLst>',
            ),
            "ppt/_rels/presentation.xml.rels": relations(
                ("slide", "slides/slide1.xml"), ("slide", "slides/slide2.xml"), ("authors", "authors.xml")
            ),
            "ppt/slides/slide1.xml": slide(shape(value["第二页"])),
            "ppt/slides/slide2.xml": slide(
                shape(value["隐藏图形"], "hidden='1'")
                + f"<p:grpSp>{shape(value['组合'], place=far)}</p:grpSp>"
            ),
            "ppt/slides/_rels/slide1.xml.rels": relations(
                ("comments", "../comments/modern1.xml"),
                ("chart", "../charts/chart1.xml"),
                ("diagramData", "../diagrams/data1.xml"),
            ),
            "ppt/slides/slide7.xml": slide(shape(value["未列入的页"])),
            "ppt/authors.xml": part(
                "p188:authorLst", f'<p188:author id="{{1}}" name="赵六 {value["会话作者"]}"/>'
            ),
            "ppt/comments/modern1.xml": part(
                "p188:cmLst",
                f'<p188:cm authorId="{{1}}"><p188:replyLst><p188:reply authorId="{{1}}"><p188:txBody><a:p><a:r><a:t>'
                f"{value['会话回复']}</a:t></a:r></a:p></p188:txBody></p188:reply></p188:replyLst><p188:txBody><a:p>"
                f"<a:r><a:t>{value['会话批注']}</a:t></a:r></a:p></p188:txBody></p188:cm>",
            ),
            "ppt/slideLayouts/slideLayout1.xml": part("p:sldLayout", shape(value["版式"])),
            "ppt/notesMasters/notesMaster1.xml": part("p:notesMaster", shape(value["备注母版"])),
            "ppt/tags/tag1.xml": part("p:tagLst", f'<p:tag name="OWNER" val="{value["标签"]}"/>'),
            "ppt/charts/chart1.xml": part(
                "c:chartSpace",
                f"<c:title><a:p><a:r><a:t>{value['图表标题']}</a:t></a:r></a:p></c:title><c:ser><c:val><c:pt><c:v>"
                f"{value['图表缓存']}</c:v></c:pt></c:val></c:ser>",
            ),
            "ppt/diagrams/data1.xml": part(
                "dgm:dataModel", f"<dgm:t><a:p><a:r><a:t>{value['智能图形']}</a:t></a:r></a:p></dgm:t>"
            ),
            "docProps/app.xml": f"<Properties><Company>局 {value['单位']}</Company></Properties>",
            "customXml/item1.xml": f"<data><id>{value['自定义部件']}</id></data>",
        }
    )
