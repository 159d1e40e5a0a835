"""The printed pages of e-papers: their stories, their sister pages, and the other issues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from crawler.reading.listing.addresses import address_key, bare_host
from crawler.reading.listing.links import Link
from crawler.reading.listing.pages import Page, clean, text_of

_REFRESH = re.compile(
    r"^\s*0*(?:1[0-4]|\d)?(?!\d)(?:\.\d*)?\s*(?:[;,]\s*(?:url\s*=)?|url\s*=)\s*[\"']?\s*([^\"'>;,\s][^\"'>]*)", re.I
)
_SCRIPTED = re.compile(
    r"""\b(?:window\.|top\.|self\.)?location(?:\.href)?\s*(?:=|\.replace\()\s*["']([^"']+)["'](?!\s*\+)"""
)
_TELEPHONE = re.compile(r"\bnavigator\s*\.\s*(?:userAgent|platform)", re.I)
_MOST_PLACES = 9
_PRINTED = re.compile(
    r"/(?:html5?/\d{4}-\d{2}/\d{2}/(?:node_|nbs\.D)\w[\w.]*\.html?|layout/\d{6}/\d{2}/node_\w+\.html?)$", re.I
)
_STORY = re.compile(
    r"/(?:html5?/\d{4}-\d{2}/\d{2}/(?:content_|nw\.D)[\w.-]+\.html?|content/\d{6}/\d{2}/content_\w+\.html?)$", re.I
)
# What stands before the day in the address of a printed page: the folder of its edition.
_EDITION = re.compile(r"^(.*?/)(?:html5?/\d{4}-\d{2}|(?:pc/)?layout/\d{6})/\d{2}/", re.I)
_ENTRY = re.compile(r"/(?:(?:index|default|paperindex|node_\d+)\.\w{3,5})?$", re.I)
_PAPER_NAME = re.compile(
    r"[\w·“”]{0,14}?(?:[日晚晨早时周商快导旬]报|都市报|生活报|农村报|青年报|[县市区州旗]报|周刊|周末|画报|校报)(?:[·（(]\w{1,8}[)）]?)?"
)
_MONTH = re.compile(r"/(\d{4})-(\d{2})/period\.xml$")
_DAY = re.compile(r"/(\d{4})-?(\d{2})/(\d{2})/")
_PAGE_NUMBER = re.compile(r"第\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版\s*[:：]?\s*(.*)", re.S)
_CALENDAR_ENTRY = re.compile(
    r"<period_date>\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*</period_date>.*?<front_page>\s*([\w.-]+)\s*</front_page>",
    re.S | re.I,
)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One printed page of an issue.

    *day* is the issue's ISO date; *sisters* are the other pages of the issue, *issues* first pages of other
    days; *picture* and *pdf* show the page as printed.
    """

    day: str | None
    number: str | None
    name: str | None
    stories: tuple[Link, ...]
    sisters: tuple[str, ...]
    issues: tuple[str, ...]
    pdf: str | None
    picture: str | None

    @property
    def label(self) -> str | None:
        """Return number and name as printed at the page's head, such as ``第01版：要闻``."""
        if self.number is None:
            return None
        return f"第{self.number}版：{self.name}" if self.name else f"第{self.number}版"


def find_refresh(page: Page) -> str | None:
    """Return where a page that holds nothing else sends its reader, by META refresh or by script.

    Entry pages of e-papers send to the newest issue: ``<META … URL=html/2024-01/05/node_2.htm>``. What sends on only
    after 15 seconds is a page to read.
    """
    for element in page.elements():
        # What stands in noscript sends readers without scripts to a page that asks for them.
        is_refresh = element.tag == "meta" and (element.get("http-equiv") or "").strip().lower() == "refresh"
        if is_refresh and next(element.iterancestors("noscript"), None) is None:
            match = _REFRESH.match(element.get("content") or "")
            address = page.resolve(match[1]) if match else None
            if address and address != page.url:
                return address
    shell = page.tree is None or (len(text_of(page.tree)) < 200 and not _leads_on(page.tree))
    target = _scripted_target(page.text) if shell else None
    address = page.resolve(target) if target else None
    return address if address != page.url else None


def _scripted_target(text: str) -> str | None:
    """Return where the scripts in *text* send a reader who is not at a telephone: those are asked for first."""
    places = list(islice(_SCRIPTED.finditer(text), _MOST_PLACES))
    asked = _TELEPHONE.search(text) if places else None
    if asked:
        places = [place for place in places if place.start() < asked.start()] or places[1:]
    return places[0][1] if places else None


def _leads_on(tree: HtmlElement) -> bool:
    """A short list has a script too that goes to another page when it is told so."""
    return len(tree.xpath("(//a[string-length(@href) > 1])[position() <= 5]")) == 5


def is_printed_page(url: str) -> bool:
    """Return whether *url* is that of a printed page of a Founder e-paper, old or new.

    >>> is_printed_page("http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm")
    True
    """
    return bool(_PRINTED.search(urlsplit(url).path))


def is_story(url: str) -> bool:
    """Return whether *url* is that of a story of a Founder e-paper, old or new."""
    return bool(_STORY.search(urlsplit(url).path))


def issue_day(url: str) -> str | None:
    """Return the ISO date of the issue that *url* belongs to.

    >>> issue_day("http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm")
    '2024-01-05'
    """
    match = _DAY.search(urlsplit(url).path)
    return f"{match[1]}-{match[2]}-{match[3]}" if match else None


def edition_of(url: str) -> str | None:
    """Return the folder of the edition that the printed page *url* belongs to; None for any other address.

    >>> edition_of("http://paper.example/lxwb/html/2024-01/05/node_2.htm")
    'http://paper.example/lxwb/'
    """
    match = _EDITION.match(url) if is_printed_page(url) else None
    return match[1] if match else None


def same_edition(one: str, other: str) -> bool:
    """Return whether two printed pages are of one newspaper, on whichever of its site's hosts."""
    first, second = edition_of(one), edition_of(other)
    return first is not None and second is not None and address_key(first) == address_key(second)


def read_editions(page: Page) -> dict[str, str]:
    """Return the entries of the newspapers that *page* links to by name, as the links call them.

    A link to a printed page stands for its edition: the address of a day is no entry.
    """
    found: dict[str, str] = {}
    for element in page.elements():
        if element.tag not in ("a", "area", "option"):
            continue
        name = (text_of(element) or clean(element.get("title") or element.get("alt") or "")).strip("《》 ")
        address = page.resolve(element.get("href") or element.get("value") or "")
        if address is None or not _PAPER_NAME.fullmatch(name) or bare_host(address) != bare_host(page.url):
            continue
        entry = edition_of(address) or address.partition("?")[0]
        if _ENTRY.search(urlsplit(entry).path) and address_key(entry) not in map(address_key, found):
            found[entry] = name
    return found


def read_printed_page(page: Page) -> PrintedPage:
    """Return what one printed page links to; its own address is in none of the lists."""
    day = issue_day(page.url)
    stories: dict[str, Link] = {}
    sisters: dict[str, None] = {}
    issues: dict[str, None] = {}
    pdf = None
    for element in page.elements():
        url = page.resolve(element.get("href") or "") if element.tag in ("a", "area") else None
        if url is None:
            continue
        url = url.partition("?")[0]
        if is_story(url) and issue_day(url) == day:
            _keep_longest(stories, Link(url, text_of(element) or clean(element.get("title") or ""), day))
        elif same_edition(url, page.url) and url != page.url.partition("?")[0]:
            (sisters if issue_day(url) == day else issues)[url] = None
        elif url.lower().endswith(".pdf") and pdf is None:
            pdf = url
    number, name = _number_and_name(page)
    return PrintedPage(day, number, name, tuple(stories.values()), tuple(sisters), tuple(issues), pdf, _picture(page))


def read_calendar(body: str, url: str) -> tuple[tuple[str, str], ...]:
    """Return day and first page of each issue that ``period.xml`` of a month lists, newest first.

    >>> read_calendar("<period><period_date>2024-01-05</period_date><front_page>node_2.htm</front_page></period>",
    ...     "http://paper.jyb.cn/zgjyb/html/2024-01/period.xml")
    (('2024-01-05', 'http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm'),)
    """
    entries = {}
    for year, month, day, front in _CALENDAR_ENTRY.findall(body):
        entries[f"{year}-{int(month):02}-{int(day):02}"] = urljoin(url, f"{int(day):02}/{front}")
    return tuple(sorted(entries.items(), reverse=True))


def calendar_address(url: str) -> str | None:
    """Return the address of the calendar of the month that the printed page *url* belongs to.

    >>> calendar_address("http://paper.jyb.cn/zgjyb/html/2024-01/05/node_2.htm")
    'http://paper.jyb.cn/zgjyb/html/2024-01/period.xml'
    """
    match = re.search(r"^(.*/html5?/\d{4}-\d{2}/)\d{2}/", url)
    return f"{match[1]}period.xml" if match else None


def calendar_of(url: str, day: str) -> str:
    """Return the calendar that lies beside the calendar *url* and lists *day*.

    >>> calendar_of("http://paper.jyb.cn/zgjyb/html/2024-01/period.xml", "2023-12-28")
    'http://paper.jyb.cn/zgjyb/html/2023-12/period.xml'
    """
    return _MONTH.sub(f"/{day[:7]}/period.xml", url)


def calendar_before(url: str) -> str | None:
    """Return the calendar of the month before that of the calendar *url*; None where its address names no month.

    >>> calendar_before("http://paper.jyb.cn/zgjyb/html/2024-01/period.xml")
    'http://paper.jyb.cn/zgjyb/html/2023-12/period.xml'
    """
    match = _MONTH.search(url)
    if match is None:
        return None
    year, month = (int(match[1]), int(match[2]) - 1) if int(match[2]) > 1 else (int(match[1]) - 1, 12)
    return calendar_of(url, f"{year:04}-{month:02}")


def _keep_longest(stories: dict[str, Link], link: Link) -> None:
    held = stories.get(link.url)
    if held is None or len(link.title) > len(held.title):
        stories[link.url] = link


def _number_and_name(page: Page) -> tuple[str | None, str | None]:
    """Number and name as the page's head has them: ``第01版：<STRONG>要闻``; those in links are of other pages."""
    if page.tree is None:
        return None, None
    texts = page.tree.xpath(
        "//body/descendant::text()[not(ancestor::a or parent::script or parent::style)] | //title/text()"
    )
    pieces = [clean(str(text)) for text in texts if str(text).strip()] if isinstance(texts, list) else []
    number = None
    for piece, after in pairwise([*pieces, ""]):
        match = _PAGE_NUMBER.search(piece)
        if match and number in (None, match[1]):
            number, name = match[1], match[2] or (after if piece.endswith(("：", ":")) else "")
            # The window's title gives the number alone, before the head gives both.
            if 0 < len(name) <= 20:
                return number, name
    return number, None


def _picture(page: Page) -> str | None:
    """The picture of the printed page is the one that the map of its stories is laid over."""
    for element in page.elements():
        if element.tag == "img" and element.get("usemap"):
            return page.resolve(element.get("src") or "")
    return None
