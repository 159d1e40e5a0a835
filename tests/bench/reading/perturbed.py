"""The same pages with what a rule might lean on taken away: names, tags, markers, layout, labels.

A page whose article is found only by a class's name, a meta tag or a comment is read worse here than as it was served.
``python -m tests.bench.reading.perturbed`` prints the table, with ``--drops`` also each page that is read worse.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

from lxml import html
from lxml.html import HtmlElement

from crawler.reading.page.encoding import decode
from crawler.reading.page.tree import parse
from tests.bench.reading.corpus import Case
from tests.bench.reading.peers import Reader
from tests.bench.reading.scoring import grams, score
from tests.bench.reading.table import MARKS, measure, render

Perturb = Callable[[Case], Case]
_NAMED = re.compile(r"""(<[a-z][^<>]*?\s)(class|id)(\s*=\s*)("[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)""", re.I)
_STYLE = re.compile(r"(<style[^>]*>)(.*?)(</style>)", re.I | re.S)
_RULE = re.compile(r"([.#])([A-Za-z_][\w-]*)(?=[^{}]*\{)")
_META = re.compile(r"<meta\b[^<>]*>", re.I)
_COMMENT = re.compile(r"<!--(?!\[if)(?!<!).{0,2000}?-->", re.S)
_LABEL = re.compile(r"""charset\s*=\s*["']?\s*[A-Za-z0-9_-]+""", re.I)
_TAG = re.compile(r"(</?)([a-z][a-z0-9]*)(?=[\s/>])", re.I)
_LAYOUT = re.compile(r">\s+<")
_UNTOUCHED = re.compile(r"(<(script|style|textarea|pre)\b.*?</\2\s*>|<!--.*?-->)", re.I | re.S)
_FONTS = ("font-family:宋体", "font-size:16px;line-height:2em", "color:#333333", "text-align:justify", "margin:0 0 8px")


def as_served(case: Case) -> Case:
    """Return *case* as it is."""
    return case


def renamed(case: Case) -> Case:
    """Return *case* with every class and id called something else, in its style sheets too."""
    chance = random.Random(case.name)
    names: dict[str, str] = {}

    def name(word: str) -> str:
        return names.setdefault(word.lower(), "".join(chance.choices("bcdfghjkmnpqrsvwxz", k=chance.randint(3, 9))))

    def attribute(match: re.Match[str]) -> str:
        value = match[4].strip("\"'")
        return f'{match[1]}{match[2]}{match[3]}"{" ".join(map(name, value.split()))}"'

    text = _text(case)
    for _ in range(3):  # a tag has both
        text = _outside_scripts(text, lambda part: _NAMED.sub(_once(attribute, names), part))
    text = _STYLE.sub(lambda m: m[1] + _RULE.sub(lambda r: r[1] + names.get(r[2].lower(), r[2]), m[2]) + m[3], text)
    return _with_text(case, text)


def _once(attribute: Callable[[re.Match[str]], str], names: dict[str, str]) -> Callable[[re.Match[str]], str]:
    """Return *attribute* for values that are not yet renamed."""

    def rename(match: re.Match[str]) -> str:
        words = match[4].strip("\"'").split()
        return match[0] if words and all(word in names.values() for word in words) else attribute(match)

    return rename


def untagged(case: Case) -> Case:
    """Return *case* without its meta tags, but for the one that names the character set."""
    return _with_text(case, _META.sub(lambda m: m[0] if "charset" in m[0].lower() else "", _text(case)))


def unmarked(case: Case) -> Case:
    """Return *case* without comments."""
    return _with_text(case, _COMMENT.sub("", _text(case)))


def unlabelled(case: Case) -> Case:
    """Return *case* with no word of its character set in the page or the headers."""
    text = _LABEL.sub("", _text(case))
    return replace(_with_text(case, text), headers={"Content-Type": "text/html"})


def mislabelled(case: Case) -> Case:
    """Return *case* with another character set's name on it."""
    wrong = "gb2312" if decode(case.body, case.headers).charset == "utf-8" else "utf-8"
    text = _LABEL.sub(f"charset={wrong}", _text(case))
    return replace(_with_text(case, text), headers={"Content-Type": f"text/html; charset={wrong}"})


def minified(case: Case) -> Case:
    """Return *case* with tags in capitals and no white space between them."""

    def shout(part: str) -> str:
        return _TAG.sub(lambda m: m[1] + m[2].upper(), _LAYOUT.sub("><", part))

    return _with_text(case, _outside_scripts(_text(case), shout))


def wrapped(case: Case) -> Case:
    """Return *case* with its article inside a table of layout and two more blocks, and its lists of links moved."""
    root = parse(_text(case))
    holder = _holder(root, case) if root is not None else None
    if root is None or holder is None:
        return case
    chance = random.Random(case.name)
    body = root.find("body")
    if body is not None:
        _move_lists(body, holder, chance)
    if holder.tag not in ("body", "html", "td", "tr", "tbody", "ucapcontent"):
        _wrap(holder)
    return _with_tree(case, root)


def sprinkled(case: Case) -> Case:
    """Return *case* with fonts and colours set piece by piece, as editors paste them from a word processor."""
    root = parse(_text(case))
    if root is None:
        return case
    chance = random.Random(case.name)
    for node in list(root.iter("p", "div", "td", "span", "h1", "li")):
        if "style" not in node.attrib and chance.random() < 0.5:
            node.set("style", chance.choice(_FONTS))
        if node.tag in ("p", "div", "td") and node.text and len(node.text.strip()) > 12 and chance.random() < 0.7:
            _set_in_pieces(node, chance)
    return _with_tree(case, root)


PERTURBATIONS: dict[str, Perturb] = {
    "as served": as_served,
    "classes and ids renamed": renamed,
    "meta tags removed": untagged,
    "comments removed": unmarked,
    "wrapped, lists moved": wrapped,
    "fonts sprinkled": sprinkled,
    "charset unlabelled": unlabelled,
    "charset mislabelled": mislabelled,
    "minified, tags in capitals": minified,
    "renamed, no tags, no comments": lambda case: renamed(untagged(unmarked(case))),
}


def render_perturbed(group: str, cases: Sequence[Case], reader: Reader) -> str:
    """Return the scores of *reader* over *cases* under each perturbation as a Markdown table."""
    rows = {name: measure([perturb(case) for case in cases], reader) for name, perturb in PERTURBATIONS.items()}
    return render(f"{group}, perturbed", rows)


def drops(cases: Sequence[Case], reader: Reader, perturb: Perturb) -> list[str]:
    """Return a line for each of *cases* that is read worse when perturbed."""
    found = []
    for case in cases:
        before, after = (score(c, reader(c)) for c in (case, perturb(case)))
        marks = [mark for mark in MARKS if before.marks.get(mark) and after.marks.get(mark) is False]
        if before.f1 - after.f1 > 0.005 or marks or after.leaked > before.leaked:
            scores = f"F1 {before.f1:.3f} -> {after.f1:.3f}, traps {before.leaked} -> {after.leaked}"
            found.append(f"{case.group}/{case.name}: {scores} {' '.join(marks)}")
    return found


def _text(case: Case) -> str:
    return decode(case.body, case.headers).text


def _with_text(case: Case, text: str) -> Case:
    charset = decode(case.body, case.headers).charset
    return replace(case, body=text.encode(charset, "xmlcharrefreplace"))


def _with_tree(case: Case, root: HtmlElement) -> Case:
    page = html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return replace(case, body=_LABEL.sub("charset=utf-8", page.decode()).encode(), headers=None, charset=None)


def _outside_scripts(text: str, change: Callable[[str], str]) -> str:
    parts, start = [], 0
    for match in _UNTOUCHED.finditer(text):
        parts += [change(text[start : match.start()]), match[0]]
        start = match.end()
    return "".join([*parts, change(text[start:])])


def _holder(root: HtmlElement, case: Case) -> HtmlElement | None:
    """The smallest element that holds nearly all of the article, by the gold."""
    wanted = grams(case.text or "")
    if wanted.total() < 40:
        return None
    node, body = None, root.find("body")
    while body is not None:
        node = body
        body = next((c for c in node if isinstance(c.tag, str) and _share(c, wanted) > 0.95), None)
    return node


def _share(node: HtmlElement, wanted: object) -> float:
    held = grams(node.text_content())
    return (held & wanted).total() / wanted.total()  # type: ignore[operator, attr-defined]


def _move_lists(body: HtmlElement, holder: HtmlElement, chance: random.Random) -> None:
    """Move blocks that are lists of links to the top or the foot of the page."""
    above = {holder, *holder.iterancestors()}
    lists = [
        node
        for node in body.iter("ul", "div")
        if node not in above and holder not in node.iterancestors() and _is_list(node)
    ]
    for node in [n for n in lists if not any(p in lists for p in n.iterancestors())]:
        tail, node.tail = node.tail, None
        before = node.getprevious()
        parent = node.getparent()
        if before is not None:
            before.tail = (before.tail or "") + (tail or "")
        elif parent is not None:
            parent.text = (parent.text or "") + (tail or "")
        if chance.random() < 0.5:
            body.insert(0, node)
        else:
            body.append(node)


def _is_list(node: HtmlElement) -> bool:
    links = node.findall(".//a")
    said = len("".join(node.text_content().split()))
    return len(links) >= 4 and sum(len("".join(a.text_content().split())) for a in links) > 0.85 * said


def _wrap(node: HtmlElement) -> None:
    table = html.fragment_fromstring("<table><tr><td><div><div></div></div></td></tr></table>")
    parent = node.getparent()
    if parent is None:
        return
    table.tail, node.tail = node.tail, None
    parent.replace(node, table)
    table[0][0][0][0].append(node)


def _set_in_pieces(node: HtmlElement, chance: random.Random) -> None:
    text = node.text or ""
    cut = chance.randint(4, len(text) - 4) if len(text) > 8 else len(text)
    for at, part in enumerate((text[:cut], text[cut:])):
        span = html.Element(chance.choice(("span", "font")))
        span.set("style", chance.choice(_FONTS))
        span.text = part
        node.insert(at, span)
    node.text = None


def main() -> None:
    """Print the scores under each perturbation, and the pages that are read worse if asked."""
    from tests.bench.reading.__main__ import groups
    from tests.bench.reading.ours import read

    for group, cases in groups().items():
        print(render_perturbed(group, cases, read))
        for name, perturb in PERTURBATIONS.items() if "--drops" in sys.argv else ():
            for line in drops(cases, read, perturb):
                print(f"{name}: {line}")


if __name__ == "__main__":
    main()
