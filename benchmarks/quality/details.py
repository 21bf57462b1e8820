"""Every miss and false alarm of a run, grouped by the template that it comes from, so that causes show."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .document import Document, Span
from .match import Answered, Outcome, Stray
from .score import Score, state

_AROUND = 30
_SAMPLES = 3


@dataclass(slots=True)
class Cause:
    """One template: how often it was right, in which writings it went wrong, and a few samples."""

    planted: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    samples: list[str] = field(default_factory=list)

    def add(self, writing: str, sample: str) -> None:
        """Count one that went wrong."""
        self.wrong[writing] += 1
        if len(self.samples) < _SAMPLES:
            self.samples.append(sample)

    def lines(self, template: str) -> Iterator[str]:
        """Give it as lines."""
        of = f" of {self.planted}" if self.planted else ""
        writings = ", ".join(f"{name} {count}" for name, count in self.wrong.most_common())
        yield f"- **{self.wrong.total()}{of}** `{template!r}` ({writings})"
        yield from (f"    - {sample}" for sample in self.samples)


def show_details(score: Score) -> Iterator[str]:
    """Give the misses by kind and template, and the false alarms by rule and template."""
    yield "# Leaks that are missed, or only found in doubt or as information"
    yield from _show(_misses(score))
    yield "\n# False alarms: firm and above info"
    yield from _show(_alarms(score))


def _show(groups: dict[str, dict[str, Cause]]) -> Iterator[str]:
    totals = {name: sum(cause.wrong.total() for cause in causes.values()) for name, causes in groups.items()}
    for name, total in sorted(totals.items(), key=lambda item: -item[1]):
        if total:
            yield f"\n## {name}: {total}"
            for template, cause in sorted(groups[name].items(), key=lambda item: -item[1].wrong.total()):
                yield from cause.lines(template) if cause.wrong else ()


def _misses(score: Score) -> dict[str, dict[str, Cause]]:
    groups: dict[str, dict[str, Cause]] = defaultdict(lambda: defaultdict(Cause))
    for outcome in score.outcomes:
        for answered in outcome.answered:
            cause = groups[answered.leak.kind.id][_template(outcome.document, answered.leak.start)]
            cause.planted += 1
            if state(answered) != "found":
                writing = answered.leak.disguise or "plain"
                cause.add(f"{state(answered)} {writing}", _show_miss(outcome, answered))
    return groups


def _alarms(score: Score) -> dict[str, dict[str, Cause]]:
    groups: dict[str, dict[str, Cause]] = defaultdict(lambda: defaultdict(Cause))
    for outcome in score.outcomes:
        for stray in outcome.stray:
            if stray.shown:
                cause = groups[stray.finding.rule][_template(outcome.document, stray.span[0])]
                cause.add(stray.finding.severity, _show_alarm(outcome, stray))
    return groups


def _template(document: Document, place: int) -> str:
    origin = document.origin(place)
    return f"{origin.negative} {origin.template}".strip() if origin else f"(frame of {document.kind})"


def _show_miss(outcome: Outcome, answered: Answered) -> str:
    leak, best = answered.leak, answered.best
    doubts = "; ".join(f"{doubt.kind} {doubt.text}" for doubt in best.doubts) if best else ""
    why = f" | {best.rule} {best.severity} {doubts}" if best else ""
    return f"{outcome.document.id}: {_around(outcome.document, leak.span)}{why}"


def _show_alarm(outcome: Outcome, stray: Stray) -> str:
    return f"{outcome.document.id}: {_around(outcome.document, stray.span)}"


def _around(document: Document, span: Span) -> str:
    start, end = span
    before = document.text[max(0, start - _AROUND) : start]
    text = f"{before}«{document.text[start:end]}»{document.text[end : end + _AROUND]}"
    return text.replace("\n", "⏎")
