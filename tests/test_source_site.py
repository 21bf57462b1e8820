"""A site as a source, over real sockets: polite, never in circles, and honest about what did not come."""

from __future__ import annotations

import base64
import gzip
import socket
import struct
import time
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepub_check import Checker, Config
from prepub_check.config import RescanSettings, SiteSettings
from prepub_check.errors import SourceError
from prepub_check.model import Gap
from prepub_check.rescan.page import Page, Unchanged, Validators
from prepub_check.rescan.sources.site import pages
from prepub_check.rescan.sources.site.address import absolute
from prepub_check.rescan.sources.site.links import links_of

from .site import Pages, Reply, Site, page, site
from .sources import wanted

ID = "11010519491231002X"
XLSX = b"PK\x03\x04 not a real one"
FAST = SiteSettings(per_second=1000, seconds=5)


@pytest.fixture(autouse=True, scope="module")
def _no_proxy() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        yield


def visit(
    where: str, folder: Path, settings: SiteSettings = FAST, known: dict[str, Validators] | None = None
) -> list[Page | Gap | Unchanged]:
    config = Config(rescan=RescanSettings(site=settings))
    return list(pages(wanted(where, config, known, folder)))


def told(server: Site, items: Iterable[Page | Gap | Unchanged]) -> list[tuple[str, str]]:
    def row(item: Page | Gap | Unchanged) -> tuple[str, str]:
        match item:
            case Gap():
                return item.path, item.cause
            case Unchanged():
                return item.page_id, "unchanged"
            case _:
                return item.id, "page"

    return [(path.removeprefix(server.url), cause) for path, cause in map(row, items)]


def told_of(
    content: Pages, folder: Path, settings: SiteSettings = FAST, start: str = "/"
) -> list[tuple[str, str]]:
    with site(content) as server:
        return told(server, visit(server.url + start, folder, settings))


def urlset(*urls: str) -> bytes:
    rows = "".join(f"<url><loc>{url}</loc></url>" for url in urls)
    return f'<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode()


def test_every_link_of_a_site_is_followed_once_in_stable_order(tmp_path: Path) -> None:
    other = "http://other.example/x"
    content: Pages = {
        "/": Reply(
            b'<base href="/a/"><a href="1.html">x<area href="/2.html"><iframe src="../3.html"></iframe>'
            b'<img src="x.png"><link rel="canonical" href="/no.html"><a href="mailto:a@b"><a href="#top">'
            b'<a href="//other.example/x"><meta http-equiv="refresh" content="0; url=\'/4.html\'">'
        ),
        "/a/1.html": page("/2.html#a", "/", "/a/./1.html", other),
        "/2.html": page("/attach/list.xlsx", "gone.html", "/4.html;jsessionid=12AB"),
        "/3.html": page(), "/4.html": page(), "/a/x.png": Reply(b"\x89PNG"),
        "/attach/list.xlsx": Reply(XLSX, headers={"Content-Type": "application/octet-stream"}),
    }  # fmt: skip
    with site(content) as server:
        items = visit(server.url, tmp_path)
        assert told(server, items) == [
            (path, "page")
            for path in ("/", "/a/1.html", "/2.html", "/3.html", "/a/x.png", "/4.html", "/attach/list.xlsx")
        ]
        assert len(server.paths) == len(set(server.paths))
        assert [item.name for item in items if isinstance(item, Page)] == [
            "index.html", "1.html", "2.html", "3.html", "x.png", "4.html", "list.xlsx",
        ]  # fmt: skip


def test_a_page_keeps_what_is_known_of_it(tmp_path: Path) -> None:
    reply = page(title="公示", ETag='"1"', Last_Modified="Mon, 06 May 2019 16:30:00 GMT")
    with site({"/a.do?id=1": reply}) as server:
        url = server.url + "/a.do?id=1"
        (found,) = visit(url, tmp_path)
        assert found == Page(
            id=url, url=url, name="a.do.html", data=reply.body, title="公示", published="2019-05-07",
            validators=Validators('"1"', "Mon, 06 May 2019 16:30:00 GMT"),
        )  # fmt: skip


def test_a_sitemap_index_leads_to_pages_and_what_they_attach(tmp_path: Path) -> None:
    with site({}) as server:
        server.pages |= {
            "/sitemap.xml": Reply(
                f"<sitemapindex><sitemap><loc>{server.url}/one.xml.gz</loc></sitemap>"
                f"<sitemap><loc><![CDATA[{server.url}/two.txt]]></loc></sitemap>"
                f"<sitemap><loc>{server.url}/sitemap.xml</loc></sitemap></sitemapindex>".encode()
            ),
            "/one.xml.gz": Reply(
                gzip.compress(urlset(f"{server.url}/1.html?a=1&amp;b=2", "http://b.example/"))
            ),
            "/two.txt": Reply(f"{server.url}/2.html\n{server.url}/1.html?a=1&b=2\n".encode()),
            "/1.html?a=1&b=2": page("/download.jsp?id=1", "/beyond.html"),
            "/2.html": page(),
            "/beyond.html": page("/further.html"),
            "/further.html": page(),
            "/download.jsp?id=1": Reply(
                XLSX,
                headers={
                    "Content-Disposition": 'attachment; filename="名单.xlsx"'.encode("gbk").decode("latin-1")
                },
            ),
        }
        items = visit(server.url + "/sitemap.xml", tmp_path)
        assert told(server, items) == [
            ("/one.xml.gz", "off-site"), ("/1.html?a=1&b=2", "page"), ("/2.html", "page"),
            ("/download.jsp?id=1", "page"), ("/beyond.html", "page"),
        ]  # fmt: skip
        assert [item.name for item in items if isinstance(item, Page)][2] == "名单.xlsx"


def test_links_of_gb2312_pages_are_found(tmp_path: Path) -> None:
    body = f'<meta charset="gb2312"><a href="/名单.html?q=公示">申请人身份证号{ID}</a>'.encode("gb2312")
    with site({"/": Reply(body), "/%E5%90%8D%E5%8D%95.html?q=%B9%AB%CA%BE": page()}) as server:
        first, second = visit(server.url, tmp_path)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert second.name == "名单.html"
    assert [found.rule for found in Checker().check_bytes(first.data, first.name).findings] == [
        "personal.resident-id"
    ]


def test_what_robots_txt_forbids_is_told_and_not_fetched(tmp_path: Path) -> None:
    robots = Reply(b"User-agent: *\nDisallow: /private/\n")
    with site({"/robots.txt": robots, "/": page("/private/1.html", "/2.html"), "/2.html": page()}) as server:
        assert told(server, visit(server.url, tmp_path)) == [
            ("/", "page"), ("/private/1.html", "robots-disallowed"), ("/2.html", "page"),
        ]  # fmt: skip
        assert server.paths == ["/", "/2.html"]


def test_robots_txt_may_allow_this_program_more_than_others(tmp_path: Path) -> None:
    robots = Reply(b"User-agent: *\nDisallow: /\n\nUser-agent: prepub-check\nAllow: /\n")
    assert told_of({"/robots.txt": robots, "/": page()}, tmp_path) == [("/", "page")]


@pytest.mark.parametrize(("status", "outcome"), [(404, "page"), (403, "page"), (500, "robots-unavailable")])
def test_without_robots_txt_all_is_allowed_unless_the_server_fails(
    tmp_path: Path, status: int, outcome: str
) -> None:
    assert told_of({"/robots.txt": Reply(b"", status), "/": page()}, tmp_path) == [("/", outcome)]


def test_the_delay_that_robots_txt_asks_for_is_kept(tmp_path: Path) -> None:
    robots = Reply(b"User-agent: *\nCrawl-delay: 0.2\n")
    with site({"/robots.txt": robots, "/": page("/1"), "/1": page()}) as server:
        visit(server.url, tmp_path)
        times = [request.at for request in server.requests]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.2


def test_the_pace_of_the_configuration_is_kept(tmp_path: Path) -> None:
    with site({"/": page("/1"), "/1": page()}) as server:
        visit(server.url, tmp_path, SiteSettings(per_second=5))
        times = [request.at for request in server.requests]
    assert min(later - earlier for earlier, later in pairwise(times)) >= 0.2


def moved(target: str, status: int = 302) -> Reply:
    return Reply(b"", status, {"Location": target})


def test_redirects_are_followed_on_the_site_only_and_not_for_ever(tmp_path: Path) -> None:
    links = ("/old", "/new", "/out", "/self", "/a", "/none", "/long/0")
    content: Pages = {
        "/": page(*links), "/old": moved("/new", 301), "/new": page(),
        "/out": moved("http://sso.example/login?token=abc"), "/self": moved("/self"), "/a": moved("/b"),
        "/b": moved("/a"), "/none": Reply(b"", 302),
        **{f"/long/{n}": moved(f"/long/{n + 1}") for n in range(30)},
    }  # fmt: skip
    with site(content) as server:
        items = visit(server.url, tmp_path)
        assert told(server, items) == [
            ("/", "page"), ("/new", "page"), ("/out", "off-site"), ("/self", "redirect-loop"),
            ("/a", "redirect-loop"), ("/none", "bad-redirect"), ("/long/0", "redirect-loop"),
        ]  # fmt: skip
        assert server.paths.count("/new") == 1
        assert "abc" not in "".join(item.message for item in items if isinstance(item, Gap))


def test_a_server_that_sets_a_cookie_first_is_understood(tmp_path: Path) -> None:
    def act(visitor: BaseHTTPRequestHandler) -> None:
        if "seen=1" in visitor.headers.get("Cookie", ""):
            visitor.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n<p>")
        else:
            visitor.wfile.write(
                b"HTTP/1.1 302 Found\r\nLocation: /\r\nSet-Cookie: seen=1\r\nContent-Length: 0\r\n\r\n"
            )

    assert told_of({"/": act}, tmp_path) == [("/", "page")]


def test_a_calendar_without_end_ends_at_the_limit(tmp_path: Path) -> None:
    content: Pages = {f"/{n}": page(f"/{n + 1}", f"/{n + 2}") for n in range(50)}
    with site(content) as server:
        items = visit(server.url + "/0", tmp_path, SiteSettings(per_second=1000, pages=5))
        assert told(server, items)[:-1] == [(f"/{n}", "page") for n in range(5)]
        last = items[-1]
        assert isinstance(last, Gap)
        assert (last.path, last.cause, last.partial) == (server.url + "/0", "too-many-pages", True)


def raw(*pieces: bytes, pause: float = 0.0, reset: bool = False) -> object:
    def act(visitor: BaseHTTPRequestHandler) -> None:
        for piece in pieces:
            visitor.wfile.write(piece)
            time.sleep(pause)
        if reset:
            visitor.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            visitor.connection.close()

    return act


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
TROUBLES = {
    "500": (Reply(b"sorry", 500), "http-500"),
    "403": (Reply(b"no", 403), "http-403"),
    "cut body": (raw(HEAD, b"Content-Length: 99\r\n\r\n<p>a"), "connection-lost"),
    "reset": (raw(HEAD, b"Content-Length: 99\r\n\r\n<p>a", reset=True), "connection-lost"),
    "cut chunks": (raw(HEAD, b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"), "connection-lost"),
    "no http": (raw(b"SSH-2.0-x\r\n"), "connection-lost"),
    "nothing": (raw(), "connection-lost"),
    "slow body": (raw(HEAD, b"Content-Length: 99\r\n\r\n", *[b"a"] * 99, pause=0.05), "timeout"),
    "slow head": (raw(*[b"HTTP/1.1 200 OK\r\nA: "], *[b"a"] * 99, b"\r\n\r\n", pause=0.05), "timeout"),
    "hung": (raw(b"", pause=3), "timeout"),
    "large": (Reply(bytes(2 << 20)), "too-large"),
    "large unannounced": (raw(HEAD, b"\r\n", *[bytes(1 << 19)] * 5), "too-large"),
    "bomb": (Reply(gzip.compress(bytes(8 << 20)), headers={"Content-Encoding": "gzip"}), "too-large"),
    "broken gzip": (Reply(gzip.compress(b"a" * 999)[:-20], headers={"Content-Encoding": "gzip"}), "damaged"),
    "zstd": (Reply(b"\x28\xb5\x2f\xfd", headers={"Content-Encoding": "zstd"}), "unsupported-encoding"),
    "soft 404": (page(text="很抱歉，您要访问的页面不存在！"), "soft-404"),
    "soft 404 by title": (page(text="政府网站导航" * 99, title="404错误页面"), "soft-404"),
}


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_answer_that_is_none_is_a_gap_and_the_visit_goes_on(tmp_path: Path, trouble: str) -> None:
    reply, cause = TROUBLES[trouble]
    content: Pages = {"/": page("/bad", "/good"), "/bad": reply, "/good": page()}  # type: ignore[dict-item]
    settings = SiteSettings(per_second=1000, seconds=1, megabytes=1)
    assert told_of(content, tmp_path, settings) == [("/", "page"), ("/bad", cause), ("/good", "page")]


def test_a_body_in_gzip_is_read(tmp_path: Path) -> None:
    plain = page("/1")
    packed = Reply(gzip.compress(plain.body), headers={"Content-Encoding": "gzip", **plain.headers})
    with site({"/": packed, "/1": page()}) as server:
        items = visit(server.url, tmp_path)
    assert [item.data for item in items if isinstance(item, Page)] == [plain.body, page().body]


def test_a_page_about_missing_things_is_a_page(tmp_path: Path) -> None:
    text = "关于网页不存在等问题的整改通报。" + "各单位要认真排查，逐条整改，按时报送结果。" * 20
    assert told_of({"/": page(text=text, title="第404号来信")}, tmp_path) == [("/", "page")]


def test_a_page_that_has_not_changed_is_not_sent_again_and_its_links_are_followed(tmp_path: Path) -> None:
    content: Pages = {
        "/": page("/1", "/2", ETag='"a"'),
        "/1": page("/3", ETag='"b"'),
        "/2": page(),
        "/3": page(),
    }
    with site(content) as server:
        first = visit(server.url, tmp_path)
        known = {item.id: item.validators for item in first if isinstance(item, Page) and item.validators}
        content["/1"] = page("/3", ETag='"new"')
        server.pages = content
        assert told(server, visit(server.url + "/", tmp_path, known=known)) == [
            ("/", "page"), ("/1", "page"), ("/2", "page"), ("/3", "page"),
        ]  # fmt: skip
        again = visit(server.url + "/", tmp_path, known=known | {server.url + "/1": Validators('"new"')})
    assert ("/1", "unchanged") in told(server, again)
    assert ("/3", "page") in told(server, again)


def test_what_a_page_led_to_is_visited_even_when_the_page_fails(tmp_path: Path) -> None:
    content: Pages = {"/": page("/1"), "/1": page("/2"), "/2": page()}
    with site(content) as server:
        visit(server.url, tmp_path)
        server.pages["/1"] = Reply(b"", 500)
        items = visit(server.url, tmp_path)
        assert told(server, items) == [("/", "page"), ("/1", "http-500"), ("/2", "page")]
        assert [item.partial for item in items if isinstance(item, Gap)] == [False]


def test_a_page_that_fails_at_its_first_visit_may_hide_others(tmp_path: Path) -> None:
    with site({"/": Reply(b"", 500)}) as server:
        (gap,) = visit(server.url, tmp_path)
    assert isinstance(gap, Gap)
    assert gap.partial


def test_a_start_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told_of({}, tmp_path) == [("/", "http-404")]


def test_nobody_at_the_address_is_told(tmp_path: Path) -> None:
    with site({}) as server:
        url = server.url
    (gap,) = visit(url, tmp_path)
    assert isinstance(gap, Gap)
    assert gap.cause == "robots-unavailable"


def test_a_password_in_the_address_reaches_the_server_only(tmp_path: Path) -> None:
    with site({"/": page("/1"), "/1": Reply(b"", 500)}) as server:
        items = visit(server.url.replace("//", "//reader:s3cret%2Dword@"), tmp_path)
        sent = [request.headers.get("Authorization", "") for request in server.requests]
    assert set(sent) == {"Basic " + base64.b64encode(b"reader:s3cret-word").decode()}
    assert "s3cret-word" not in "".join(map(repr, items)) + (tmp_path / "links.sqlite").read_bytes().decode(
        "latin-1"
    )


def test_what_is_no_address_is_refused_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="不是网址") as caught:
        visit("http://reader:s3cret-word@:80:80/", tmp_path)
    assert "s3cret-word" not in str(caught.value)


@given(st.text("abc/.:?#@[]%;=&'\"<> \n中\u200b\\-0", max_size=25))
def test_an_address_is_spelled_one_way(link: str) -> None:
    url = absolute("http://a.gov.cn/x/", link)
    assert url is None or url == absolute(url, "") == absolute("http://b.gov.cn/", url)
    links_of(f"<html><a href='{link}'><base href={link}><meta content='0;url={link}'>".encode(), "http://a/")
