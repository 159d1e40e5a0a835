"""How portals are walked: spiders driven over a site that is a dictionary, without network and engine."""

from __future__ import annotations

import re

import pytest

from crawler.errors import Blocked, UnreadablePage
from crawler.families.founder_new import FounderNewSpider
from crawler.families.founder_old import FounderOldSpider
from crawler.families.pdf_paper import PdfPaperSpider
from crawler.families.trs import TrsSpider
from tests.crawler.walking import walk

HOME = "http://www.lixian.example/"
STORY = "<p>{title}，全镇干部群众一起动手，把村道两旁的排水沟清理了一遍，预计月底前完工并交付使用。</p>" * 3
ARTICLE = "<html><head><title>{title}</title></head><body><h1>{title}</h1><div class=TRS_Editor>" + STORY + "</div>"


class LixianSpider(TrsSpider):
    name = "hunan_lixian"
    title = "澧县人民政府"
    division_code = "430723"
    home = HOME
    columns = {"news": "/news/", "policy": "/policy/"}  # noqa: RUF012  as in a portal's file


class LixianPaperSpider(FounderOldSpider):
    name = "hunan_lixian_paper"
    title = "澧县报"
    division_code = "430723"
    home = HOME
    columns = {"paper": "/szb/"}  # noqa: RUF012  as in a portal's file
    issues = 3


def article(title: str, parts: str = "") -> str:
    return ARTICLE.format(title=title) + parts


def rows(*addresses: str, more: str = "") -> str:
    items = "".join(f'<li><span>2025-04-16</span><a href="{one}">关于{one}的报道</a></li>' for one in addresses)
    return f"<html><body><ul>{items}</ul>{more}</body></html>"


def pager(count: int, current: int = 0) -> str:
    return f'<script>createPageHTML({count},{current},"index","shtml","black2",136);</script>'


NEWS, POLICY = HOME + "news/", HOME + "policy/"
EMPTY_POLICY = {POLICY: rows("t20250401_9.shtml"), POLICY + "t20250401_9.shtml": article("政策")}


def test_a_column_is_walked_over_all_its_pages_to_its_articles():
    site = {
        NEWS: rows("202504/t20250416_1.shtml", more=pager(3)),
        NEWS + "index_1.shtml": rows("202504/t20250415_2.shtml", more=pager(3, 1)),
        NEWS + "index_2.shtml": rows("202504/t20250414_3.shtml", more=pager(3, 2)),
        **{f"{NEWS}202504/t202504{day}_{no}.shtml": article(f"第{no}篇") for day, no in ((16, 1), (15, 2), (14, 3))},
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site)
    assert set(walked.asked) == set(site)
    assert set(walked.asked.values()) == {1}
    assert sorted(document.title for document in walked.documents) == ["政策", "第1篇", "第2篇", "第3篇"]
    assert {document.portal for document in walked.documents} == {"hunan_lixian"}
    assert {document.division_code for document in walked.documents} == {"430723"}
    assert walked.stats["column/news/links"] == 3
    assert walked.errors == []


def test_a_stub_ends_a_list_without_an_error():
    site = {
        NEWS: rows("t20250416_1.shtml", more=pager(2)),
        NEWS + "index_1.shtml": "<html><head></head><body></body></html>",
        NEWS + "t20250416_1.shtml": article("一"),
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site)
    assert walked.errors == []
    assert walked.stats["column/news/ends"] == 1


def test_a_column_without_links_is_unreadable_and_the_others_are_walked():
    walked = walk(LixianSpider, {NEWS: "<html><body><p>网站改版</p></body></html>", **EMPTY_POLICY})
    assert [str(error) for error in walked.errors] == [f"{NEWS}: column 'news' links to no article"]
    assert isinstance(walked.errors[0], UnreadablePage)
    assert [document.title for document in walked.documents] == ["政策"]


def test_a_column_that_is_gone_is_unreadable():
    walked = walk(LixianSpider, {NEWS: 404, **EMPTY_POLICY})
    assert [str(error) for error in walked.errors] == [f"{NEWS}: column 'news' cannot be fetched: status 404"]


@pytest.mark.parametrize(
    ("status", "body"), [(521, "<script>x</script>"), (200, "<script>document.cookie='a=1';location.reload()</script>")]
)
def test_a_challenge_is_blocked_and_no_document(status, body):
    site = {NEWS: rows("t20250416_1.shtml"), NEWS + "t20250416_1.shtml": (status, body), **EMPTY_POLICY}
    walked = walk(LixianSpider, site)
    assert [type(error) for error in walked.errors] == [Blocked]
    assert str(walked.errors[0]).startswith(f"{NEWS}t20250416_1.shtml: ")
    assert [document.title for document in walked.documents] == ["政策"]


def test_twins_of_an_article_are_fetched_once():
    twins = ("t20250416_1.shtml", "t20250416_1.shtml#top", "https://www.lixian.example/news/t20250416_1.shtml")
    site = {NEWS: rows(*twins), NEWS + "t20250416_1.shtml": article("一"), **EMPTY_POLICY}
    assert walk(LixianSpider, site).asked[NEWS + "t20250416_1.shtml"] == 1


def test_articles_of_other_sites_and_traps_are_left_alone():
    foreign = ("http://www.other.example/news/t20250416_1.shtml", "/jact/front/t20250416_2.shtml")
    site = {NEWS: rows(*foreign, "t20250416_3.shtml"), NEWS + "t20250416_3.shtml": article("三"), **EMPTY_POLICY}
    walked = walk(LixianSpider, site)
    assert set(walked.asked) == set(site)
    assert walked.stats["column/news/elsewhere"] == 1


def test_files_and_pictures_of_an_article_are_kept_also_from_other_hosts_of_the_portal():
    parts = (
        '<div class=TRS_Editor><p><img src="W0201.jpg"></p><p><a href="http://file.lixian.example/P0201.pdf">附件：名单</a></p>'
        '<p><a href="http://www.other.example/P0202.pdf">别处的附件</a></p></div>'
    )
    markup = ARTICLE.format(title="公示").replace("</p></div>", "</p>" + parts.partition(">")[2])
    site = {
        NEWS: rows("t20250416_1.shtml"),
        NEWS + "t20250416_1.shtml": markup,
        NEWS + "W0201.jpg": (200, b"\xff\xd8\xff"),
        "http://file.lixian.example/P0201.pdf": 404,
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site)
    assert walked.asked["http://file.lixian.example/P0201.pdf"] == 1
    assert walked.asked[NEWS + "W0201.jpg"] == 1
    assert "http://www.other.example/P0202.pdf" not in walked.asked


def test_an_article_that_sends_to_the_home_page_is_a_soft_404():
    shell = "<html><head><title>页面不存在</title></head><body>您访问的页面不存在</body></html>"
    walked = walk(LixianSpider, {NEWS: rows("t20250416_1.shtml"), NEWS + "t20250416_1.shtml": shell, **EMPTY_POLICY})
    assert walked.stats["column/news/soft_404"] == 1
    assert [document.title for document in walked.documents] == ["政策"]


def test_an_endless_list_ends_at_the_columns_budget(caplog: pytest.LogCaptureFixture):
    class BoundedSpider(LixianSpider):
        name = "hunan_lixian"
        title = "澧县人民政府"
        division_code = "430723"
        home = HOME
        columns = {"news": "/news/"}  # noqa: RUF012  as in a portal's file
        list_pages = 5

    site = {NEWS: rows("t20250416_1.shtml", more=pager(500)), NEWS + "t20250416_1.shtml": article("一")}
    site |= {f"{NEWS}index_{no}.shtml": rows("t20250416_1.shtml", more=pager(500, no)) for no in range(1, 500)}
    walked = walk(BoundedSpider, site)
    assert walked.asked.total() == 1 + 5 + 1
    assert walked.stats["column/news/budget"] == 5
    assert walked.stats["column/news/budget_hit"] == 494, "pages that were left out, each once"
    (warning,) = [record.getMessage() for record in caplog.records if "budget" in record.getMessage()]
    assert warning.endswith("column 'news' spent its budget of 5 list pages; further ones are left out")


def test_a_budget_that_is_not_spent_is_not_counted():
    site = {
        NEWS: rows("t20250416_1.shtml", more=pager(2)),
        NEWS + "index_1.shtml": rows("t20250415_2.shtml"),
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site, read=False)
    assert not [name for name in walked.stats if "budget" in name]


def test_a_list_that_answers_any_page_with_what_it_had_before_ends():
    def page(number: int) -> str:
        return rows("t20250416_1.shtml", "t20250415_2.shtml", more=f'<a href="?page={number + 1}">下一页</a>')

    site = {NEWS: page(1), **{f"{NEWS}?page={number}": page(number) for number in range(2, 50)}, **EMPTY_POLICY}
    walked = walk(LixianSpider, site, read=False)
    assert [url for url in walked.asked if "page=" in url] == [f"{NEWS}?page=2", f"{NEWS}?page=3"]
    assert walked.stats["column/news/repeated"] == 1


def test_a_calendar_beside_a_list_is_left_alone():
    days = "".join(f'<td><a href="?day=2025-04-{day:02}">{day}</a></td>' for day in range(1, 31))
    calendar = f'<table><tr>{days}<td><a href="?day=2025-05">&gt;</a></td></tr></table><a href="/calendar?day=2025-05-01">下一页</a>'
    site = {NEWS: rows("t20250416_1.shtml", more=pager(1) + calendar), **EMPTY_POLICY}
    walked = walk(LixianSpider, site, read=False)
    assert not [url for url in walked.asked if "day=" in url]


def test_style_sheets_that_import_others_without_end_are_left_after_a_few():
    class Sheets(dict):
        def get(self, url, default=None):
            number = url.removeprefix(HOME + "css/").removesuffix(".css")
            return f"@import '{int(number) + 1}.css';" if number.isdigit() else super().get(url, default)

    head = "<link rel=stylesheet href=/css/1.css>"
    site = Sheets({NEWS: rows("t20250416_1.shtml", more=head), **EMPTY_POLICY})
    walked = walk(LixianSpider, site, read=False, settings={"PAGE_REQUISITES": "1"})
    assert 1 < len([url for url in walked.asked if "/css/" in url]) <= 5


SZB = HOME + "szb/"


def printed(number: int, *stories: str, more: str = "") -> str:
    links = "".join(f"<a href={story}>关于{story}的报道</a>" for story in stories)
    return f"<html><body>第0{number}版：<b>要闻</b><div id=titleList>{links}</div>{more}</body></html>"


def issue(day: str, previous: str | None = None, calendar: bool = False) -> dict[str, object]:
    folder = f"{SZB}html/{day[:7]}/{day[8:]}/"
    before = f"<a href=../../{previous[:7]}/{previous[8:]}/node_2.htm>上一期</a>" if previous else ""
    script = "<script src=calendar.js></script>" if calendar else ""
    first = printed(
        1, "content_1.htm?div=-1", "content_1.htm", more=f"<a id=pageLink href=node_3.htm>02</a>{before}{script}"
    )
    return {
        folder + "node_2.htm": first,
        folder + "node_3.htm": printed(2, "content_2.htm", more="<a id=pageLink href=node_2.htm?v=1>01</a>"),
        folder + "content_1.htm": article(f"{day}的头条"),
        folder + "content_2.htm": article(f"{day}的二版"),
    }


def test_an_e_paper_is_walked_from_its_entry_over_pages_to_stories():
    site = {SZB: '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_2.htm">', **issue("2025-04-16")}
    walked = walk(LixianPaperSpider, site)
    assert set(walked.asked) == set(site)
    assert set(walked.asked.values()) == {1}
    assert {(document.title, document.column) for document in walked.documents} == {
        ("2025-04-16的头条", "第01版：要闻"),
        ("2025-04-16的二版", "第02版：要闻"),
    }


def test_older_issues_are_followed_up_to_the_limit():
    days = ["2025-04-16", "2025-04-09", "2025-04-02", "2025-03-26"]
    site: dict[str, object] = {SZB: '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_2.htm">'}
    for day, previous in zip(days, [*days[1:], None], strict=True):
        site |= issue(day, previous)
    walked = walk(LixianPaperSpider, site)
    assert {document.title for document in walked.documents if "头条" in document.title} == {
        f"{day}的头条" for day in days[:3]
    }
    assert walked.stats["column/paper/issues_left_out"] >= 1
    since = walk(LixianPaperSpider, site, since="2025-03-26")
    assert len(since.documents) == 8


def test_a_calendar_names_issues_and_a_day_without_one_is_no_failure():
    calendar = "".join(
        f"<period><period_date>{day}</period_date><front_page>node_2.htm</front_page></period>"
        for day in ("2025-04-16", "2025-04-09", "2025-04-02")
    )
    site = {
        SZB: '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_2.htm">',
        **issue("2025-04-16", calendar=True),
        **issue("2025-04-09"),
        SZB + "html/2025-04/period.xml": f"<period_list>{calendar}</period_list>",
    }
    walked = walk(LixianPaperSpider, site)
    assert walked.errors == []
    assert len(walked.documents) == 4
    assert walked.stats["column/paper/absent"] == 1
    assert "column/paper/failed" not in walked.stats


def test_a_printed_page_whose_stories_have_no_pages_is_read_itself():
    lines = "".join(
        f"<p>{'本报讯 全区各镇组织力量抢收油菜，合作社的收割机日夜不停，预计三天内收完。' * 2}</p>" for _ in range(4)
    )
    site = {
        SZB: '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_1.htm">',
        SZB + "html/2025-04/16/node_1.htm": f"<html><body>第01版：<b>要闻</b><div id=ozoom>{lines}</div></body></html>",
    }
    walked = walk(LixianPaperSpider, site)
    assert walked.documents
    assert "抢收油菜" in walked.documents[0].text


def test_an_entry_that_leads_round_in_circles_is_unreadable():
    loop = '<META HTTP-EQUIV=REFRESH CONTENT="0; URL={}">'
    site = {
        SZB: loop.format("a.htm"),
        **{f"{SZB}{one}.htm": loop.format(f"{two}.htm") for one, two in zip("abcde", "bcdea", strict=True)},
    }
    walked = walk(LixianPaperSpider, site)
    assert [type(error) for error in walked.errors] == [UnreadablePage]
    assert walked.asked.total() <= 6


@pytest.mark.parametrize(("status", "counted"), [(404, "absent"), (410, "absent"), (500, "failed"), (403, "failed")])
def test_a_page_that_the_site_no_longer_has_is_told_from_one_that_failed(status: int, counted: str):
    site = {NEWS: rows("t20250416_1.shtml"), NEWS + "t20250416_1.shtml": status, **EMPTY_POLICY}
    walked = walk(LixianSpider, site)
    assert {name: walked.stats.get(f"column/news/{name}") for name in ("absent", "failed")} == {
        "absent": None,
        "failed": None,
        counted: 1,
    }


def test_requisites_are_kept_once_unless_told_otherwise():
    head = "<link rel=stylesheet href=/css/a.css><script src=/js/a.js></script><style>@import '/css/b.css';</style>"
    site = {
        NEWS: rows("t20250416_1.shtml", more=head),
        NEWS + "t20250416_1.shtml": article("一", head),
        HOME
        + "css/a.css": "body { background: url(../images/bg.png) } i { background: url(data:image/gif;base64,R0) }",
        HOME + "css/b.css": 404,
        HOME + "js/a.js": (200, b"var a = 1;"),
        HOME + "images/bg.png": (200, b"\x89PNG"),
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site, settings={"PAGE_REQUISITES": "1"})
    assert set(walked.asked) == set(site)
    assert set(walked.asked.values()) == {1}
    assert walked.errors == []
    assert walked.stats["column/news/requisites_missing"] == 1
    assert not [name for name in walked.stats if name.endswith(("/failed", "/absent"))], "no gap of the column"
    bare = walk(LixianSpider, site, settings={"PAGE_REQUISITES": "1"}, requisites="no")
    assert not [url for url in bare.asked if "css" in url]


class LixianNewPaperSpider(FounderNewSpider):
    name = "hunan_lixian_new_paper"
    title = "澧县报"
    division_code = "430723"
    home = HOME
    columns = {"paper": "/pc/"}  # noqa: RUF012  as in a portal's file


class LixianPdfPaperSpider(PdfPaperSpider):
    name = "hunan_lixian_pdf_paper"
    title = "澧县报"
    division_code = "430723"
    home = HOME
    columns = {"paper": "/szb/"}  # noqa: RUF012  as in a portal's file


def test_a_paper_on_founders_new_system_is_walked():
    day, story = HOME + "pc/layout/202505/14/", HOME + "pc/content/202505/14/content_{}.html"
    links = '<ul class=news-list><li><a href="../../../content/202505/14/content_{}.html">春耕</a></li></ul>'
    site = {
        HOME + "pc/": "<script>window.location.href='layout/202505/14/node_01.html'</script>",
        day + "node_01.html": links.format(1) + '<a href="node_02.html">第02版</a>',
        day + "node_02.html": links.format(2)
        + '<a href="node_01.html">第01版</a><a href="../13/node_01.html">上一期</a>',
        HOME + "pc/layout/202505/13/node_01.html": 403,
        story.format(1): article("春耕一线见闻"),
        story.format(2): article("水库除险加固"),
    }
    walked = walk(LixianNewPaperSpider, site)
    assert set(walked.asked) == set(site)
    assert walked.errors == []
    assert {document.title for document in walked.documents} == {"春耕一线见闻", "水库除险加固"}


def test_a_paper_of_pdf_files_is_kept():
    files = [f"{HOME}szb/resfile/2025-04-16/0{page}/0{page}.pdf" for page in (1, 2)]
    site = {HOME + "szb/": rows(*files), **dict.fromkeys(files, 404)}
    walked = walk(LixianPdfPaperSpider, site)
    assert set(walked.asked) == set(site)
    assert walked.stats["column/paper/links"] == 2


def test_a_file_without_text_is_kept_and_no_fault():
    site = {
        NEWS: rows("t20250416_1.shtml", "P0203.zip", "P0204.txt"),
        NEWS + "t20250416_1.shtml": article("一"),
        NEWS + "P0203.zip": (200, b"PK\x03\x04" + bytes(400)),
        NEWS + "P0204.txt": (200, "各镇名单如下：张家镇、李家镇。".encode("gb18030")),
        **EMPTY_POLICY,
    }
    walked = walk(LixianSpider, site)
    assert walked.errors == []
    assert walked.stats["column/news/files_without_text"] == 1
    assert "各镇名单如下：张家镇、李家镇。" in [document.text for document in walked.documents]


def test_a_newspaper_that_answers_for_any_month_and_any_sheet_is_left_at_its_budgets():
    class Endless(dict):
        def get(self, url, default=None):
            sheet = re.search(r"/2025-04/16/node_(\d+)\.htm$", url)
            if sheet:
                return printed(
                    1, more=f"<a id=pageLink href=node_{int(sheet[1]) + 1}.htm>x</a><script src=calendar.js></script>"
                )
            return "<period_list></period_list>" if url.endswith("period.xml") else super().get(url, default)

    site = Endless({SZB: '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_2.htm">'})
    walked = walk(LixianPaperSpider, site, read=False)
    assert len([url for url in walked.asked if "node_" in url]) <= 201
    assert 12 < len([url for url in walked.asked if "period.xml" in url]) <= 37
