"""The strings of a tree that a reader sees or reads of, and how to change them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from crawler.reading.spun.script import TRADITIONAL_SHARE, traditional_pattern

_UNSEEN = frozenset({"script", "style", "noscript", "textarea"})
_MOST_PATHS = 100
_ASCII = bytes(range(0x80))
_SAMPLE = 2000
_TOLD_APART = ("a", "script", "meta", "title")
_ATTRIBUTES = ("content", "title", "alt")
# What "//" finds is merged step by step, in a time that grows with its square.
_VISIBLE_TEXT = etree.XPath(
    "/descendant::text()[not(parent::script or parent::style or parent::textarea)]", smart_strings=False
)


class Place(NamedTuple):
    """Where a string stands: the text or tail of *node*, or its attribute *name*."""

    node: HtmlElement
    part: Literal["text", "tail", "attribute"]
    name: str = ""

    def put(self, text: str) -> None:
        """Write *text* there."""
        if self.part == "text":
            self.node.text = text
        elif self.part == "tail":
            self.node.tail = text
        else:
            self.node.set(self.name, text)


def path_of(node: HtmlElement, number: int) -> str:
    """Return the XPath of *node*; only its tag for findings of a high *number*, since a path counts all siblings."""
    return node.getroottree().getpath(node) if number < _MOST_PATHS else str(node.tag)


class PageText:
    """What a page says, at two costs: all of it roughly, or what a reader sees."""

    def __init__(self, root: HtmlElement, source: str | None = None) -> None:
        self._root = root
        self._seen: str | None = None
        # With scripts and attributes: cheap, and enough to rule most things out.
        plain = source if source and not _is_entities(source) else None
        self.rough = plain or etree.tostring(root, method="text", encoding="unicode", with_tail=False)
        # Bytes are rid of signs many times faster than text.
        self.hanzi = self.rough.encode("utf-8", "ignore").translate(None, _ASCII).decode()

    @cached_property
    def elements(self) -> dict[str, list[HtmlElement]]:
        """The links, scripts, meta tags and titles, by tag: one walk takes no longer for all than for one of them."""
        found: dict[str, list[HtmlElement]] = {tag: [] for tag in _TOLD_APART}
        for node in self._root.iter(*_TOLD_APART):
            found[str(node.tag)].append(node)
        return found

    @cached_property
    def traditional(self) -> int:
        """How many characters stand in Traditional texts only."""
        return len(traditional_pattern().findall(self.hanzi))

    @property
    def is_traditional(self) -> bool:
        """Whether so much of the page is in Traditional characters that more than a name or a quotation is."""
        return self.traditional > TRADITIONAL_SHARE * len(self.hanzi)

    @property
    def seen(self) -> str:
        """All text but scripts and styles, text nodes on lines of their own."""
        if self._seen is None:
            self._seen = page_text(self._root)
        return self._seen

    def changed(self) -> None:
        """Read the tree again when it is asked for next."""
        self._seen = None
        self.__dict__.pop("elements", None)


def _is_entities(source: str) -> bool:
    """Say whether a program wrote all but ASCII as entities, which only the tree has resolved: by three samples."""
    places = (len(source) * part // 4 for part in (1, 2, 3))
    return any(source.count("&#", place, place + _SAMPLE) > _SAMPLE // 50 for place in places)


def page_text(root: HtmlElement) -> str:
    """Return all text of the page *root* but scripts and styles, its text nodes on lines of their own."""
    found = _VISIBLE_TEXT(root)
    return "\n".join(found) if isinstance(found, list) else ""


def strings(root: HtmlElement) -> Iterator[tuple[Place, str]]:
    """Yield each string of *root* that holds more than ASCII, with its place."""
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag not in _UNSEEN:
            if node.text and not node.text.isascii():
                yield Place(node, "text"), node.text
            for name in _ATTRIBUTES:
                value = node.get(name)
                if value and not value.isascii():
                    yield Place(node, "attribute", name), value
        if node.tail and not node.tail.isascii():
            yield Place(node, "tail"), node.tail
