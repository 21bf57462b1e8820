"""OFD files (GB/T 33190-2016) written part by part, with a different leak in each place."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

PLACES = (
    *("正文", "逐字", "折行", "表格", "模板", "复合对象", "遮盖", "图片下", "白字", "不可见", "透明", "页外"),
    *("批注", "隐藏批注", "批注外观", "附件", "标引", "属性", "自定义属性", "大纲", "链接", "签名", "扩展"),
    *("旧版本", "第二个文档", "没有引用"),
)
_LONG = "请各单位认真组织学习，贯彻落实有关要求，具体事项请与办公室联系，请逐项核对，联系人的电话是"
LEAK = MappingProxyType({place: f"1380013{number:04}" for number, place in enumerate(PLACES, 9000)})
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{tag} xmlns:ofd="{space}" xmlns="{space}"{more}>'


def part(tag: str, content: str, more: str = "") -> str:
    """Give an XML part; elements in ``content`` need no prefix."""
    return _OPEN.format(tag=tag, more=more, space="http://www.ofdspec.org/2016") + content + f"</ofd:{tag}>"


def text(x: float, y: float, written: str, more: str = "", inner: str = "") -> str:
    """Give a text object of ten points, every character with its distance to the next."""
    step = 3.5
    deltas = f"g {len(written) - 1} {step}" if len(written) > 1 else ""
    return (
        f'<TextObject ID="1" Boundary="{x} {y} {step * len(written)} 5" Font="1" Size="{step}" {more}>{inner}'
        f'<TextCode X="0" Y="4" DeltaX="{deltas}">{written}</TextCode></TextObject>'
    )


def bar(x: float, y: float, width: float, height: float) -> str:
    """Give a black bar."""
    return (
        f'<PathObject ID="2" Boundary="{x} {y} {width} {height}" Fill="true"><FillColor Value="0 0 0"/>'
        f"<AbbreviatedData>M 0 0 L {width} 0 L {width} {height} L 0 {height} C</AbbreviatedData></PathObject>"
    )


def lines(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    """Give the lines of a table."""
    strokes = [f"M {xs[0]} {y} L {xs[-1]} {y}" for y in ys] + [f"M {x} {ys[0]} L {x} {ys[-1]}" for x in xs]
    data = " ".join(strokes)
    return f'<PathObject ID="3" Boundary="0 0 210 297"><AbbreviatedData>{data}</AbbreviatedData></PathObject>'


def page(*objects: str, template: str = "") -> str:
    """Give a page of objects."""
    used = f'<Template TemplateID="{template}"/>' if template else ""
    return part("Page", f"{used}<Content><Layer ID='9'>{''.join(objects)}</Layer></Content>")


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Zip parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def simple(*objects: str) -> bytes:
    """Give a file of one page."""
    return package(
        {
            "OFD.xml": part("OFD", "<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>"),
            "Doc_0/Document.xml": part("Document", '<Pages><Page ID="1" BaseLoc="P/Content.xml"/></Pages>'),
            "Doc_0/P/Content.xml": page(*objects),
        }
    )


def leaking() -> bytes:
    """Give a file with every leak."""
    return package(_parts())


def _parts() -> dict[str, str]:
    information = (
        f"<DocInfo><DocID>0</DocID><Author>电话{LEAK['属性']}</Author><CustomDatas>"
        f'<CustomData Name="联系人">电话{LEAK["自定义属性"]}</CustomData></CustomDatas></DocInfo>'
    )
    return {
        "OFD.xml": part(
            "OFD",
            f"<DocBody>{information}<DocRoot>Doc_0/Document.xml</DocRoot>"
            '<Versions><Version ID="1" Index="1" BaseLoc="Doc_0/V1.xml"/></Versions>'
            "<Signatures>Doc_0/Signs/Signatures.xml</Signatures></DocBody>"
            "<DocBody><DocRoot>Doc_1/Document.xml</DocRoot></DocBody>",
        ),
        "Doc_0/Document.xml": part(
            "Document",
            "<CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea>"
            '<DocumentRes>Res.xml</DocumentRes><TemplatePage ID="7" BaseLoc="Tpls/T.xml"/></CommonData>'
            '<Pages><Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></Pages>'
            f'<Outlines><OutlineElem Title="电话{LEAK["大纲"]}"/></Outlines>'
            "<Annotations>Annots/Annotations.xml</Annotations><Attachments>Attachs/Attachments.xml</Attachments>"
            "<CustomTags>Tags/CustomTags.xml</CustomTags><Extensions>Extensions.xml</Extensions>",
        ),
        "Doc_0/Res.xml": part(
            "Res",
            '<CompositeGraphicUnits><CompositeGraphicUnit ID="50"><Content>'
            f"{text(0, 0, '电话' + LEAK['复合对象'])}"
            "</Content></CompositeGraphicUnit></CompositeGraphicUnits><MultiMedias>"
            '<MultiMedia ID="51" Type="Image"><MediaFile>a.jpg</MediaFile></MultiMedia></MultiMedias>',
            ' BaseLoc="Res"',
        ),
        "Doc_0/Tpls/T.xml": page(text(20, 280, f"电话{LEAK['模板']}")),
        "Doc_0/Pages/Page_0/Content.xml": page(*_objects(), template="7"),
        "Doc_0/V1.xml": part("DocVersion", "<DocRoot>V1/Document.xml</DocRoot>", ' ID="1"'),
        "Doc_0/V1/Document.xml": part("Document", '<Pages><Page ID="1" BaseLoc="P.xml"/></Pages>'),
        "Doc_0/V1/P.xml": page(text(20, 20, f"电话{LEAK['正文']}"), text(20, 30, f"电话{LEAK['旧版本']}")),
        "Doc_1/Document.xml": part("Document", '<Pages><Page ID="1" BaseLoc="P.xml"/></Pages>'),
        "Doc_1/P.xml": page(text(20, 20, f"电话{LEAK['第二个文档']}")),
        "Doc_0/Old.xml": page(text(20, 20, f"电话{LEAK['没有引用']}")),
        **_beside(),
    }


def _beside() -> dict[str, str]:
    return {
        "Doc_0/Annots/Annotations.xml": part(
            "Annotations", '<Page PageID="1"><FileLoc>A.xml</FileLoc></Page>'
        ),
        "Doc_0/Annots/A.xml": part(
            "PageAnnot",
            f'<Annot ID="1" Type="Path" Creator="王五"><Remark>电话{LEAK["批注"]}</Remark></Annot>'
            f'<Annot ID="2" Type="Path" Visible="false"><Remark>电话{LEAK["隐藏批注"]}</Remark></Annot>'
            f'<Annot ID="3" Type="Stamp"><Appearance Boundary="20 200 100 10">'
            f"{text(0, 0, '电话' + LEAK['批注外观'])}</Appearance></Annot>"
            f'<Annot ID="4" Type="Link"><Action><URI URI="https://example.gov.cn/{LEAK["链接"]}"/></Action></Annot>',
        ),
        "Doc_0/Attachs/Attachments.xml": part(
            "Attachments", '<Attachment ID="1" Name="名单" Format="txt"><FileLoc>n.txt</FileLoc></Attachment>'
        ),
        "Doc_0/Attachs/n.txt": f"电话{LEAK['附件']}",
        "Doc_0/Tags/CustomTags.xml": part(
            "CustomTags", '<CustomTag TypeID="公文"><FileLoc>T.xml</FileLoc></CustomTag>'
        ),
        "Doc_0/Tags/T.xml": f"<公文 xmlns='urn:x'><联系人 电话='{LEAK['标引']}'/></公文>",
        "Doc_0/Extensions.xml": part(
            "Extensions",
            f'<Extension AppName="OA"><Property Name="电话" Type="s">{LEAK["扩展"]}</Property></Extension>',
        ),
        "Doc_0/Signs/Signatures.xml": part(
            "Signatures", '<Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'
        ),
        "Doc_0/Signs/Sign_0/Signature.xml": part(
            "Signature",
            f'<SignedInfo><Provider ProviderName="电话{LEAK["签名"]}"/>'
            "<SignatureDateTime>20260101</SignatureDateTime></SignedInfo><SignedValue>SignedValue.dat</SignedValue>",
        ),
        "Doc_0/Signs/Sign_0/SignedValue.dat": "\x00",
    }


def _objects() -> list[str]:
    number = LEAK["表格"]
    return [
        text(20, 20, f"电话{LEAK['正文']}"),
        *(text(20 + 3.5 * at, 30, letter) for at, letter in enumerate("电话")),
        *(text(27 + 1.75 * at, 30, letter) for at, letter in enumerate(LEAK["逐字"])),
        text(20, 40, _LONG + LEAK["折行"][:6]),
        text(20, 46, LEAK["折行"][6:] + "咨询。"),
        lines((20, 40, 64), (60, 66, 78)),
        *(text(22, 61, "姓名"), text(42, 61, "电话"), text(22, 67, "张三")),
        *(text(41, 67, number[:6]), text(41, 72, number[6:])),
        '<CompositeObject ID="5" Boundary="20 90 100 10" ResourceID="50"/>',
        text(20, 100, f"电话{LEAK['遮盖']}"),
        bar(27, 99, 40, 7),
        text(20, 110, f"电话{LEAK['图片下']}"),
        '<ImageObject ID="6" Boundary="27 109 40 7" ResourceID="51"/>',
        text(20, 120, f"电话{LEAK['白字']}", inner='<FillColor Value="255 255 255"/>'),
        text(20, 130, f"电话{LEAK['不可见']}", 'Visible="false"'),
        text(20, 140, f"电话{LEAK['透明']}", 'Alpha="0"'),
        text(220, 140, f"电话{LEAK['页外']}"),
    ]
