"""One PDF with a different leak in each place where text can stand or hide."""

from __future__ import annotations

from .pdf import FONT, Objects, box, grid, letters, pdf, revised, string, write

PLACES = (
    *(
        "正文",
        "逐字",
        "折行",
        "表格",
        "表单对象",
        "遮盖",
        "图片下",
        "标注下",
        "未执行的密文标注",
        "白字",
        "底色字",
    ),
    *("不可见", "页外", "裁剪", "极小", "图层", "斜排", "批注", "隐藏批注", "表单域", "隐藏表单域", "属性"),
    *("自定义属性", "XMP", "书签", "链接", "脚本", "附件", "第二页"),
)
LEAK = {place: f"1380013{number:04}" for number, place in enumerate(PLACES, 8000)}
EARLIER = "13900139000"


def hidden_pdf() -> bytes:
    """Make the file."""
    objects = Objects()
    form = objects.stream(write(72, 720, f"电话{LEAK['表单对象']}"), _form_entries(objects))
    image = objects.stream(
        b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    layer = objects.add(f"<</Type/OCG/Name{string('草稿层')}>>")
    return pdf(
        "".join(_first_page()),
        write(72, 800, f"电话{LEAK['第二页']}"),
        objects=objects,
        resources=f"/XObject<</Form {form}/Image {image}>>/Properties<</L {layer}>>",
        page=f"/Annots[{' '.join(_annotations())}]",
        catalog=_catalog(objects, layer),
        trailer=f"/Info<</Author{string('电话' + LEAK['属性'])}"
        f"/Handler{string('电话' + LEAK['自定义属性'])}>>",
    )


def revised_pdf() -> bytes:
    """Make a file whose first version said more."""
    data = pdf(write(72, 800, f"电话{EARLIER}") + write(72, 700, "各单位"))
    return revised(data, 2, "<</Length 0>>stream\n\nendstream")


def _first_page() -> list[str]:
    half = LEAK["表格"][:6], LEAK["表格"][6:]
    return [
        write(72, 800, f"电话{LEAK['正文']}"),
        letters(330, 800, f"电话{LEAK['逐字']}", size=10),
        write(72, 780, "请各单位认真组织学习贯彻落实，有关事项请与办公室联系，联系电话" + LEAK["折行"][:5]),
        write(72, 762, LEAK["折行"][5:] + "咨询。"),
        grid((72, 122, 182), (745, 705)),
        write(76, 730, "电话"),
        write(126, 730, half[0], size=8),
        write(126, 718, half[1], size=8),
        "q 1 0 0 1 150 0 cm /Form Do Q\n",
        write(72, 680, f"电话{LEAK['遮盖']}"),
        box(96, 676, 140, 16),
        write(300, 680, f"电话{LEAK['图片下']}"),
        "q 140 0 0 16 324 676 cm /Image Do Q\n",
        write(72, 650, f"电话{LEAK['标注下']}"),
        write(300, 650, f"电话{LEAK['未执行的密文标注']}"),
        write(72, 620, f"电话{LEAK['白字']}", colour="1 g"),
        box(300, 616, 200, 16, "0 0 1 rg"),
        write(304, 620, f"电话{LEAK['底色字']}", colour="0 0 1 rg"),
        write(72, 590, f"电话{LEAK['不可见']}", mode=3),
        write(700, 590, f"电话{LEAK['页外']}"),
        f"q 72 560 20 14 re W n {write(72, 560, '电话' + LEAK['裁剪'])} Q\n",
        write(300, 560, f"电话{LEAK['极小']}", size=1),
        f"/OC /L BDC {write(72, 530, '电话' + LEAK['图层'])} EMC\n",
        write(200, 300, f"电话{LEAK['斜排']}", turn="0.7 0.7 -0.7 0.7"),
    ]


def _annotations() -> list[str]:
    return [
        f"<</Subtype/Text/Rect[500 780 520 800]/T{string('王五')}/Contents{string('电话' + LEAK['批注'])}>>",
        f"<</Subtype/FreeText/F 2/Rect[500 700 520 720]/Contents{string('电话' + LEAK['隐藏批注'])}>>",
        "<</Subtype/Square/Rect[90 646 260 666]/IC[0 0 0]/C[0 0 0]>>",
        "<</Subtype/Redact/Rect[320 646 480 666]>>",
        f"<</Subtype/Link/Rect[72 500 100 520]/A<</S/URI/URI(https://example.gov.cn/{LEAK['链接']})>>>>",
    ]


def _catalog(objects: Objects, layer: str) -> str:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:oa="http://oa/">'
        f"<oa:Contact>{LEAK['XMP']}</oa:Contact></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
    metadata = objects.stream(packet, "/Type/Metadata/Subtype/XML", packed=True)
    attached = objects.stream(f"电话{LEAK['附件']}".encode(), "/Type/EmbeddedFile")
    entry = f"<</Type/Filespec/F(n.txt)/UF{string('名单.txt')}/EF<</F {attached}>>>>"
    bookmark = objects.add(f"<</Title{string('电话' + LEAK['书签'])}>>")
    script = f"<</S/JavaScript/JS(var phone = '{LEAK['脚本']}';)>>"
    fields = (
        f"<</FT/Tx/T{string('联系电话')}/V{string(LEAK['表单域'])}>>"
        f"<</FT/Tx/T{string('备用电话')}/F 2/V{string(LEAK['隐藏表单域'])}>>"
    )
    return (
        f"/Metadata {metadata}/Outlines<</First {bookmark}/Last {bookmark}>>/OpenAction {script}"
        f"/Names<</EmbeddedFiles<</Names[{string('名单.txt')} {entry}]>>>>/AcroForm<</Fields[{fields}]>>"
        f"/OCProperties<</OCGs[{layer}]/D<</OFF[{layer}]>>>>"
    )


def _form_entries(objects: Objects) -> str:
    font = objects.add(FONT)
    return f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F {font}>>>>"
