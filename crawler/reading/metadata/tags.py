"""What stands in a page's head and comments, without its dirt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from lxml.html import HtmlElement

from crawler.reading.metadata.written import written_lines
from crawler.reading.page.flow import Page, squash
from crawler.reading.patterns import pattern

# A template that lost its closing tag makes the whole page its title.
_LONGEST_TITLE, _LONGEST_VALUE = 600, 20_000
_TAG = pattern(r"<[^>]*>")
_NOTHING = pattern(r"^(?:null|none|undefined|nan|无|-+|\{.*\}|\$.*|content|#.*#)?$", re.I)
_BUILT = pattern(r"页面生成时间\s*(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)")
_JSON_DATE = pattern(r'"(?:datePublished|pubDate|publishDate|publish_time)"\s*:\s*"([^"]{8,40})"')
# WeChat gives the second of publication as ct; others name a variable so. A list of other articles is no assignment.
_SCRIPT_DATE = pattern(
    r"(?:\b(?:var|let|const)\s+|window\.|^\s*)(?:ct\s*=\s*[\"'](\d{10})[\"']"
    r"|(?:publish_?time|publish_?date|pub_?time|pub_?date|createTime)\s*=\s*[\"']((?:19|20)[^\"'\n]{6,24})[\"'])",
    re.I | re.M,
)
_LONGEST_SCRIPT = 60_000
_ENP = pattern(r"<(\w+)>(.*?)</\1>", re.S)


@dataclass(frozen=True, slots=True)
class Tags:
    """A page's own name for things; *metas* are by lower-case name, *built* is when the page was generated.

    *script_date* is what a variable of its scripts is set to, *written* what these write into the bar.
    """

    metas: dict[str, str] = field(default_factory=dict)
    page_title: str = ""
    title: str | None = None
    social_title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    paper: dict[str, str] = field(default_factory=dict)
    built: str | None = None
    json_date: str | None = None
    script_date: str | None = None
    written: tuple[str, ...] = ()


def read_tags(page: Page, root: HtmlElement) -> Tags:
    """Return the meta tags, the title and the e-paper properties of a page, where they say anything."""
    metas = read_metas(root)
    paper = _paper(page)
    built = _BUILT.search(metas.get("others", ""))
    return Tags(
        metas=metas,
        page_title=_page_title(root),
        title=metas.get("articletitle") or paper.get("title"),
        social_title=metas.get("og:title") or metas.get("twitter:title"),
        kicker=paper.get("introtitle"),
        subtitle=paper.get("subtitle"),
        paper=paper,
        built=built.group(1) if built else None,
        json_date=_json_date(root),
        script_date=_script_date(root),
        written=tuple(written_lines(root)),
    )


def clean_value(value: str) -> str | None:
    """Return a meta tag's *value* without markup and blanks; None where it says nothing.

    >>> clean_value("为民办实事&lt;br&gt;<div>"), clean_value("null")
    ('为民办实事', None)
    """
    value = squash(_TAG.sub(" ", unescape(value[:_LONGEST_VALUE])))
    return None if _NOTHING.match(value) else value


def read_metas(root: HtmlElement) -> dict[str, str]:
    """Return the meta tags of a page that say anything, by their names in lower case."""
    metas: dict[str, str] = {}
    for node in root.iter("meta"):
        name = node.get("name") or node.get("property") or node.get("itemprop")
        value = clean_value(node.get("content") or "")
        if name and value:
            metas.setdefault(name.strip().lower(), value)
    return metas


def _page_title(root: HtmlElement) -> str:
    for node in root.iter("title"):
        text = squash(_TAG.sub(" ", node.text_content()[:_LONGEST_TITLE]))
        if text:
            return text
    return ""


def _paper(page: Page) -> dict[str, str]:
    """The properties that Founder's e-paper system writes into a comment beside a story."""
    for text, _ in page.marks:
        if "enpproperty" in text:
            found = {name.lower(): clean_value(value) for name, value in _ENP.findall(text)}
            return {name: value for name, value in found.items() if value}
    return {}


def _json_date(root: HtmlElement) -> str | None:
    for node in root.iter("script"):
        if "json" in (node.get("type") or "") and node.text:
            match = _JSON_DATE.search(node.text)
            if match:
                return match.group(1)
    return None


def _script_date(root: HtmlElement) -> str | None:
    for node in root.iter("script"):
        code = node.text
        if code and len(code) < _LONGEST_SCRIPT and ("20" in code or "ct" in code):
            match = _SCRIPT_DATE.search(code)
            if match:
                return match[1] or match[2]
    return None
