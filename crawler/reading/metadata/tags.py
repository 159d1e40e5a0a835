"""What stands in a page's head and comments, without its dirt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from lxml.etree import Comment
from lxml.html import HtmlElement

from crawler.reading.page.flow import Page
from crawler.reading.page.white_space import squash
from crawler.reading.patterns import pattern

# A template that lost its closing tag makes the whole page its title.
_LONGEST_TITLE, _LONGEST_VALUE = 600, 20_000
_TAG = pattern(r"<[^>]*>")
# A template that was never filled in has the names of its fields for values.
_NOTHING = pattern(
    r"^(?:null|none|undefined|nan|无|-+|\{.*\}|\$.*|content|#.*#|(?:网站|站点|栏目)名称|(?:文章|信息|内容|稿件)(?:标题|来源|作者))?$",
    re.I,
)
_BUILT = pattern(r"页面生成时间\s*(\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?)")
# Older editions call the same properties founder-title, founder-date.
_ENP = pattern(r"<(?:founder-)?(\w+)>(.*?)</(?:founder-)?\1>", re.S)
_NPM = "npm:article-"
_NPM_NAMES = {"pretitle": "introtitle", "title": "title", "subtitle": "subtitle", "author": "author"}

# The tag by which catalogues of papers know a writer.
CITED = "citation_author"


class Tags(NamedTuple):
    """A page's own name for things; *metas* are by lower-case name, *built* is when the page was generated.

    What its *scripts* say is read where nothing else does: see ``written``.
    """

    metas: Mapping[str, str] = MappingProxyType({})
    page_title: str = ""
    title: str | None = None
    social_title: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    paper: Mapping[str, str] = MappingProxyType({})
    built: str | None = None
    scripts: tuple[HtmlElement, ...] = ()


def read_tags(page: Page, root: HtmlElement) -> Tags:
    """Return the meta tags, the title and the e-paper properties of a page, where they say anything."""
    metas = read_metas(root)
    paper = _paper(page, root)
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
        scripts=tuple(root.iter("script")),
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
            name = name.strip().lower()
            # Journals give each writer of a paper a tag of his own.
            metas[name] = f"{metas[name]};{value}" if name == CITED and name in metas else metas.get(name, value)
    return metas


def _page_title(root: HtmlElement) -> str:
    for node in root.iter("title"):
        text = squash(_TAG.sub(" ", node.text_content()[:_LONGEST_TITLE]))
        if text:
            return text
    return ""


def _paper(page: Page, root: HtmlElement) -> dict[str, str]:
    """The properties that Founder's e-paper system writes into a comment beside a story, or sets between comments."""
    for text, _ in page.marks:
        if "enpproperty" in text:
            found = {name.lower(): clean_value(value) for name, value in _ENP.findall(text[:_LONGEST_VALUE])}
            return {name: value for name, value in found.items() if value}
    return _between_comments(root) if any(_NPM in text for text, _ in page.marks) else {}


def _between_comments(root: HtmlElement) -> dict[str, str]:
    """What stands between <npm:article-title> and </npm:article-title>, and the like, each in a comment."""
    found: dict[str, str] = {}
    for comment in root.iter(Comment):
        name = _NPM_NAMES.get((comment.text or "").strip(" <>").removeprefix(_NPM))
        if name:
            inside = takewhile(lambda node: isinstance(node.tag, str), comment.itersiblings())
            told = [comment.tail or "", *(node.text_content() + (node.tail or "") for node in inside)]
            if value := clean_value(" ".join(told)):
                found[name] = value
    return found
