"""A walk over one site: from its list of pages or its first page, breadth first, every address once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ....config import SiteSettings
from ....errors import SourceError
from ....model import Gap
from ...page import Page, Unchanged, Validators
from ..encodings import MEGABYTE
from ..seen import Seen
from .address import absolute, server_of, site_of
from .arrival import is_web_page, page_of
from .fetch import OK, Answer, Fetcher
from .links import links_of
from .memory import Memory
from .missing import says_missing
from .robots import Robots
from .sitemap import listing_of

_NOT_MODIFIED: Final = 304
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_HOPS: Final = 10
# From a first page, every link is followed; from a list, the links of the pages on it, where attachments are.
_EVERYWHERE: Final = 1 << 30
_ONE_STEP: Final = 1


@dataclass(frozen=True, slots=True)
class Step:
    """An address to visit: how many links further to go, whether it may be a list, and what led here."""

    url: str
    reach: int
    listing: bool = False
    way: tuple[str, ...] = ()


class Walk:
    """The visit of one site, in one run."""

    def __init__(
        self,
        start: str,
        settings: SiteSettings,
        fetcher: Fetcher,
        memory: Memory,
        known: Callable[[str], Validators | None],
    ) -> None:
        self._start, self._site = start, site_of(start)
        self._most, self._largest = settings.pages, settings.megabytes * MEGABYTE
        self._fetcher, self._memory, self._known = fetcher, memory, known
        self._robots = Robots(fetcher, settings.user_agent)
        self._seen = Seen()
        self._full = False
        self._queue: deque[Step] = deque()

    def items(self) -> Iterator[Page | Gap | Unchanged]:
        """Visit everything."""
        self._add([self._start], _EVERYWHERE, listing=True)
        while self._queue:
            yield from self._visit(self._queue.popleft())
        if self._full:
            told = f"网址超过 {self._most} 个，其余的没有访问（也可能是没有尽头的日历、翻页等）"
            advice = "请改用站点地图，或在 prepub.toml 的 [rescan.site] 中调大 pages"
            yield Gap(path=self._start, cause="too-many-pages", message=f"{told}；{advice}", partial=True)

    def _visit(self, step: Step) -> Iterator[Page | Gap | Unchanged]:
        if refusal := self._robots.refusal(step.url):
            yield Gap(path=step.url, cause=refusal.cause, message=str(refusal), partial=step.listing)
            return
        try:
            remembered = None if step.listing else self._memory.links(step.url)
            validators = None if remembered is None else self._known(step.url)
            answer = self._fetcher.get(step.url, validators)
            yield from self._take(step, answer, validators)
        except SourceError as error:
            yield self._missed(step, error)

    def _take(
        self, step: Step, answer: Answer, validators: Validators | None
    ) -> Iterator[Page | Gap | Unchanged]:
        if answer.status == _NOT_MODIFIED and validators:
            yield Unchanged(step.url)
            self._follow(step, self._memory.links(step.url) or ())
        elif answer.status in _REDIRECTS:
            yield from self._redirect(step, answer)
        elif answer.status == OK:
            listing = listing_of(answer, self._largest) if step.listing else None
            yield from self._pages(step, answer) if listing is None else self._list(step, *listing)
        elif answer.status not in _GONE or step.listing:
            told = f"服务器答 {answer.status}，没有检查；请稍后重新检查，或在浏览器中核对"
            raise SourceError(f"http-{answer.status}", told)

    def _missed(self, step: Step, error: SourceError) -> Gap:
        """Tell what did not come; where it led before is followed all the same."""
        links = self._memory.links(step.url)
        self._follow(step, links or ())
        behind = step.listing or (step.reach > 0 and links is None)
        return Gap(path=step.url, cause=error.cause, message=str(error), partial=behind)

    def _redirect(self, step: Step, answer: Answer) -> Iterator[Gap]:
        location, way = answer.headers.get("location"), (*step.way, step.url)
        target = absolute(step.url, location) if location else None
        if target is None:
            raise SourceError("bad-redirect", "服务器让转到的地址不对，没有检查；请在浏览器中核对")
        if site_of(target) != self._site:
            raise SourceError(
                "off-site", f"转到了别的网站（{server_of(target)}），没有跟去；请核对，需要时另行检查"
            )
        if len(way) > _HOPS or way.count(target) > 1:
            told = "转来转去没有尽头，没有检查；请在浏览器中核对"
            yield Gap(path=way[0], cause="redirect-loop", message=told, partial=step.listing)
        elif target in way or self._admit(target):
            self._queue.appendleft(replace(step, url=target, way=way))

    def _list(self, step: Step, index: bool, addresses: tuple[str, ...]) -> Iterator[Gap]:  # noqa: FBT001 -- a field of Listing
        if foreign := sum(site_of(address) != self._site for address in addresses):
            told = f"站点地图列有 {foreign} 个别的网站的地址，没有访问；请核对，需要时另行检查"
            yield Gap(path=step.url, cause="off-site", message=told)
        self._add(addresses, _ONE_STEP, listing=index)

    def _pages(self, step: Step, answer: Answer) -> Iterator[Page | Gap]:
        page = page_of(answer)
        links: tuple[str, ...] = ()
        if is_web_page(page):
            if says_missing(page.data, page.title):
                told = "页面上写着“不存在”，服务器却答 200（应答 404）；没有检查，请在浏览器中核对是否已撤下"
                raise SourceError("soft-404", told)
            links = tuple(link for link in links_of(page.data, page.url) if site_of(link) == self._site)
        self._memory.keep(page.id, links)
        yield page
        self._follow(step, links)

    def _follow(self, step: Step, links: tuple[str, ...]) -> None:
        if step.reach:
            self._add(links, step.reach - 1)

    def _add(self, urls: tuple[str, ...] | list[str], reach: int, *, listing: bool = False) -> None:
        """Put new addresses into the queue: lists before everything else."""
        steps = [Step(url, reach, listing) for url in urls if self._admit(url)]
        if listing:
            self._queue.extendleft(reversed(steps))
        else:
            self._queue.extend(steps)

    def _admit(self, url: str) -> bool:
        """Note an address, and tell whether to visit it: on this site, new, and within the limit."""
        if site_of(url) != self._site or url in self._seen:
            return False
        if len(self._seen) >= self._most:
            self._full = True
            return False
        return self._seen.add(url)
