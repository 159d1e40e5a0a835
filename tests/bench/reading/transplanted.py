"""Articles set into the pages of others: real furniture around texts it was never seen with.

Each page is emptied of its article by the gold, and other articles, whole or cut to a few paragraphs, are set in its
place in several forms. ``python -m tests.bench.reading.transplanted [N [SEED]]`` reads N articles in each page and
names those that are read worst.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import NamedTuple

from lxml import etree, html
from lxml.html import HtmlElement

from crawler.reading.page.encoding import decode
from crawler.reading.page.tree import parse
from tests.bench.reading.corpus import Case, chinese_web, government, imitation, samples
from tests.bench.reading.furnished import Piece, furnish
from tests.bench.reading.ours import read
from tests.bench.reading.peers import Reader
from tests.bench.reading.scoring import grams, score
from tests.bench.reading.table import measure, render

FORMS = {
    "p": "<p>{}</p>",
    "indented p": "<p>　　{}</p>\n",
    "div": "<div>{}</div>",
    "br": "&nbsp;&nbsp;&nbsp;&nbsp;{}<br><br>\n",
    "font and br": '<font size="3">　　{}</font><br><br>',
    "lone br": "{}<br>",
    "li": "<li>{}</li>",
    "pre": "<pre>    {}</pre>",
    "cell": "<table><tr><td>{}</td></tr></table>",
    "section": '<section><section><span style="letter-spacing:1px">{}</span></section></section>',
    "p unclosed": "<p>{}",
    "bold": "<p><strong>{}</strong></p>",
    "nested div": "<div><div>&nbsp;&nbsp;{}</div></div>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "p in span": '<p style="text-indent:2em"><span style="font-size:16px"><span>{}</span></span></p>',
}
LENGTHS = (1, 2, 4, 12, None)
_DESCRIPTION = re.compile(r"<meta\b[^<>]*(?:description|keywords)[^<>]*>", re.I)
_LEAST, _SHOWN = 60, 60
# Of these the gold is not all of the article, or more than it: what would be left is not the page without it.
_PARTIAL = ("d5bced5e", "d8d4c4ec")


class Text(NamedTuple):
    """An article to be set into other pages."""

    title: str
    paragraphs: tuple[str, ...]


class Shell(NamedTuple):
    """A page without its article: its source with a mark where that stood, and what it was called."""

    case: Case
    source: str
    title: str


_MARK = "transplanted-article"


def texts() -> list[Text]:
    """Return the articles of all pages whose gold gives them paragraph by paragraph."""
    return [
        Text(case.titles[0], tuple(case.text.split("\n")))
        for case in (*government(), *samples())
        if case.titles and case.text and (case.stories or 1) == 1 and case.kind == "article"
    ]


def shells() -> Iterator[Shell]:
    """Yield the pages that could be emptied of their article."""
    for case in (*chinese_web(), *government(), *imitation(), *samples()):
        if (case.stories or 1) > 1 or case.kind != "article" or case.name in _PARTIAL:
            continue
        whole = "\n".join((case.text or "", *case.spam))
        title = case.titles[0] if case.titles else read(case).title
        root = parse(_DESCRIPTION.sub("", decode(case.body, case.headers).text))
        if root is not None and title and _empty(root, whole) and not _is_left(root, whole):
            yield Shell(case, html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"), title)


def _empty(root: HtmlElement, text: str) -> bool:
    """Take *text* out of *root* and leave a mark; False where it does not stand in one place."""
    wanted = grams(text)
    holder = root.find("body")
    if wanted.total() < _LEAST or holder is None:
        return False
    while (inner := next((c for c in holder if isinstance(c.tag, str) and _held(c, wanted) > 0.9), None)) is not None:
        holder = inner
    if holder.tag in ("p", "span", "font"):
        holder = holder.getparent()
    return _clear(holder, wanted)


def _is_left(root: HtmlElement, text: str) -> bool:
    """Whether the page says *text* a second time, for telephones or beside a picture of it."""
    return _held(root, grams(text)) > 0.2


def _held(node: HtmlElement, wanted: object) -> float:
    return float((grams(node.text_content()) & wanted).total() / wanted.total())  # type: ignore[operator, attr-defined]


def _is_of(text: str, wanted: object) -> bool:
    own = grams(text)
    return len("".join(text.split())) > 3 and (own & wanted).total() > 0.5 * own.total()  # type: ignore[operator]


def _clear(holder: HtmlElement, wanted: object) -> bool:
    mark = etree.Element(_MARK)
    found = _is_of(holder.text or "", wanted)
    if found:
        holder.text = None
        holder.insert(0, mark)
    for child in list(holder):
        if child is mark:
            continue
        tail = child.tail or ""
        if isinstance(child.tag, str) and _is_of(child.text_content(), wanted):
            if not found:
                holder.insert(holder.index(child), mark)
                found = True
            child.tail = None
            holder.remove(child)
            mark.tail = (mark.tail or "") + ("" if _is_of(tail, wanted) else tail)
        elif _is_of(tail, wanted):
            child.tail = None
            if not found:
                holder.insert(holder.index(child) + 1, mark)
                found = True
    return found


def transplanted(shell: Shell, text: Text, form: str, length: int | None, chance: random.Random) -> Case:
    """Return the page of *shell* with *text* for its article, furnished with a picture, a table, a list and the like."""
    plain = [Piece(FORMS[form].format(escape(paragraph)), (paragraph,)) for paragraph in text.paragraphs[:length]]
    kind, pieces = furnish(plain, chance)
    body = "".join(piece.markup for piece in pieces)
    source = re.sub(rf"<{_MARK}\s*/?>(</{_MARK}>)?", lambda _: body, shell.source)
    source = source.replace(shell.title, text.title).replace(escape(shell.title), escape(text.title))
    source = re.sub(r"charset\s*=\s*[\"']?[\w-]+", "charset=utf-8", source)
    return replace(
        shell.case,
        name=f"{shell.case.group}/{shell.case.name}, {form}, {length or 'all'}, {kind}: {text.title[:20]}",
        body=source.encode(),
        headers=None,
        charset=None,
        text="\n".join(line for piece in pieces for line in piece.told),
        free=tuple(line for piece in pieces for line in piece.free),
        titles=(text.title,) if source.count(text.title) > 1 else (),
        authors=None,  # what the page says of the writers went with its article
        spam=(),
    )


def cases(count: int, seed: int = 1) -> Iterator[Case]:
    """Yield *count* articles set into each page; the name tells page, form, paragraphs, what else, and article."""
    stock = texts()
    for shell in shells():
        chance = random.Random(f"{seed} {shell.case.name}")
        for text in chance.sample(stock, min(count, len(stock))):
            yield transplanted(shell, text, chance.choice(list(FORMS)), chance.choice(LENGTHS), chance)


def render_transplanted(readers: Mapping[str, Reader], count: int = 6) -> str:
    """Return the scores of *readers* over *count* articles in each page as a Markdown table."""
    found = list(cases(count))
    return render(
        f"articles in the pages of others: {len(found)} pages", {n: measure(found, r) for n, r in readers.items()}
    )


def main(arguments: Sequence[str]) -> None:
    """Print how articles are read in the pages of others, and which are read worst."""
    count, seed = (int(arguments[at]) if len(arguments) > at else at for at in (0, 1))
    found = list(cases(count or 6, seed))
    print(render(f"articles in the pages of others, seed {seed}", {"xianzhi": measure(found, read)}))
    scores = sorted((score(case, read(case)) for case in found), key=lambda one: one.f1)
    for one in scores[:_SHOWN]:
        print(f"F1 {one.f1:.3f} P {one.precision:.2f} R {one.recall:.2f} {one.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
