"""Fictional portals of every family: what they serve, address by address, and the truth about them."""

from __future__ import annotations

from tests.crawler.simulator.builder import Builder
from tests.crawler.simulator.fiction import HOST, Column, Fiction, Trap
from tests.crawler.simulator.papers import Editions, FounderNew, FounderOld, PdfPaper
from tests.crawler.simulator.plain import Feed, Plain, SiteMap
from tests.crawler.simulator.scripted import Gkmlpt, Hanweb, Jpaas, Lonsun, Ucap
from tests.crawler.simulator.static import Dede, PowerEasy, Sudy, Trs, Vsb

__all__ = ["BUILDERS", "HOST", "Column", "Fiction", "Trap", "endless", "fictional"]

BUILDERS: dict[str, tuple[str, type[Builder]]] = {
    "trs": ("trs", Trs),
    "hanweb": ("hanweb", Hanweb),
    "jpaas": ("hanweb", Jpaas),
    "vsb": ("vsb", Vsb),
    "ucap": ("ucap", Ucap),
    "gkmlpt": ("gkmlpt", Gkmlpt),
    "lonsun": ("lonsun", Lonsun),
    "sudy": ("sudy", Sudy),
    "dede": ("numbered", Dede),
    "powereasy": ("numbered", PowerEasy),
    "founder_old": ("founder_old", FounderOld),
    "editions": ("founder_old", Editions),
    "founder_new": ("founder_new", FounderNew),
    "pdf_paper": ("pdf_paper", PdfPaper),
    "plain": ("generic", Plain),
    "feed": ("generic", Feed),
    "sitemap": ("generic", SiteMap),
}


def endless(kind: str, seed: int) -> tuple[Fiction, Column]:
    """Return a small portal of *kind* and a column of it that never ends, which is not among its columns."""
    family, builder = BUILDERS[kind]
    built = builder(family, seed, 50)
    return built.build(), built.endless()


def fictional(kind: str, seed: int, articles: int | None = None) -> Fiction:
    """Return a portal of *kind*; the same seed gives the same portal."""
    family, builder = BUILDERS[kind]
    return builder(family, seed, articles).build()
