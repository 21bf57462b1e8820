"""What a follow-up report says, drawn from a state as it is written: a million findings need no memory."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import NamedTuple

from ...model import SEVERITY_TITLE
from ..follow import STATUS_TITLE, Followed, follow
from ..state import Run, Share, run_with, share_of, source_gaps
from ..state.read import compared_pages, rows_of, still_there


class Task(NamedTuple):
    """A finding as it is handed to whoever can change the page; all of it is text for people."""

    status: str
    address: str
    title: str
    unit: str
    published: str
    severity: str
    rule: str
    place: str
    shown: str
    advice: str
    page: str
    fingerprint: str


class Blank(NamedTuple):
    """Something that was not examined, with its cause."""

    address: str
    title: str
    unit: str
    part: str
    cause: str
    message: str


# The columns of both lists, as people read them.
TASK_TITLES = Task(
    "状态", "网址或路径", "标题", "单位", "发布日期", "级别", "问题", "位置", "内容（已遮盖）", "怎样处理",
    "页面编号", "指纹",
)  # fmt: skip
BLANK_TITLES = Blank("网址或路径", "标题", "单位", "部分", "原因代码", "说明")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings have each status; ``doubtful`` and ``dismissed`` ones are counted apart."""

    statuses: Counter[str] = field(default_factory=Counter)
    doubtful: int = 0
    dismissed: int = 0


@dataclass(frozen=True, slots=True)
class Followup:
    """A run, and what to say of it."""

    connection: Connection
    run: Run

    @property
    def baseline(self) -> Run | None:
        """The run that it is compared with."""
        return run_with(self.connection, self.run.baseline)

    @property
    def share(self) -> Share:
        """How much of the pages was examined."""
        return share_of(self.connection, self.run)

    def findings(self) -> Iterator[Followed]:
        """Give all findings, of this run and of the last."""
        return follow(self.connection, self.run)

    def tally(self) -> Tally:
        """Count the findings; those that count, by what became of them."""
        still = still_there(self.connection, self.run)
        statuses: Counter[str] = Counter(persisting=still.counting)
        doubtful, dismissed = still.others, still.dismissed
        for followed in follow(self.connection, self.run, examined=True):
            if followed.dismissal is not None:
                dismissed += 1
            elif followed.row.counts:
                statuses[followed.status] += 1
            else:
                doubtful += 1
        return Tally(statuses, doubtful, dismissed)

    def tasks(self) -> Iterator[Task]:
        """Give what is to be handled."""
        return (_task(followed) for followed in self.findings() if followed.open)

    def closed(self) -> Iterator[Task]:
        """Give what was there in the last run, and is not known to be there now."""
        return (
            _task(followed)
            for followed in self.findings()
            if followed.status in {"unseen", "gone", "fixed", "withdrawn"} and followed.row.counts
        )

    def blanks(self) -> Iterator[Blank]:
        """Give what was not examined: what the source could not give, then parts of pages."""
        for gap in source_gaps(self.connection, self.run.id):
            yield Blank(gap.path, "", "", gap.part, gap.cause, gap.message)
        for page in compared_pages(self.connection, self.run):
            for row in rows_of(self.connection, page.now):
                if row.kind == "gap":
                    address = page.url or page.id
                    yield Blank(address, page.title, page.unit, row.place, row.code, row.shown)


def headline(followup: Followup) -> list[str]:
    """Say in sentences what the run covered and how it compares."""
    run, baseline, share, tally = followup.run, followup.baseline, followup.share, followup.tally()
    ended = f"至 {run.finished}" if run.finished else "开始，没有完成；请用同样的命令接着查"
    against = f"与 {baseline.started} 的一次比较" if baseline else "第一次复查，没有可比较的"
    all_pages = share.pages + share.missing
    whole = share.pages - share.partial
    percent = f"（{whole / all_pages:.1%}）" if all_pages else ""
    counted = "，".join(f"{title} {tally.statuses[status]}" for status, title in STATUS_TITLE.items())
    missing = f"有内容没能查到 {share.partial}，没能取得 {share.missing}"
    return [
        f"来源：{run.source}",
        f"时间：{run.started} {ended}；规则版本 {run.ruleset}；{against}",
        f"页面：共 {all_pages}，全部查完 {whole}{percent}，{missing}",
        f"发现：{counted}",
        f"另有：存疑或已压制 {tally.doubtful}，已判定不需处理 {tally.dismissed}",
    ]


def _task(followed: Followed) -> Task:
    page, row = followed.page, followed.row
    record = json.loads(row.record)
    return Task(
        status=STATUS_TITLE[followed.status],
        address=page.url or page.id,
        title=page.title,
        unit=page.unit,
        published=page.published,
        severity=SEVERITY_TITLE[record["severity"]],
        rule=record["title"],
        place=_place(record["location"], row.place),
        shown=row.shown,
        advice="。".join(filter(None, (record["decision"], record["advice"]))),
        page=page.id,
        fingerprint=row.fingerprint,
    )


def _place(location: dict[str, str], place: str) -> str:
    """Give the place with the way through the files in a page: ``a.zip › b.docx``."""
    _, inside, path = location["path"].partition(" › ")
    return f"{path}，{place}" if inside else place
