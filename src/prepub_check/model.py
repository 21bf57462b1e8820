"""The nouns that every floor shares: what is checked, what is found, what could not be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, Protocol

from .errors import PrepubError

SCHEMA_VERSION: Final = "1.0"

Severity = Literal["block", "review", "info"]
Category = Literal["secrecy", "internal", "personal", "credential", "hidden"]
Decision = Literal["处理后公开", "依申请公开", "不予公开"]
Disclosure = Literal["主动公开", "依申请公开"]
Verdict = Literal["pass", "review", "block"]
Examination = Literal["examined", "partial", "unexamined"]
Box = tuple[float, float, float, float]
PartKind = Literal[
    "body",
    "heading",
    "cell",
    "header",
    "footer",
    "note",
    "comment",
    "inserted",
    "deleted",
    "hidden",
    "property",
    "attribute",
    "ocr",
    "attachment",
    "covered",
    "cache",
    "revision",
]

SEVERITY_RANK: Final[Mapping[str, int]] = MappingProxyType({"info": 0, "review": 1, "block": 2})
VERDICT_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {"pass": "未发现需处理的内容", "review": "需复核", "block": "不得公开"}
)
SEVERITY_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {"block": "不得公开", "review": "需复核", "info": "提示"}
)
CATEGORY_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "secrecy": "涉密标志",
        "internal": "内部与过程性标志",
        "personal": "个人信息",
        "credential": "口令与密钥",
        "hidden": "隐藏内容",
    }
)
KIND_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "body": "正文",
        "heading": "标题",
        "cell": "单元格",
        "header": "页眉",
        "footer": "页脚",
        "note": "脚注",
        "comment": "批注或注释",
        "inserted": "修订（插入）",
        "deleted": "修订（删除）",
        "hidden": "隐藏内容",
        "property": "文档属性",
        "attribute": "元素属性",
        "ocr": "图片文字",
        "attachment": "附件",
        "covered": "被遮住的文字",
        "cache": "缓存的数据",
        "revision": "早先的版本",
    }
)


class Secret:
    """A text that no repr, log or dump shows; ``reveal`` is the only way to it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Give the text itself, for a caller who was asked to show it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._text == self._text

    def __hash__(self) -> int:
        return hash(self._text)


@dataclass(frozen=True, slots=True)
class Source:
    """Something to check: bytes, a text that was never encoded, or a file still to be opened."""

    name: str
    data: bytes = field(default=b"", repr=False)
    text: str | None = field(default=None, repr=False)
    path: Path | None = None


class Location(NamedTuple):
    """Where something stands, in the document's own terms; every number counts from 1.

    ``path`` leads through containers (``a.zip › b.docx``). ``line`` and ``column`` count lines and code
    points of a text; ``row`` and ``cell`` count within ``table``, or within ``sheet``; ``box`` is left,
    top, right, bottom in points from the page's upper left corner; ``name`` is what the document calls
    the part, such as 批注 3（作者）. ``confidence`` is how sure a recogniser of characters is, up to 1.
    """

    path: str
    kind: PartKind = "body"
    line: int | None = None
    column: int | None = None
    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    name: str = ""
    confidence: float | None = None

    def __str__(self) -> str:
        part = self.name or ("" if self.kind in {"body", "cell"} else KIND_TITLE[self.kind])
        return "，".join(filter(None, (part, *self._places()))) or KIND_TITLE["body"]

    def _places(self) -> Iterator[str]:
        if self.page is not None:
            yield f"第 {self.page} 页"
        if self.sheet is not None:
            yield f"工作表“{self.sheet}”" + (f"!{cell_name(self.row, self.cell)}" if self.row else "")
        elif self.table is not None:
            yield f"表 {self.table} 第 {self.row} 行第 {self.cell} 列"
        if self.paragraph is not None:
            yield f"第 {self.paragraph} 段"
        if self.line is not None:
            yield f"第 {self.line} 行" + ("" if self.column is None else f"第 {self.column} 列")
        if self.confidence is not None:
            yield f"识别可信度 {self.confidence:.0%}"


def cell_name(row: int, cell: int | None) -> str:
    """Give a cell's name as spreadsheets write it, or its row's number where the cell is not known.

    >>> cell_name(5, 3), cell_name(1, 28)
    ('C5', 'AB1')
    """
    letters = ""
    left = cell or 0
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


class Places(Protocol):
    """The way from an offset in a part's text to its place in the document."""

    def locate(self, offset: int) -> Location:
        """Give the location of the code point at ``offset`` (0 ≤ offset ≤ length of the text)."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of text of one kind: cells joined by tab, rows and paragraphs by newline.

    ``name`` is what coverage calls it, such as 页眉 or 工作表“名单”. The first ``borrowed`` code points stand
    in another part too: the header of the columns that some of the rows were put aside from.
    """

    kind: PartKind
    text: str = field(repr=False)
    places: Places = field(repr=False)
    name: str = ""
    borrowed: int = 0


class Gap(NamedTuple):
    """Something that was not examined: a stable cause code, and a Chinese sentence with the next step.

    ``part`` names what was left out of a document; ``partial`` says that some of it was examined.
    """

    path: str
    cause: str
    message: str
    location: Location | None = None
    part: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source as its reader understood it.

    ``attachments`` are the files inside it, still to be read; ``members`` the same as documents.
    """

    name: str
    media_type: str
    encoding: str | None = None
    decided_by: str | None = None
    parts: tuple[Part, ...] = ()
    gaps: tuple[Gap, ...] = ()
    notices: tuple[str, ...] = ()
    attachments: tuple[Source, ...] = field(default=(), repr=False)
    members: tuple[Document, ...] = ()

    def walk(self) -> Iterator[Document]:
        """Give the document, then each document inside it, depth first."""
        yield self
        for member in self.members:
            yield from member.walk()


class Doubt(NamedTuple):
    """What argues against a finding: a stable kind, and a Chinese sentence that names the evidence."""

    kind: str
    text: str


class Excerpt(NamedTuple):
    """The line around a finding: ``masked`` hides every value on it, ``[start, end)`` marks this one."""

    masked: str
    start: int
    end: int
    raw: Secret


class Suppressed(NamedTuple):
    """Why a finding no longer counts: who decided it, for what reason, until when (ISO date)."""

    reason: str
    by: str
    until: str


class Related(NamedTuple):
    """Another rule that found the same place and gave way."""

    rule: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One place where a rule fires.

    ``span`` is half-open, in code points of the part's text. ``shown`` is the masked value; the value
    itself stays in ``value``, which no repr or report shows. Without ``doubts`` a finding is firm.
    """

    rule: str
    title: str
    category: Category
    severity: Severity
    location: Location
    span: tuple[int, int]
    shown: str
    value: Secret
    excerpt: Excerpt
    cues: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    basis: tuple[str, ...] = ()
    advice: str = ""
    decision: Decision = "处理后公开"
    fingerprint: str = ""
    value_hmac: str = ""
    suppressed: Suppressed | None = None
    related: tuple[Related, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether nothing argues against the finding."""
        return not self.doubts

    @property
    def counts(self) -> bool:
        """Whether the finding bears on the verdict: firm, and not suppressed."""
        return self.firm and self.suppressed is None


class ExaminedPart(NamedTuple):
    """A part of a document, how many code points of it were read, and why not more."""

    kind: PartKind
    characters: int
    name: str = ""
    state: Examination = "examined"
    cause: str = ""


class Coverage(NamedTuple):
    """What was seen of one document: how it was decoded, and each of its parts, examined or not."""

    path: str
    media_type: str
    encoding: str | None
    decided_by: str | None
    parts: tuple[ExaminedPart, ...]
    complete: bool


class RuleSetVersion(NamedTuple):
    """Which rules were applied: their version, and a digest over all of them."""

    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a check says: findings, doubts and gaps, never 可以公开.

    ``recognised`` holds what looks like a leak and must or may be published (hotlines, credit codes,
    the configured allowances), each with the reason. ``seconds`` is the only field that differs
    between two runs over the same input and rules, and no writer prints it.
    """

    verdict: Verdict
    ruleset: RuleSetVersion
    disclosure: Disclosure = "主动公开"
    findings: tuple[Finding, ...] = ()
    recognised: tuple[Finding, ...] = ()
    gaps: tuple[Gap, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    notices: tuple[str, ...] = ()
    unused_suppressions: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)
    schema_version: str = SCHEMA_VERSION

    @property
    def verdict_title(self) -> str:
        """The verdict as a reviewer reads it."""
        return VERDICT_TITLE[self.verdict]

    def require_publishable(self) -> None:
        """Raise PublicationBlocked unless the verdict is ``pass``."""
        if self.verdict != "pass":
            raise PublicationBlocked(self)


class PublicationBlocked(PrepubError):  # noqa: N818 -- it names an outcome, not a fault
    """The draft must not be published as it stands; ``report`` says why."""

    def __init__(self, report: Report) -> None:
        self.report = report
        counted = sum(finding.counts for finding in report.findings)
        super().__init__(
            f"{report.verdict_title}：{counted} 处发现，{len(report.gaps)} 处未能检查；详见 report 属性"
        )

    def __reduce__(self) -> tuple[type[PublicationBlocked], tuple[Report]]:
        return PublicationBlocked, (self.report,)
