"""The pages with gold: shared ones where they are present, the repository's samples always."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
SHARED = Path(os.environ.get("XIANZHI_SHARED", ROOT.parent / "shared"))
SAMPLES = ROOT / "samples"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One page and what must be read from it; None where the gold does not say."""

    name: str
    group: str
    body: bytes
    url: str
    headers: dict[str, str] | None = None
    text: str | None = None
    stories: int | None = None
    spam: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    published: str | None = None
    published_accept: tuple[str, ...] = ()
    published_wrong: tuple[str, ...] = ()
    dated: bool | None = None
    source: str | None = None
    has_source: bool = False
    authors: tuple[str, ...] | None = None
    column: str | None = None
    sites: tuple[str, ...] = ()
    charset: str | None = None
    kind: str = "article"


# The page itself says another day than its gold does; of e8847578 so does the gold it has among the government's pages.
CONTRADICTED_DAYS = ("d5bced5e", "05e98007", "35687fb1", "e8847578")


def chinese_web() -> list[Case]:
    """Return the real Chinese pages."""
    cases = []
    for folder in sorted((SHARED / "pages/chinese-web").glob("*/")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        cases.append(
            Case(
                name=folder.name,
                group="chinese-web",
                body=(folder / "page.html").read_bytes(),
                url=f"http://chinese-web.example/{folder.name}.html",
                text=gold["text"],
                published=_iso(gold["published"]),
                dated=bool(gold["published"]),
                authors=tuple(re.split(r"\s+", gold["author"])) if gold["author"] else (),
                charset=gold["charset"],
            )
        )
    return cases


def government() -> list[Case]:
    """Return the real government pages, spliced ones among them."""
    cases = []
    for folder in sorted((SHARED / "pages/government").glob("*/")):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        subtitle = gold.get("subtitle") or ""
        cases.append(
            Case(
                name=folder.name,
                group="government",
                body=(folder / "page.html").read_bytes(),
                url=gold.get("url") or f"http://government.example/{folder.name}.html",
                text="\n".join(gold["paragraphs"]),
                spam=tuple(gold.get("spam") or ()),
                free=tuple(gold.get("optional") or ()) + tuple(gold.get("captions") or ()),
                traps=tuple(gold.get("boilerplate_traps") or ()),
                titles=(gold["title"], gold["title"] + subtitle),
                published=_iso(gold["published"]),
                published_accept=tuple(map(_iso, gold.get("published_accept") or ())),
                published_wrong=tuple(gold.get("published_wrong") or ()),
                dated=bool(gold["published"]),
                source=gold["source"],
                has_source=True,
                authors=tuple(re.split(r"\s+", gold["author"])) if gold["author"] else (),
                column=gold["column"],
                sites=tuple(filter(None, (gold.get("site_name"), gold.get("site_name_meta")))),
                kind=gold.get("page_kind") or "article",
            )
        )
    return cases


def imitation() -> list[Case]:
    """Return the pages that imitate the seed documents."""
    file = SHARED / "pages/imitation/gold.json"
    golds = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return [
        Case(
            name=name,
            group="imitation",
            body=(file.parent / f"{name}.html").read_bytes(),
            url=f"http://imitation.example/{name}.html",
            text=_realigned(gold["gold"], name.partition("_")[0]),
            titles=(gold["meta"]["title"],) if gold["meta"]["title"] else (),
            published=_iso(gold["meta"]["date"]),
            dated=bool(gold["meta"]["date"]),
            source=gold["meta"]["source"] or None,
            has_source=bool(gold["meta"]["source"]),
        )
        for name, gold in golds.items()
    ]


def _realigned(text: str, seed: str) -> str:
    """Return *text* with the stretches mended that the hand-made gold of *seed* says a spinner put out of step.

    The gold of an imitation is what its page prints, so it keeps them; whoever restores the page must not.
    """
    file = SHARED / f"gold/{seed}.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    for stretch in (known.get("restoration") or {}).get("realigned", ()):
        text = text.replace(stretch["found"], "\ufffd" + stretch["restored"][1:])  # the first character is lost
    return text


def samples() -> list[Case]:
    """Return the repository's own samples that state documents."""
    cases = []
    for file in sorted(SAMPLES.glob("*/*/expected.json")):
        expected = json.loads(file.read_text(encoding="utf-8"))
        documents = expected.get("documents") if isinstance(expected, dict) else None
        if not documents or expected["kind"] == "file":
            continue
        page = json.loads((file.parent / "page.json").read_text(encoding="utf-8"))
        cases.append(_sample(file.parent, page, documents))
    return cases


def _sample(folder: Path, page: dict[str, Any], documents: list[dict[str, Any]]) -> Case:
    first = documents[0]
    return Case(
        name=f"{folder.parent.name}/{folder.name}",
        group="samples",
        body=(folder / "page.html").read_bytes(),
        url=page["url"],
        headers=page.get("headers"),
        text="\n".join("\n".join(document.get("paragraphs") or ()) for document in documents),
        stories=len(documents),
        titles=(first["title"],) if first.get("title") else (),
        published=_minute(first.get("published")),
        dated=bool(first.get("published")),
        source=first.get("source"),
        sites=(first["site_name"],) if first.get("site_name") else (),
        has_source="source" in first,
        authors=tuple(author["name"] for document in documents for author in document.get("authors") or ()),
    )


def _minute(published: str | None) -> str | None:
    return published[:16] if published else None


def _iso(printed: str | None) -> str | None:
    """``2005-5-7 21:23:57`` as ``2005-05-07T21:23``; a month or a year alone stays as short as it is."""
    if not printed:
        return None
    parts = re.findall(r"\d+", printed)
    day = "-".join(part.zfill(2) for part in parts[:3])
    return f"{day}T{parts[3].zfill(2)}:{parts[4].zfill(2)}" if len(parts) >= 5 else day


def everything() -> list[Case]:
    """Return every case that can be had here."""
    return [*chinese_web(), *government(), *imitation(), *samples()]
