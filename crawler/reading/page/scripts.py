"""Pages of Taiwan, Hong Kong and Macau: read in a Simplified copy, and given in the characters they print.

What reading knows the words of pages by is spelt in Simplified characters. The copy has a character for each of the
page's, so that what is read in it is found on the page by its place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property

from lxml.html import HtmlElement

from crawler.reading.digest import text_digest
from crawler.reading.language import find_language
from crawler.reading.patterns import pattern
from crawler.reading.spun.script import simplify_each
from crawler.reading.values import Document

# Labels of Taiwan, which tell more than their Simplified forms do: 發布日期：98/12/31 is of 2009.
_KEPT = pattern(r"(發[布佈]|張貼|時間|單位|機關|迴響)")
_ATTRIBUTES = ("content", "title", "alt")


class Printed:
    """What a page prints, and the same in Simplified characters, both without blanks."""

    def __init__(self, text: str) -> None:
        self._text = "".join(text.split())
        self._simple = simplify(self._text)

    def restore(self, value: str | None) -> str | None:
        """Return *value*, read in the copy, as the page prints it.

        Where the page has it in other places than in one run, each character is as the page prints it most often.
        """
        if not value or value.isascii():
            return value
        wanted = "".join(value.split())
        at = self._simple.find(wanted)
        found = iter(self._text[at : at + len(wanted)] if at >= 0 else map(self._form, wanted))
        return "".join(sign if sign.isspace() else next(found) for sign in value)

    def document(self, read: Document) -> Document:
        """Return the document *read* in the copy as the page prints it."""
        restore = self.restore
        paragraphs = tuple(restore(text) or "" for text in read.paragraphs)
        text = "\n".join(paragraphs)
        title = restore(read.title)
        return replace(
            read,
            site_name=restore(read.site_name),
            column=restore(read.column),
            title=title,
            kicker=restore(read.kicker),
            subtitle=restore(read.subtitle),
            source=restore(read.source),
            authors=tuple(replace(one, name=restore(one.name) or "", role=restore(one.role)) for one in read.authors),
            text=text,
            paragraphs=paragraphs,
            captions=tuple(restore(text) or "" for text in read.captions),
            images=tuple(replace(one, caption=restore(one.caption), credit=restore(one.credit)) for one in read.images),
            attachments=tuple(replace(one, title=restore(one.title) or "") for one in read.attachments),
            story=replace(read.story, page_title=restore(read.story.page_title)) if read.story else None,
            language=find_language(text or title or ""),
            text_digest=text_digest(text),
            injections=tuple(replace(one, excerpt=restore(one.excerpt) or "") for one in read.injections),
        )

    def _form(self, sign: str) -> str:
        return self._forms.get(sign, sign)

    @cached_property
    def _forms(self) -> dict[str, str]:
        """How the page prints each Simplified character as a rule."""
        pairs = Counter(zip(self._simple, self._text, strict=True))
        return {simple: printed for (simple, printed), _ in reversed(pairs.most_common())}


def simplify_tree(root: HtmlElement) -> Printed:
    """Make of the page *root* its Simplified copy, and return what it prints."""
    said = ["".join(str(text) for text in root.itertext())]
    for node in root.iter():
        if node.text and not node.text.isascii():
            node.text = simplify(node.text)
        if node.tail and not node.tail.isascii():
            node.tail = simplify(node.tail)
        for name in _ATTRIBUTES:
            value = node.get(name) if isinstance(node.tag, str) else None
            if value and not value.isascii():
                said.append(value)
                node.set(name, simplify(value))
    return Printed("\n".join(said))


def simplify(text: str) -> str:
    """Return *text* in Simplified characters, of the same length, but for some labels.

    >>> simplify("發布日期：98/12/31 瀏覽人數")
    '發布日期：98/12/31 浏览人数'
    """
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else simplify_each(part) for at, part in enumerate(parts))
