"""The report of a crawl: what it says, that nothing in it runs or loads, and how it looks in a browser."""

from __future__ import annotations

import hashlib
import html
import json
import random
import re
import shutil
import subprocess
import time
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.capture import Capture
from archive.crawl import Crawl
from archive.report import report_of, write_overview, write_report
from archive.report.charts import chart_rows, publication_chart
from archive.report.tally import Documents
from archive.schedule.ledger import Ledger

STARTED = datetime(2025, 3, 12, 6, 35, tzinfo=UTC)
HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def document(number: int, **values: object) -> dict[str, object]:
    text = f"第{number}号通告的正文。"
    line = {
        "id": f"d{number}",
        "url": f"http://www.lixian.example/t{number}.html",
        "column": "notices",
        "title": f"第{number}号通告",
        "source": "县政府办公室",
        "authors": [],
        "published": "2025-02-03",
        "text": text,
        "text_digest": hashlib.sha256(text.encode()).hexdigest(),
        "attachments": [],
        "injections": [],
        "restoration": None,
    }
    return line | values


def make_crawl(
    holdings: Path,
    documents: list[dict[str, object]],
    *,
    outcome: str = "complete",
    cause: str | None = None,
    title: str = "澧县人民政府",
    counts: dict[str, object] | None = None,
    answers: int = 3,
    portal: str = "hunan_lixian",
) -> Path:
    crawl = Crawl.start(
        holdings,
        portal,
        title=title,
        division_code="430723",
        settings={},
        operator=None,
        robots="obeyed",
        started=STARTED,
    )
    for number in range(answers):
        body = f"<p>{number}</p>".encode()
        status = b"404 Not Found" if number == 2 else b"200 OK"
        head = b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body)
        crawl.write_capture(
            Capture(
                url=f"http://www.lixian.example/t{number}.html",
                captured_at=STARTED + timedelta(seconds=number),
                request=b"GET / HTTP/1.1\r\nHost: www.lixian.example\r\n\r\n",
                response=head + body,
            )
        )
    for line in documents:
        crawl.write_document(line)
    crawl.finish(outcome, counts or {}, cause)
    return crawl.folder


class Shown(HTMLParser):
    """The elements, attributes and visible text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def test_a_finished_crawl_holds_its_report_and_the_manifest_lists_it(tmp_path):
    folder = make_crawl(tmp_path, [document(1)])
    digest = hashlib.sha256((folder / "report.html").read_bytes()).hexdigest()
    assert f"{digest}  report.html" in (folder / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines()


def test_the_outcome_comes_first_and_in_both_languages(tmp_path):
    folder = make_crawl(tmp_path, [document(1)], outcome="failed", cause="column 'notices' links to nothing")
    text = Shown(report_of(folder)).text
    order = ["澧县人民政府", "未达标", "Failed", "column 'notices' links to nothing", "本次采集", "文件与摘要"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_it_counts_by_column_status_type_and_month(tmp_path):
    lines = [document(n, column="news" if n < 4 else "policy", published=f"2024-1{n % 3}-05") for n in range(9)]
    page = report_of(make_crawl(tmp_path, lines))
    rows = re.findall(r'<th scope="row">(\S+).*?</th><td class="number">(\d+)</td>', page)
    assert {("policy", "5"), ("news", "4"), ("200", "2"), ("404", "1")} <= set(rows)
    assert re.search(r'网页.*?text/html</div></th><td class="number">3</td>', page)
    assert page.count("<rect") > 3
    assert "2024-10" in page


def test_duplicates_name_what_is_held(tmp_path):
    lines = [document(1), document(2) | {"text": document(1)["text"], "text_digest": document(1)["text_digest"]}]
    text = Shown(report_of(make_crawl(tmp_path, lines))).text
    assert "第2号通告 http://www.lixian.example/t2.html http://www.lixian.example/t1.html" in text
    assert "hunan_lixian/20250312T063500Z" in text


def test_failures_are_named_with_their_causes(tmp_path):
    counts = {"failures": {"timeout": 3, "no such host": 1, "status 404": 1}, "unreadable": 2}
    text = Shown(report_of(make_crawl(tmp_path, [document(1)], counts=counts))).text
    assert "超时 timeout 3" in text
    assert "页面读不出 page unreadable 2" in text
    assert "404 找不到 404 Not Found 1 http://www.lixian.example/t2.html" in text
    assert "Failures and causes 7" in text


def test_what_is_missing_is_told_by_kind_and_column(tmp_path):
    columns = {
        "notices": {"links": 38, "documents": 35, "failed": 2, "promised": 50},
        "policy": {"links": 40, "documents": 40, "promised": 300, "budget_hit": 6, "budget": 2000},
        "news": {"links": 9, "documents": 9, "soft_404": 3},
    }
    text = Shown(report_of(make_crawl(tmp_path, [document(1)], counts={"columns": columns, "waiting": 7}))).text
    assert "缺口 Gaps 287" in text
    assert "未取到的网页 pages that could not be fetched 2 notices 2" in text
    assert "列表所称而未列出 promised by the lists, not linked there 272 policy 260 notices 12" in text
    assert "list pages left because a budget was spent 6 policy 6 ( 上限 budget 2,000)" in text
    assert "队列中尚未采集 still waiting in the queue 7" in text
    assert "policy 300 40 40 0 0 266 notices 50 38 35 2 0 14 news – 9 9 0 3 0" in text


def test_an_incremental_crawl_is_not_said_to_lack_what_it_did_not_ask_for(tmp_path):
    folder = make_crawl(tmp_path, [document(1)], counts={"columns": {"notices": {"links": 15, "promised": 900}}})
    described = json.loads((folder / "crawl.json").read_text(encoding="utf-8")) | {"kind": "incremental"}
    (folder / "crawl.json").write_text(json.dumps(described), encoding="utf-8")
    text = Shown(report_of(folder)).text
    assert "notices 900 15 0 0 0 0" in text
    assert "没有已知的缺口。 No gap is known." in text
    assert "reads each list to known ground only" in text


def test_many_columns_are_told_in_full_behind_the_ones_that_lack_most(tmp_path):
    columns = {f"lm{number:03}": {"links": 20, "documents": 20, "failed": number} for number in range(200)}
    page = report_of(make_crawl(tmp_path, [document(1)], counts={"columns": columns}))
    assert all(f">{column}<" in page for column in columns)
    assert page.index(">lm199<") < page.index("160 more columns") < page.index(">lm001<")
    assert "191 more columns" in page


def test_unchanged_vanished_and_covered_fields_are_told(tmp_path):
    counts = {
        "unchanged": 41,
        "vanished": 9,
        "examples": {"vanished": ["http://www.lixian.example/gone.html"]},
        "fields": {"documents": 400, "published": 380, "source": 0, "text": 400},
    }
    text = Shown(report_of(make_crawl(tmp_path, [document(1)], counts=counts))).text
    assert "未变 Unchanged 41 消失 Vanished 9" in text
    assert "http://www.lixian.example/gone.html 其余 8 个" in text
    assert "有日期 With a date 380 / 400 (95 %)" in text
    assert "有来源 With a source 0 / 400 (0 %)" in text
    assert "有附件 With attachments 0 / 1 (0 %)" in text


def test_causes_are_told_in_both_languages_with_how_many_checks_passed(tmp_path):
    faults = [
        {"monitor": "PagesFetched", "zh": "一个网页都没有取到（超时 3 次）", "en": "no page was fetched (timeout: 3)"},
        {"monitor": "QueueDone", "zh": HOSTILE, "en": HOSTILE + "!"},
    ]
    counts = {"faults": faults, "monitors_passed": 5}
    folder = make_crawl(tmp_path, [document(1)], outcome="failed", cause="no page\nother", counts=counts)
    shown = Shown(report_of(folder))
    assert "一个网页都没有取到（超时 3 次） no page was fetched (timeout: 3)" in shown.text
    assert "另有 5 项检查通过。 5 other checks passed." in shown.text
    assert "no page other" not in shown.text
    assert "script" not in shown.tags
    overview = Shown(write_overview(tmp_path).read_text(encoding="utf-8"))
    assert "一个网页都没有取到（超时 3 次） no page was fetched (timeout: 3)" in overview.text
    assert "script" not in overview.tags


def test_every_file_is_listed_with_the_digest_that_the_manifest_has(tmp_path):
    folder = make_crawl(tmp_path, [document(1)])
    page = (folder / "report.html").read_text(encoding="utf-8")
    for line in (folder / "manifest-sha256.txt").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert name == "report.html" or (name in page and digest in page)


def test_nothing_that_a_portal_serves_becomes_markup(tmp_path):
    injection = {"kind": HOSTILE, "excerpt": HOSTILE, "where": HOSTILE}
    line = document(1, title=HOSTILE, source=HOSTILE, column=HOSTILE, url="javascript:alert(3)", injections=[injection])
    again = document(2, title=HOSTILE, url=HOSTILE) | {"text": line["text"], "text_digest": line["text_digest"]}
    folder = make_crawl(tmp_path, [line, again], title=HOSTILE, cause=HOSTILE, counts={"failures": {HOSTILE: 2}})
    shown = Shown(report_of(folder))
    assert "script" not in shown.tags
    assert "img" not in shown.tags
    assert not [name for _, name, _ in shown.attributes if name.startswith("on") or name == "style"]
    assert all(value.startswith(("http:", "https:")) for _, name, value in shown.attributes if name == "href")
    assert shown.text.count("alert(1)") >= 6


def test_the_page_asks_for_nothing_and_its_policy_forbids_it(tmp_path):
    shown = Shown(report_of(make_crawl(tmp_path, [document(1)])))
    assert not [a for a in shown.attributes if a[1] in ("src", "srcset", "data", "background", "action")]
    assert "link" not in shown.tags
    policy = next(value for _, name, value in shown.attributes if name == "content" and "default-src" in value)
    style = next(text for text in shown.texts if "--paper" in text)
    assert policy.startswith("default-src 'none'")
    assert len(style) > 1000
    assert "url(" not in style


def test_both_languages_stand_beside_each_other_everywhere(tmp_path):
    page = report_of(make_crawl(tmp_path, [document(1)]))
    pairs = re.findall(r'<span class="zh" lang="zh-Hans">(.*?)</span><span class="en" lang="en">(.*?)</span>', page)
    assert len(pairs) == page.count('class="zh"') > 30
    assert all(chinese and english for chinese, english in pairs)


def test_a_crawl_that_brought_nothing_says_so(tmp_path):
    text = Shown(report_of(make_crawl(tmp_path, [], answers=0, outcome="failed", cause="no page was fetched"))).text
    assert "This crawl brought no new document." in text
    assert "No page was fetched, so what is missing cannot be told." in text
    assert "No gap is known." not in text
    assert "no page was fetched" in text


def test_a_folder_with_broken_files_still_has_a_report(tmp_path):
    folder = tmp_path / "hunan_lixian" / "20250312T063500Z"
    folder.mkdir(parents=True)
    (folder / "crawl.json").write_text('{"outcome": "interr', encoding="utf-8")
    (folder / "documents.jsonl").write_bytes(b'{"title": "a", "published": "2025-01-01"}\n{"title": "\xff\n[1]\nnull\n')
    (folder / "index.cdxj").write_text("half a li\n", encoding="utf-8")
    text = Shown(write_report(folder).read_text(encoding="utf-8")).text
    assert "crawl.json" in text
    assert "4 lines could not be read" in text


def test_a_date_that_cannot_be_is_counted_apart():
    documents = Documents()
    for published in (
        "2025-02-03",
        "2099-01-01",
        "1024-01-01",
        "2025-13-01",
        "soon",
        None,
        "2025-03-11T08:00:00+08:00",
    ):
        documents.add(document(1, published=published), until="2025-03")
    assert documents.months == {"2025-02": 1, "2025-03": 1}
    assert (documents.misdated, documents.undated) == (4, 1)
    assert [row["published"][:10] for row in documents.newest] == ["2025-03-11", "2025-02-03"]


def test_months_without_documents_show_as_gaps_and_many_months_as_years():
    few = publication_chart({"2024-01": 4, "2024-04": 2}, 600, 200)
    assert len(re.findall(r"<rect [^>]*#24594c", few)) == 4
    many = {"1999-05": 1, "2025-01": 3}
    assert chart_rows(many)[0] == ("1999", 1)
    assert len(re.findall(r"<rect [^>]*#24594c", publication_chart(many, 600, 200))) == 27
    assert publication_chart({}, 600, 200) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = (
    "title",
    "url",
    "column",
    "published",
    "injections",
    "restoration",
    "source",
    "held",
    "status",
    "mime",
    "length",
)


@settings(max_examples=25, deadline=None, database=None)
@given(
    lines=st.lists(st.dictionaries(st.sampled_from(_FIELDS), _JSON), max_size=4),
    description=st.dictionaries(
        st.sampled_from(("counts", "cause", "software", "started", "ended", "title", "kind")), _JSON
    ),
)
def test_no_value_of_any_type_keeps_a_crawl_from_its_report(tmp_path_factory, lines, description):
    folder = tmp_path_factory.mktemp("h") / "hunan_lixian" / "20250312T063500Z"
    folder.mkdir(parents=True)
    (folder / "crawl.json").write_text(json.dumps(description), encoding="utf-8")
    rows = "".join(json.dumps(line) + "\n" for line in lines)
    for name in ("documents.jsonl", "duplicates.jsonl"):
        (folder / name).write_text(rows, encoding="utf-8")
    (folder / "index.cdxj").write_text(rows.replace("{", "com,example)/ 20250312063500 {", 1), encoding="utf-8")
    assert "</html>" in report_of(folder)


def test_three_thousand_documents_take_less_than_half_a_second(tmp_path):
    rng = random.Random(5)
    folder = tmp_path / "hunan_lixian" / "20250312T063500Z"
    folder.mkdir(parents=True)
    (folder / "crawl.json").write_text('{"outcome": "complete", "started": "2025-03-12T06:35:00Z"}', encoding="utf-8")
    with (folder / "documents.jsonl").open("w", encoding="utf-8") as file:
        for number in range(3000):
            text = "乡镇工作报告" * rng.randint(100, 400)
            day = f"20{rng.randint(18, 24)}-0{rng.randint(1, 9)}-11"
            file.write(json.dumps(document(number, text=text, published=day), ensure_ascii=False) + "\n")
    report_of(folder)  # loads the template engine
    began = time.process_time()
    report_of(folder)
    assert time.process_time() - began < 0.5


def test_the_overview_puts_what_failed_first_and_leads_to_each_report(tmp_path):
    good = make_crawl(tmp_path, [document(1)])
    bad = make_crawl(tmp_path, [], outcome="failed", cause=HOSTILE, portal="hunan_taoyuan", title=HOSTILE)
    page = write_overview(tmp_path).read_text(encoding="utf-8")
    shown = Shown(page)
    links = [value for tag, name, value in shown.attributes if (tag, name) == ("a", "href")]
    assert links == [f"{folder.parent.name}/{folder.name}/report.html" for folder in (bad, good)]
    assert all((tmp_path / link).is_file() for link in links)
    assert "script" not in shown.tags
    assert "从未 never" in shown.text


def test_the_overview_names_portals_that_the_schedule_could_not_crawl(tmp_path):
    good = make_crawl(tmp_path, [document(1)])
    ledger = Ledger(tmp_path)
    now = datetime(2025, 3, 13, 19, 0, tzinfo=UTC)
    ledger.note_due([(portal, now, None) for portal in ("hunan_lixian", "hunan_taoyuan", "hunan_linli")], now)
    lixian, taoyuan, linli = ledger.open_runs()
    for run in (lixian, taoyuan, linli):
        ledger.start(run, "full", now)
    ledger.end(lixian, "unable", HOSTILE, None, now)
    ledger.postpone(taoyuan, now + timedelta(minutes=10), 1, "the process was killed")
    ledger.close()
    shown = Shown(write_overview(tmp_path).read_text(encoding="utf-8"))
    assert "无法运行 Could not run 澧县人民政府 hunan_lixian 2025-03-14 03:00 2025-03-12 14:35" in shown.text
    assert "无法运行 Could not run hunan_taoyuan hunan_taoyuan 2025-03-14 03:00 从未 never" in shown.text
    assert "the process was killed" in shown.text
    assert "2 未达标 Failed" in shown.text or "未达标 Failed 2" in shown.text
    assert "hunan_linli" not in shown.text, "it runs now, for the first time"
    assert "script" not in shown.tags
    assert good.is_dir()


def test_an_overview_of_nothing_says_so(tmp_path):
    assert "The holdings hold no crawl yet." in Shown(write_overview(tmp_path).read_text(encoding="utf-8")).text


browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine")


def browse(tmp_path: Path, page: Path, *words: str) -> subprocess.CompletedProcess[str]:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars")
    quiet = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    return subprocess.run(
        [str(CHROMIUM), *flags, *quiet, profile, "--enable-logging=stderr", *words, page.as_uri()],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=60,
        check=True,
    )


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> Path:
    """A report with every section filled, long words and hostile ones."""
    rng = random.Random(3)
    lines = []
    for number in range(60):
        injection = {"kind": "casino", "excerpt": "棋牌" * 200 + HOSTILE, "where": "/html/body" + "/div[1]" * 40}
        lines.append(
            document(
                number,
                title="通" * rng.randint(5, 120),
                url=f"http://www.lixian.example/{'x' * 300}{number}.html",
                published=f"2024-{rng.randint(1, 12):02}-11",
                injections=[injection] if number % 9 == 0 else [],
            )
        )
    lines += [line | {"id": "again"} for line in lines[:3]]
    counts = {"failures": {"timeout": 3, "z" * 200: 2}}
    return make_crawl(tmp_path_factory.mktemp("crowded"), lines, counts=counts) / "report.html"


@browser
def test_a_browser_finds_no_fault_and_asks_no_host(tmp_path, crowded):
    log = tmp_path / "net.json"
    ended = browse(tmp_path, crowded, "--dump-dom", f"--log-net-log={log}")
    assert "</html>" in ended.stdout
    assert "CONSOLE" not in ended.stderr
    assert "www.lixian.example" not in re.sub(r"file:[^\"]*", "", log.read_text(encoding="utf-8", errors="replace"))


@browser
@pytest.mark.parametrize("width", [320, 390, 768, 1200])
def test_nothing_hangs_over_the_edge_at_any_width(tmp_path, crowded, width):
    measured = measure(tmp_path, crowded.read_text(encoding="utf-8"), width, ".broad")
    assert measured["width"] <= width
    assert measured["display"] == ("none" if width <= 640 else "block")
    assert measured["border"] == "3px"  # the style sheet is allowed by the policy


@browser
@pytest.mark.parametrize("width", [320, 1200])
def test_nothing_of_the_overview_hangs_over_the_edge(tmp_path, crowded, width):
    page = write_overview(crowded.parents[2], tmp_path / "overview.html").read_text(encoding="utf-8")
    measured = measure(tmp_path, page, width, ".cards thead")
    assert measured["width"] <= width
    assert (measured["display"] == "none") == (width <= 640)


def measure(tmp_path: Path, page: str, width: int, part: str) -> dict[str, object]:
    """Measure *page* from outside, in a frame: its own policy lets no script in."""
    frame = html.escape(page)
    script = (
        "const page = document.querySelector('iframe').contentDocument;"
        f"const display = getComputedStyle(page.querySelector({part!r})).display;"
        "const cause = page.querySelector('.cause');"
        "const border = cause ? getComputedStyle(cause).borderLeftWidth : null;"
        "document.body.dataset.measured = JSON.stringify({width: page.documentElement.scrollWidth, display, border});"
    )
    outer = tmp_path / "outer.html"
    outer.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body><iframe width={width} height=900 style='border:0' "
        f'srcdoc="{frame}"></iframe><script>window.onload = () => {{ {script} }}</script>',
        encoding="utf-8",
    )
    found = re.search(r'data-measured="([^"]+)"', browse(tmp_path, outer, "--dump-dom").stdout)
    assert found is not None
    measured: dict[str, object] = json.loads(html.unescape(found[1]))
    return measured


@browser
def test_it_prints_on_a_few_pages(tmp_path, crowded):
    target = tmp_path / "report.pdf"
    browse(tmp_path, crowded, "--no-pdf-header-footer", f"--print-to-pdf={target}")
    from pypdf import PdfReader

    pages = PdfReader(target).pages
    assert 2 <= len(pages) <= 8
    first = pages[0].extract_text()
    assert "Complete".upper() in first.upper()
    assert "双语" not in first
