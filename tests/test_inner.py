"""The name of a file inside a document is text for the rules, and no output tells a value in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from email.policy import SMTP
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker
from prepub_check.model import Report, Source
from prepub_check.readers import read
from prepub_check.readers.inner import Inner
from prepub_check.writers import WRITERS, Style

from .documents import ofd, pdf
from .documents.archives import make_zip
from .documents.compound import put_together
from .documents.parts import pack
from .documents.winword import native
from .documents.word import docx, paragraph

ID = "110105199003078510"
NAME = f"张三{ID}.txt"
INSIDE = "请各单位核对。".encode()
CHECKER = Checker()


def eml() -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = "材料"
    mail.set_content("见附件")
    mail.add_attachment(INSIDE, "text", "plain", filename=NAME)
    return mail.as_bytes()


def two_names() -> bytes:
    """Give a mail whose attachment has one name to save it by and another beside it."""
    return (
        b"MIME-Version: 1.0\r\nContent-Type: text/plain; name=" + ID.encode() + b".txt\r\n"
        b"Content-Disposition: attachment; filename=list.txt\r\n\r\ntext\r\n"
    )


def forwarded() -> bytes:
    """Give a mail whose attached mail has a name of its own as a file."""
    inner, mail = EmailMessage(policy=SMTP), EmailMessage(policy=SMTP)
    inner.set_content("见附件")
    mail.set_content("转发")
    mail.add_attachment(inner, filename=NAME)
    return mail.as_bytes()


def archived() -> bytes:
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\nContent-Location: http://example.cn/" + ID.encode() + b".txt\r\n\r\n"
        b"text\r\n--b--\r\n"
    )


def msg() -> bytes:
    folder = "__attach_version1.0_#00000000/"
    return put_together(
        {
            "__properties_version1.0": bytes(32),
            "__substg1.0_1000001F": "见附件".encode("utf-16-le"),
            f"{folder}__properties_version1.0": bytes(8),
            f"{folder}__substg1.0_3707001F": "名单.txt".encode("utf-16-le"),
            f"{folder}__substg1.0_3001001F": NAME.encode("utf-16-le"),
            f"{folder}__substg1.0_37010102": INSIDE,
        }
    )


def packaged() -> bytes:
    packed = native(NAME, "C:\\x", INSIDE)
    return put_together({"ObjectPool/_1/\x01Ole10Native": packed})


def rtf() -> bytes:
    content = native(NAME, "C:\\x", INSIDE)[4:]
    head = bytes(8) + b"\x08\0\0\0Package\0" + bytes(8) + len(content).to_bytes(4, "little")
    return b"{\\rtf1\\ansi {\\object{\\*\\objdata " + (head + content).hex().encode() + b"}}\\par text}"


def odt(name: str) -> bytes:
    content = (
        "<office:document-content xmlns:office='urn:o' xmlns:text='urn:t'><office:body><office:text>"
        "<text:p>甲</text:p></office:text></office:body></office:document-content>"
    )
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            name: f"<v x='甲乙'>{'乙' * 3}</v>" if name.endswith(".xml") else INSIDE,
        }
    )


def ofd_attached(name: str, file: str) -> bytes:
    return ofd.package(
        {
            "OFD.xml": ofd.part("OFD", "<DocBody><DocRoot>Document.xml</DocRoot></DocBody>"),
            "Document.xml": ofd.part(
                "Document",
                '<Pages><Page ID="1" BaseLoc="P.xml"/></Pages><Attachments>A.xml</Attachments>',
            ),
            "P.xml": ofd.page(ofd.text(20, 20, "甲")),
            "A.xml": ofd.part(
                "Attachments", f'<Attachment ID="1" Name="{name}"><FileLoc>{file}</FileLoc></Attachment>'
            ),
            file.strip("/"): INSIDE,
            f"Left/{ID}.xml": ofd.part("Res", "<Font FontName='旧的字体'/>"),
        }
    )


def pdf_attached(*, size: str = "") -> bytes:
    objects = pdf.Objects()
    attached = objects.stream(INSIDE, "/Type/EmbeddedFile")
    entry = f"<</Type/Filespec/F(n.txt)/UF{pdf.string(NAME)}/EF<</F {attached}>>>>"
    names = f"/Names<</EmbeddedFiles<</Names[{pdf.string('x')} {entry}]>>>>"
    return pdf.pdf(pdf.write(72, 800, "甲"), objects=objects, catalog=names + size)


MADE: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        "a.zip": lambda: make_zip({NAME: INSIDE}),
        "a.eml": eml,
        "name.eml": two_names,
        "forwarded.eml": forwarded,
        "a.mht": archived,
        "a.msg": msg,
        "a.doc": packaged,
        "a.rtf": rtf,
        "a.docx": lambda: docx(paragraph("甲"), {f"word/embeddings/{NAME}": INSIDE}),
        "part.docx": lambda: docx(paragraph("甲"), {f"vendor/{ID}.xml": "<v holder='甲乙丙'/>"}),
        "broken.docx": lambda: docx(paragraph("甲"), {f"vendor/{ID}.xml": "<v holder='甲乙丙'"}),
        "a.odt": lambda: odt(f"Files/{NAME}"),
        "object.odt": lambda: odt(f"{ID}/data.xml"),
        "a.ofd": lambda: ofd_attached(NAME, "n.txt"),
        "file.ofd": lambda: ofd_attached("名单", f"/{ID}.txt"),
        "a.pdf": pdf_attached,
        "nested.zip": lambda: make_zip({"a.eml": eml()}),
    }
)


@pytest.fixture(scope="module", params=MADE)
def report(request: pytest.FixtureRequest) -> Report:
    return CHECKER.check_bytes(MADE[request.param](), request.param)


def test_a_value_in_the_name_of_an_inner_file_is_found_among_the_names(report: Report) -> None:
    found = [each for each in report.findings if each.value.reveal() == ID]
    assert ("attachment", "内含文件的名称") in {(each.location.kind, str(each.location)) for each in found}


@pytest.mark.parametrize("form", WRITERS)
def test_no_output_tells_a_value_in_the_name_of_an_inner_file(report: Report, form: str) -> None:
    told = WRITERS[form](report, Style(unused=True, recognised=True))
    assert "内含文件的名称" in told
    assert ID[6:14] not in told


def test_a_file_is_known_by_the_end_of_its_name_though_values_in_it_are_hidden() -> None:
    document = read(Source("a.eml", eml()))
    assert [member.name for member in document.members] == ["a.eml › 张三11*************510.txt"]


def test_names_that_programs_make_are_not_listed() -> None:
    made = {
        "word/media/image1.png": b"x",
        "word/embeddings/Microsoft_Office_Excel_Worksheet1.xlsx": b"x",
        "Pictures/10000201000001F4000001F4ABCDEF0123456789.png": b"x",
    }
    document = read(Source("a.docx", docx(paragraph("甲"), {**made})))
    assert "内含文件的名称" not in {part.name for part in document.parts}
    assert len(document.members) == len(made)


@given(
    st.lists(st.sampled_from(["a.txt", "a（2）.txt", "a（3）.txt", f"{ID}.txt", "110105199103078510.txt"]))
)
def test_no_two_files_have_one_path(names: list[str]) -> None:
    inner = Inner("a")
    for name in names:
        inner.attach(name, b"x")
    paths = [file.name for file in inner.files]
    assert len({*paths}) == len(names) == len(inner.names)
    assert all(path.endswith(".txt") for path in paths)


@pytest.mark.parametrize(
    "value",
    [ID, "13800138000", "138-0013-8000", "6222 0200 0000 0000 018", "010-12345678", "zhangsan@example.cn",
     "E12345678", "91110108MA01ABCD12", "AKIA0000EXAMPLE00000"],
)  # fmt: skip
def test_no_path_tells_a_value(value: str) -> None:
    inner = Inner("a")
    inner.attach(f"张三{value}.txt", b"x")
    assert value not in inner.files[0].name
    assert inner.files[0].name.endswith(".txt")
    assert inner.names == [f"张三{value}.txt"]
