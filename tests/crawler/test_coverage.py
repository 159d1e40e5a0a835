"""What lists promise and name is held against what is kept, and what is missing can be queued."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.coverage import Survey, queue_gaps
from crawler.reading.listing import open_page
from crawler.reading.listing.promises import find_promise
from tests.crawler.growing import HOME, GrowingPortal, Outcome, PortalServer, declare


@pytest.mark.parametrize(
    ("markup", "promise"),
    [
        ('<script>createPageHTML(7,0,"index","shtml","black2",136);</script>', 136),
        ("<script>createPageHTML('page_div',50, 1,'list','shtml',742);</script>", 742),
        ('<script>createPageHTML(7,0,"index","shtml");</script>', None),
        ("<script>function createPageHTML(a, b, c){}</script>", None),
        ("<span>共1234条&nbsp; 1/83</span>", 1234),
        ("<div>共 <b>58</b> 条记录</div>", 58),
        ("<datastore><totalrecord>310</totalrecord></datastore>", 310),
        ('{"data": {"total": 91, "results": []}}', 91),
        ("<p>全县共有12个乡镇，共计3条河流</p><p>共0条</p>", 3),
        ("<p>没有</p>", None),
    ],
)
def test_what_a_list_says_it_has_is_read(markup: str, promise: int | None):
    assert find_promise(open_page(markup.encode(), HOME)) == promise


@pytest.fixture(scope="module", params=["trs"])
def crawled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple]:
    """A portal of which one page of a list and two articles could not be had at first."""
    portal = GrowingPortal(family=request.param, columns=2, articles=90)
    holdings = tmp_path_factory.mktemp(request.param)
    list_page = HOME + {"trs": "lma/index_1.shtml", "vsb": "lma/2.htm"}[request.param]
    missing = [portal.held["lmb"][0].url, portal.held["lmb"][40].url]
    with PortalServer(portal) as server:
        server.statuses = {list_page: 503, **dict.fromkeys(missing, 503), portal.held["lma"][0].url: 404}
        first = server.crawl(holdings)
        yield portal, server, holdings, first, list_page, missing


def test_what_is_missing_is_named_queued_and_then_crawled(crawled: tuple):
    portal, server, holdings, first, list_page, missing = crawled
    assert isinstance(first, Outcome)
    assert first.counts["columns"]["lma"]["promised"] == 45
    declared = declare(portal.family, portal.addresses)
    one, other = Survey(declared, holdings).run()
    assert (one.column, one.promised, one.listed, one.held, one.gone) == ("lma", 45, 30, 29, 1)
    assert [gap.url for gap in one.list_gaps] == [list_page]
    assert (other.promised, other.listed, other.held) == (45, 45, 43)
    assert [gap.url for gap in other.gaps] == missing
    assert not one.whole
    assert not other.whole

    assert queue_gaps(declared, holdings, [one, other]) == 3
    assert queue_gaps(declared, holdings, [one, other]) == 0, "what waits already is not queued again"
    server.statuses = {portal.held["lma"][0].url: 404}
    server.served.clear()
    second = server.crawl(holdings, "incremental", FULL_CRAWL_DAYS=9999)
    asked = {url for url, _ in server.served}
    assert {list_page, *missing} <= asked, second.log
    one, other = Survey(declared, holdings).run()
    assert one.whole
    assert other.whole
    assert (one.listed, one.held) == (45, 44)


def test_a_survey_is_quiet_and_later_walks_are_not(crawled: tuple, caplog: pytest.LogCaptureFixture):
    declared = declare(crawled[0].family, crawled[0].addresses)
    declared.list_pages = 1
    Survey(declared, crawled[2]).run()
    assert not caplog.records
    declared().logger.warning("heard")
    assert caplog.messages == ["heard"]


def test_the_command_says_what_it_cannot_do(tmp_path: Path):
    from crawler.cli.commands import xianzhi

    runner = CliRunner()
    unknown = runner.invoke(xianzhi, ["coverage", "guangxi_luijiang", "--holdings", str(tmp_path)])
    assert (unknown.exit_code, "did you mean" in unknown.output) == (2, True)
    empty = runner.invoke(xianzhi, ["coverage", "guangxi_liujiang", "--holdings", str(tmp_path)])
    assert (empty.exit_code, "no crawl of 'guangxi_liujiang' is held" in empty.output) == (2, True)
