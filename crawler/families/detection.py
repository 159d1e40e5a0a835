"""Which site-building system a portal runs, by the addresses it links to and the marks its templates leave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.families.base import Portal
from crawler.families.founder_new import FounderNewSpider
from crawler.families.founder_old import FounderOldSpider
from crawler.families.generic import GenericSpider
from crawler.families.gkmlpt import GkmlptSpider
from crawler.families.hanweb import HanwebSpider
from crawler.families.lonsun import LonsunSpider
from crawler.families.numbered import NumberedSpider
from crawler.families.pdf_paper import PdfPaperSpider
from crawler.families.sudy import SudySpider
from crawler.families.trs import TrsSpider
from crawler.families.ucap import UcapSpider
from crawler.families.vsb import VsbSpider
from crawler.reading.listing import Page

FAMILIES: dict[str, type[Portal]] = {
    "trs": TrsSpider,
    "hanweb": HanwebSpider,
    "vsb": VsbSpider,
    "ucap": UcapSpider,
    "gkmlpt": GkmlptSpider,
    "lonsun": LonsunSpider,
    "sudy": SudySpider,
    "numbered": NumberedSpider,
    "founder_old": FounderOldSpider,
    "founder_new": FounderNewSpider,
    "pdf_paper": PdfPaperSpider,
    "generic": GenericSpider,
}


@dataclass(frozen=True, slots=True)
class _Mark:
    """A sign of a family: a pattern, where it is sought, and what one find is worth, counted up to ten times."""

    family: str
    pattern: re.Pattern[str]
    in_addresses: bool
    worth: int
    means: str


def _marks(family: str, *marks: tuple[str, str, int, str]) -> list[_Mark]:
    return [
        _Mark(family, re.compile(pattern, re.I), where == "address", worth, means)
        for where, pattern, worth, means in marks
    ]


_HEX = "[0-9a-f]{32}"
_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_MARKS = [
    *_marks(
        "trs",
        ("address", r"/t\d{8}_\d+\.s?html?$|/t\d{6,10}\.s?html?$", 4, "articles named tYYYYMMDD_ID or tID"),
        ("address", r"/(\d{6})/t\1\d\d_\d+\.s?html?$", 6, "in folders named YYYYMM"),
        ("text", r"createPage(?:HTML)?\(\s*\d+\s*,\s*\d+\s*,\s*[\"']", 6, "a createPageHTML pager"),
        ("text", r"countPage\s*=\s*\d+\s*[;/]", 6, "a pager with countPage"),
        ("text", r"TRS_Editor|trs_editor_view|TRS_UEDITOR", 6, "a TRS editor's body"),
        ("text", r"(?<![A-Za-z0-9])[WP]0\d{17,22}(?=\.\w{3,4}\b)", 5, "files named by TRS"),
    ),
    *_marks(
        "hanweb",
        ("address", r"/col/col\d+/", 4, "columns at /col/colN/"),
        ("address", r"/art/\d{4}/(?:\d+/\d+/)?art_\w+\.html", 4, "articles at /art/"),
        ("text", r"jpage/dataproxy\.jsp|jpaas-publish-server", 10, "a jpage or jpaas list"),
    ),
    *_marks(
        "vsb",
        ("address", r"/info/\d+/\d+\.htm$|wbnewsid=\d+", 4, "articles at /info/"),
        (
            "text",
            r"vsb_content|_simple_list_gotopage_fun|_showDynClicks|line_u\d+_\d|visualsitebuilder",
            8,
            "a VSB template",
        ),
    ),
    *_marks(
        "ucap",
        ("address", rf"/(?:{_HEX}|{_UUID})\.s?html$", 4, "articles named by 32 hexadecimal digits"),
        ("address", rf"/c\d{{6}}/\d{{6}}/{_HEX}\.shtml$", 6, "in folders cNNNNNN/YYYYMM"),
        ("address", r"/c\d{6}/(?:\w*list\w*\.shtml)?$", 3, "channels at /cNNNNNN/"),
        ("address", rf"/{_HEX}/\w+\.shtml$", 4, "channels named by 32 hexadecimal digits"),
        ("text", rf"ucapcontent|UCAP-CONTENT|/search(?:List)?/{_HEX}", 10, "a ucap channel"),
        ("text", rf"channel_?id[\"']?\s*[:=,]\s*[\"']{_HEX}", 10, "a channel's 32 hexadecimal digits"),
    ),
    *_marks(
        "gkmlpt",
        ("address", r"/gkmlpt/", 6, "a catalogue at /gkmlpt/"),
        ("address", r"/m?post_\d+\.html$", 4, "articles named post_N"),
        ("text", r"\bNFCMS\b", 10, "the name of NFCMS"),
    ),
    *_marks(
        "lonsun",
        ("address", r"/public/column/\d+", 5, "columns at /public/column/"),
        ("address", r"/public/\d+/\d+\.html$|/content/article/\d+$", 4, "articles at /public/ or /content/article/"),
        ("address", r"/content/column/\d+", 4, "columns at /content/column/"),
        ("text", r"/site/label/\d+|lonsun", 8, "a Lonsun label"),
    ),
    *_marks(
        "sudy",
        ("address", r"/c\d+a\d+/page\.(?:htm|psp)$", 5, "articles at /cNaN/page.htm"),
        ("address", r"/list\d*\.(?:htm|psp)$", 2, "lists at list.htm"),
        ("text", r"wp_articlecontent|sudyfile-attr|/_upload/tpl/|sudy-", 8, "a Sudy template"),
    ),
    *_marks(
        "numbered",
        ("address", r"/list_\d+_\d+\.html$|/Index_\d+\.aspx$", 4, "numbered lists"),
        (
            "address",
            r"/Item/\d+\.aspx$|/Category_\d+/|/plus/(?:list|view)\.php",
            4,
            "addresses of PowerEasy or DedeCMS",
        ),
        ("address", r"/\d{4}/\d{4}/\d+\.html$", 3, "articles at /YYYY/MMDD/ID.html"),
        ("text", r"dedecms|PowerEasy", 6, "the name of PowerEasy or DedeCMS"),
    ),
    *_marks(
        "founder_old",
        ("address", r"/html/\d{4}-\d{2}/\d{2}/(?:node_|content_|nbs\.D|nw\.D)", 6, "printed pages at html/YYYY-MM/DD/"),
        ("text", r"founder-content|enpproperty|pagepicmap", 6, "a Founder template"),
    ),
    *_marks(
        "founder_new",
        ("address", r"/layout/\d{6}/\d{2}/node_|/content/\d{6}/\d{2}/content_", 8, "printed pages at layout/"),
    ),
    *_marks(
        "pdf_paper", ("address", r"/resfile/\d{4}-\d{2}-\d{2}/\d+/\w+\.pdf$", 8, "printed pages as PDF at resfile/")
    ),
]
# Less than three finds of an address, or one strong mark, is chance: a link to another site or a copied script.
_ENOUGH = 10


@dataclass(frozen=True, slots=True)
class Verdict:
    """The family that was found and the evidence for it; *rivals* are the scores of all that left a sign."""

    family: str
    evidence: tuple[str, ...]
    rivals: dict[str, int]

    @property
    def spider(self) -> type[Portal]:
        """Return the family's spider."""
        return FAMILIES[self.family]


def detect_family(pages: Sequence[Page]) -> Verdict:
    """Return the family that *pages* of one site speak for; ``generic``, with the reason, where none stands out."""
    addresses = {address for page in pages for address in _own_addresses(page)}
    text = "\n".join(page.text for page in pages)
    scores: dict[str, int] = {}
    evidence: dict[str, list[str]] = {}
    for mark in _MARKS:
        if mark.in_addresses:
            finds = sum(1 for address in addresses if mark.pattern.search(address))
        else:
            finds = len(set(mark.pattern.findall(text)))
        if finds:
            scores[mark.family] = scores.get(mark.family, 0) + min(finds, 10) * mark.worth
            evidence.setdefault(mark.family, []).append(f"{mark.means} ({finds})")
    ranked = sorted(scores, key=lambda family: -scores[family])
    if not ranked or scores[ranked[0]] < _ENOUGH:
        return Verdict("generic", (f"of {len(addresses)} addresses none has a known shape",), scores)
    if len(ranked) > 1 and scores[ranked[1]] * 10 > scores[ranked[0]] * 9:
        rivals = f"{ranked[0]} ({scores[ranked[0]]}) and {ranked[1]} ({scores[ranked[1]]}) are equally likely"
        return Verdict("generic", (rivals,), scores)
    return Verdict(ranked[0], tuple(evidence[ranked[0]]), scores)


def _own_addresses(page: Page) -> set[str]:
    host = (urlsplit(page.url).hostname or "").removeprefix("www.")
    found = (page.resolve(element.get("href") or "") for element in page.elements() if element.tag in ("a", "area"))
    return {one for one in found if one and (urlsplit(one).hostname or "").removeprefix("www.") == host} | {page.url}
