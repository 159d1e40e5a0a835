"""The samples are what they claim: served bytes, saved whole, and together the whole crawl of every portal."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from protego import Protego
from scrapy import Request, Spider
from scrapy.http import Headers, HtmlResponse
from scrapy.responsetypes import responsetypes
from scrapy.utils.response import get_meta_refresh
from scrapy.utils.test import get_crawler

from crawler.portals import PortalLoader, load_portal
from crawler.reading import Document
from crawler.replay import Answer, read_answers
from crawler.replay.answers import address_key
from crawler.samples import Sample, find_samples, load_expected, load_sample

SAMPLES = Path(__file__).parents[1] / "samples"
FOLDERS = list(find_samples(SAMPLES))
PORTALS = PortalLoader(["crawler.spiders"])

# A list links to it, and robots.txt forbids it.
FORBIDDEN = {
    "guangxi_liujiang": {"http://www.liujiang.gov.cn/xxgk/tzgg/nb/202503/t20250304_3412077.shtml"},
}
# A portal of which every page is in GBK; the samples of others say so in their label.
WHOLLY_GBK = {"hubei_jingzhou_paper"}
# No page that a crawl follows links to them: a wall, and a copy on another host.
UNLINKED = {
    "guangxi_liuzhou_education": {"wall-412"},
    "national_china_education_news": {"hijacked-copy"},
}


def named(folder: Path) -> str:
    return f"{folder.parent.name}-{folder.name}"


@pytest.fixture(params=FOLDERS, ids=named)
def sample(request: pytest.FixtureRequest) -> Sample:
    return load_sample(request.param)


def text_of(sample: Sample) -> str | None:
    """The sample's text by the strict rule of its bytes, None for what is no text."""
    kind = next((value for name, value in sample.headers.items() if name.lower() == "content-type"), "")
    if not kind.startswith("text/"):
        return None
    try:
        return sample.body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return sample.body.decode("gb18030")


def test_there_are_samples_enough_and_they_stay_small():
    assert len(FOLDERS) >= 60
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 3_000_000


def test_every_portal_has_its_folder_and_every_folder_its_portal():
    assert {path.name for path in SAMPLES.iterdir() if path.is_dir()} == set(PORTALS.list())


def test_a_sample_holds_its_three_files_and_nothing_else(sample: Sample):
    names = {path.name for path in sample.folder(SAMPLES).iterdir()}
    assert names == {"page.html", "page.json", "expected.json"}


def test_page_json_says_what_was_asked_and_when(sample: Sample):
    facts = json.loads((sample.folder(SAMPLES) / "page.json").read_text(encoding="utf-8"))
    assert list(facts) == ["url", "status", "headers", "captured_at"]
    assert urlsplit(sample.url).scheme == "http"
    assert 100 <= sample.status < 600
    moment = datetime.fromisoformat(sample.captured_at)
    assert moment.utcoffset() is not None
    assert "content-length" not in {name.lower() for name in sample.headers}


def test_a_label_names_a_case_in_small_letters(sample: Sample):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", sample.label)


def test_bodies_are_saved_without_content_coding(sample: Sample):
    assert not sample.body.startswith(b"\x1f\x8b")


def test_the_bytes_of_a_text_are_those_of_its_character_set(sample: Sample):
    text = text_of(sample)
    if text is None:
        return
    assert "\ufffd" not in text
    # What UTF-8 read as GBK looks like: 柳 and 的 come out so, and a re-encoded page is full of them.
    assert not re.search("鏌|鐨勶|锛屾|銆€", text)
    in_gbk = bool(re.search(rb"[\x80-\xff]", sample.body)) and not is_utf8(sample.body)
    said_to_be = "gbk" in sample.label.split("-") or sample.portal in WHOLLY_GBK
    assert in_gbk == (said_to_be and not is_ascii(sample)), "the label names gbk where the page is in it"


def is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_ascii(sample: Sample) -> bool:
    return sample.body.isascii()


def test_the_ways_in_which_pages_mislabel_their_character_set_are_all_there():
    seen = Counter(label for folder in FOLDERS for label in [mislabelling(load_sample(folder))] if label)
    assert set(seen) >= {"gbk as utf-8", "utf-8 as gb2312", "gbk unlabelled", "utf-8 as GBK by its header"}


def mislabelling(sample: Sample) -> str | None:
    head = sample.body[:2048].decode("latin-1").lower()
    kind = sample.headers.get("Content-Type", "").lower()
    if not kind.startswith("text/html") or sample.body.isascii():
        return None
    meta = next(iter(re.findall(r"charset=[\"']?([\w-]+)", head)), None)
    header = next(iter(re.findall(r"charset=([\w-]+)", kind)), None)
    if is_utf8(sample.body):
        if header == "gbk":
            return "utf-8 as GBK by its header"
        return "utf-8 as gb2312" if meta == "gb2312" else None
    if meta is None and header is None:
        return "gbk unlabelled"
    return "gbk as utf-8" if meta == "utf-8" else None


def test_attachments_and_pictures_can_be_opened(sample: Sample):
    path = urlsplit(sample.url).path
    if sample.status != 200:
        return
    if path.endswith(".pdf"):
        pypdf = pytest.importorskip("pypdf")
        assert re.search("[\u4e00-\u9fff]{6}", pypdf.PdfReader(io.BytesIO(sample.body)).pages[0].extract_text())
    elif path.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(sample.body)) as package:
            assert package.testzip() is None
            assert re.search("[\u4e00-\u9fff]{4}", package.read("word/document.xml").decode("utf-8"))
    elif path.endswith((".jpg", ".png")):
        assert sample.body.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"))
        assert sample.body.endswith((b"\xff\xd9", b"IEND\xaeB`\x82"))


@dataclass
class Walk:
    """What a crawl of one portal would meet: addresses by what answers for them."""

    answered: set[str] = field(default_factory=set)
    forbidden: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    read: dict[str, list[Document]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    return read_answers(SAMPLES)


def walk(name: str, answers: dict[str, Answer]) -> Walk:
    """Follow a spider through the saved answers, robots.txt, redirects and refreshes included."""
    portal = load_portal(PORTALS, name)
    spider = portal.from_crawler(get_crawler(portal, {"PAGE_REQUISITES": True}))
    walked, waiting = Walk(), asyncio.run(collect(spider))
    while waiting:
        request = waiting.pop()
        answer = answers.get(address_key(request.url))
        if not robots(request.url, answers, walked).can_fetch(request.url, "xianzhi"):
            # Sites often shut their pictures and scripts off; without an article's page there is a gap.
            walked.forbidden |= set() if request.meta["optional"] else {request.url}
        elif answer is None:
            walked.dead.add(request.url)
        else:
            walked.answered.add(answer.url)
            found = follow(request, answer)
            waiting += [item for item in found if isinstance(item, Request)]
            documents = [item for item in found if isinstance(item, Document)]
            if documents:
                walked.read[answer.url] = documents
    return walked


async def collect(spider: Spider) -> list[Request]:
    started: AsyncIterator[Request] = spider.start()
    return [request async for request in started]


def robots(url: str, answers: dict[str, Answer], walked: Walk) -> Protego:
    answer = answers[urljoin(url, "/robots.txt")]
    walked.answered.add(answer.url)
    return Protego.parse(answer.body.decode("utf-8") if answer.status == 200 else "")


def follow(request: Request, answer: Answer) -> list[Request | Document]:
    location = answer.header("location")
    if 300 <= answer.status < 400 and location:
        return [request.replace(url=urljoin(request.url, location))]
    if answer.status != 200:
        return []
    headers = Headers(dict(answer.headers))
    kind = responsetypes.from_args(headers, request.url, None, answer.body)
    response = kind(request.url, answer.status, headers, answer.body, request=request)
    if isinstance(response, HtmlResponse):
        target = get_meta_refresh(response)[1]
        if target:
            return [request.replace(url=target)]
    assert request.callback is not None
    return list(request.callback(response, **request.cb_kwargs) or ())


@pytest.fixture(scope="module")
def walks(answers: dict[str, Answer]) -> dict[str, Walk]:
    return {name: walk(name, answers) for name in PORTALS.list()}


@pytest.mark.parametrize("name", PORTALS.list())
def test_every_address_that_a_crawl_follows_is_answered(name: str, walks: dict[str, Walk]):
    assert walks[name].dead == set()
    assert walks[name].forbidden == FORBIDDEN.get(name, set())


@pytest.mark.parametrize("name", PORTALS.list())
def test_every_sample_is_met_by_its_portals_crawl_or_known_to_be_unlinked(name: str, walks: dict[str, Walk]):
    met = walks[name].answered
    unmet = {folder.name for folder in find_samples(SAMPLES, name) if load_sample(folder).url not in met}
    assert unmet == UNLINKED.get(name, set())


def holds_something(document: dict[str, object]) -> bool:
    """Whether a document is more than the title of a page that sends elsewhere."""
    return bool(document.get("paragraphs") or document.get("images"))


@pytest.mark.parametrize("name", PORTALS.list())
def test_a_crawl_reads_every_article_that_the_samples_hold(name: str, walks: dict[str, Walk]):
    walked = walks[name]
    expectations = {load_sample(folder).url: load_expected(folder) or {} for folder in find_samples(SAMPLES, name)}
    shown = {one.get("pdf") for one in expectations.values()}  # a printed page as PDF is kept, not read
    met = {url: one for url, one in expectations.items() if url in walked.answered and url not in shown}
    wanted = {url: one["documents"] for url, one in met.items() if any(map(holds_something, one.get("documents", [])))}
    assert wanted
    assert set(wanted) <= set(walked.read)
    for url, expected in wanted.items():
        read = walked.read[url]
        assert [document.title for document in read] == [one.get("title") for one in expected]
        assert [list(document.paragraphs) for document in read] == [one.get("paragraphs", []) for one in expected]
        assert {document.portal for document in read} == {name}


@pytest.mark.parametrize("name", PORTALS.list())
def test_most_articles_are_expected_to_tell_title_text_day_and_source(name: str):
    """An expectation taken over unread is empty where the reading failed."""
    expected = [load_expected(folder) or {} for folder in find_samples(SAMPLES, name)]
    articles = [one for page in expected if page.get("kind") == "article" for one in page.get("documents", [])]
    # A newspaper is the source of its own stories and need not say so.
    fields = ["title", "paragraphs", "published", *([] if name.endswith("_paper") else ["source"])]
    for field_name in fields:
        told = sum(1 for article in articles if article.get(field_name))
        assert told * 10 >= len(articles) * 8, field_name
