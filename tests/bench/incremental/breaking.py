"""Portals that break, each in one way, and portals that only grow: what the monitors say of real crawls of them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench.incremental.table import heading, row
from tests.crawler.growing import HOME, GrowingPortal, Outcome, PortalServer

SPAM = '<div style="display:none"><a href="http://cp.example/{0}">澳门彩票开奖直播</a><a href="http://bc.example/{0}">百家乐</a></div>'
NO_PAGE = (
    "<html><head><title>页面不存在</title></head><body><h1>对不起，您访问的页面不存在或已被删除</h1></body></html>"
)
Break = Callable[[PortalServer], None]


def articles(server: PortalServer, column: str | None = None) -> list[str]:
    """Return the addresses of the articles, or of those of one *column*."""
    held = server.portal.held
    return [one.url for name, listed in held.items() if column in (None, name) for one in listed]


def rewrite(server: PortalServer, old: str, new: str) -> None:
    """Replace the pattern *old* in two of three articles."""
    for number, url in enumerate(articles(server)):
        if number % 3:
            page = server.pages[url].decode()
            server.pages[url] = re.sub(old, new.format(number), page, flags=re.S).encode()


def shrink(server: PortalServer) -> None:
    for listed in server.portal.held.values():
        for article in listed[6:]:
            server.portal.withdraw(article)
    server.publish()


def silence(server: PortalServer) -> None:
    for article in server.portal.held["lma"][3:]:
        server.portal.withdraw(article)
    server.publish()


def unlink(server: PortalServer) -> None:
    server.pages[HOME.rstrip("/") + server.portal.addresses["lma"]] = b"<html><body><div id=app></div></body></html>"


def garble(server: PortalServer) -> None:
    for url in articles(server)[::4]:
        server.pages[url] = b""


def wall(server: PortalServer) -> None:
    server.statuses = dict.fromkeys(articles(server)[::3], 412)


def lose(server: PortalServer) -> None:
    for url in articles(server)[::4]:
        server.pages[url] = NO_PAGE.encode()


def take_away(server: PortalServer) -> None:
    server.statuses = dict.fromkeys(articles(server)[::5], 404)


def shut(server: PortalServer) -> None:
    server.statuses = dict.fromkeys(server.pages, 503)


# what breaks -> how, and the monitor that must tell it
BREAKS: dict[str, tuple[Break, str]] = {
    "nothing answers": (shut, "PagesFetched"),
    "far fewer documents": (shrink, "DocumentsAsBefore"),
    "a column fell silent": (silence, "ColumnsAsBefore"),
    "a column without links": (unlink, "ColumnsLink"),
    "unreadable pages": (garble, "Unreadable"),
    "challenges": (wall, "Challenges"),
    "pages that say they do not exist": (lose, "Missing"),
    "vanished pages": (take_away, "Vanished"),
    "injections": (lambda server: rewrite(server, "</body>", SPAM + "</body>"), "Injections"),
    "dates fall": (lambda server: rewrite(server, "发布日期：[0-9-]+", ""), "Dates"),
    "sources fall": (lambda server: rewrite(server, "来源：县政府办", ""), "Sources"),
    "texts fall": (lambda server: rewrite(server, "<div id=zoom.*?</div>", '<img src="/pic/{0}.jpg">'), "Texts"),
}


def told(outcome: Outcome) -> list[str]:
    """Return the monitors that found something wrong, each once."""
    return list(dict.fromkeys(fault["monitor"] for fault in outcome.counts.get("faults", ())))


def run_broken(holdings: Path, copies: Path) -> bool:
    """Crawl a sound portal twice, then as it breaks in each way; return whether each was told by its monitor."""
    heading("monitors: a portal of 96 articles, crawled twice, then broken in one way")
    portal = GrowingPortal("vsb", columns=3, articles=96)
    missed = []
    with PortalServer(portal) as server:
        for _ in range(2):
            sound = server.crawl(holdings)
            assert sound.status == 0, sound.described
        for name, (breaks, monitor) in BREAKS.items():
            with PortalServer(GrowingPortal("vsb", columns=3, articles=96)) as broken:
                shutil.copytree(holdings, copies / monitor)
                breaks(broken)
                found = told(broken.crawl(copies / monitor))
            row(name, ", ".join(found) or "nothing told")
            missed += [] if monitor in found else [name]
    with PortalServer(portal) as server:
        unfinished = told(server.crawl(holdings, CLOSESPIDER_PAGECOUNT=20, CONCURRENT_REQUESTS=1))
    row("an unfinished queue", ", ".join(unfinished))
    missed += [] if unfinished == ["QueueDone"] else ["an unfinished queue"]
    row("ways of breaking that were told", f"{len(BREAKS) + 1 - len(missed)} of {len(BREAKS) + 1}")
    return not missed


def run_growing(holdings: Path, crawls: int = 20) -> bool:
    """Crawl a portal that publishes, edits and withdraws between crawls; return whether no monitor said anything."""
    heading(f"monitors: {crawls} crawls of a portal that grows, every fourth one full")
    portal = GrowingPortal("trs", columns=4, articles=60, seed=11)
    alarms, first, last = 0, 0, 0
    with PortalServer(portal) as server:
        for number in range(crawls):
            for column in portal.dice.choices(list(portal.held), k=portal.dice.randint(2, 12)):
                portal.publish(column)
            for column in portal.dice.choices(list(portal.held), k=2):
                portal.edit(portal.dice.choice(portal.held[column]))
            if number % 5 == 3:
                portal.withdraw(portal.dice.choice(portal.held["lmb"]))
            server.publish()
            done = server.crawl(holdings, "incremental" if number % 4 else "full")
            alarms += done.status != 0
            if done.status:
                row(f"crawl {number + 1} ({done.described['kind']})", ", ".join(told(done)))
            first, last = first or len(server.pages), len(server.pages)
    row("pages of the portal at first, at last", f"{first}, {last}")
    row("crawls that raised an alarm (aim: 0)", f"{alarms} of {crawls}")
    return alarms == 0
