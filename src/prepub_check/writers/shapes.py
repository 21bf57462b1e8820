"""The shape of a report outside this program: what the JSON formats write and the schema describes.

Keys that only ``--show-values`` adds come last in their record and are not required.
"""

from typing import NotRequired

from typing_extensions import TypedDict  # pydantic refuses typing.TypedDict before Python 3.12

from ..model import Box, Category, Decision, Disclosure, Examination, PartKind, Severity, Verdict


class LocationRecord(TypedDict):
    """A place in a document; ``text`` says it in Chinese, numbers count from 1, boxes are in points."""

    path: str
    kind: PartKind
    name: str
    page: int | None
    box: Box | None
    sheet: str | None
    table: int | None
    row: int | None
    cell: int | None
    paragraph: int | None
    line: int | None
    column: int | None
    confidence: float | None
    text: str


class DoubtRecord(TypedDict):
    """What argues against a finding."""

    kind: str
    text: str


class ExcerptRecord(TypedDict):
    """The line around a finding with every value masked; ``[start, end)`` marks this one."""

    masked: str
    start: int
    end: int
    raw: NotRequired[str]


class SuppressedRecord(TypedDict):
    """Why a finding no longer counts."""

    reason: str
    by: str
    until: str


class RelatedRecord(TypedDict):
    """Another rule that found the same place."""

    rule: str
    title: str


class FindingRecord(TypedDict):
    """One place where a rule fires; ``firm`` means that nothing argues against it."""

    rule: str
    title: str
    category: Category
    severity: Severity
    location: LocationRecord
    span: tuple[int, int]
    shown: str
    excerpt: ExcerptRecord
    cues: list[str]
    doubts: list[DoubtRecord]
    firm: bool
    basis: list[str]
    advice: str
    decision: Decision
    fingerprint: str
    value_hmac: str
    suppressed: SuppressedRecord | None
    related: list[RelatedRecord]
    value: NotRequired[str]


class GapRecord(TypedDict):
    """Something that was not examined, and the next step."""

    path: str
    part: str
    partial: bool
    cause: str
    message: str
    location: LocationRecord | None


class ExaminedPartRecord(TypedDict):
    """A part of a document, how many code points of it were read, and why not more."""

    kind: PartKind
    name: str
    characters: int
    state: Examination
    cause: str


class CoverageRecord(TypedDict):
    """What was seen of one source."""

    path: str
    media_type: str
    encoding: str | None
    decided_by: str | None
    parts: list[ExaminedPartRecord]
    complete: bool


class RuleSetRecord(TypedDict):
    """Which rules were applied."""

    version: str
    fingerprint: str


class ReportRecord(TypedDict):
    """What a check says: findings, doubts and gaps."""

    schema_version: str
    verdict: Verdict
    verdict_title: str
    ruleset: RuleSetRecord
    disclosure: Disclosure
    findings: list[FindingRecord]
    recognised: list[FindingRecord]
    gaps: list[GapRecord]
    coverage: list[CoverageRecord]
    notices: list[str]
    unused_suppressions: list[str]


class TallyRecord(TypedDict):
    """How much of everything: the three severities count only what bears on the verdict."""

    block: int
    review: int
    info: int
    doubtful: int
    suppressed: int
    recognised: int
    gaps: int
    sources: int
    characters: int


class SummaryRecord(TypedDict):
    """The last line of the jsonl format."""

    schema_version: str
    verdict: Verdict
    verdict_title: str
    ruleset: RuleSetRecord
    disclosure: Disclosure
    tally: TallyRecord
    notices: list[str]
    unused_suppressions: list[str]
