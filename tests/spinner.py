"""A forward model of the spinners that hijack pages: what they do to a text's GBK bytes, and to the page around it.

A clean text goes in, the page that a crawler would meet comes out, so that restoration is measured on any number of
pairs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

from opencc import OpenCC

from crawler.reading.spun.readings import _TABLE

# The characters that sites annotate, with their readings, the most often annotated first.
ANNOTATED = tuple((entry[0], entry[1:]) for entry in _TABLE.split())
# Each stands for two Traditional characters or more; spinners leave them as they are.
AMBIGUOUS = frozenset("后于干系范斗制里面只云")
# As the spinners write them; Taiwan's standard, which is otherwise nearest, has others.
_OWN_WAY = {"台": "臺", "着": "著", "群": "群", "为": "為", "启": "啟", "众": "眾"}
_CUT = re.compile(rb"\xa3[\xa1\xa8\xac\xba\xbb\xbf]")
_JUNK = ("acronym", "legend", "sub", "abbr", "dfn", "tt", "optgroup", "kbd", "samp", "nobr", "listing", "fieldset", "b")


@cache
def _traditional(character: str) -> str:
    if character in AMBIGUOUS:
        return character
    if character in _OWN_WAY:
        return _OWN_WAY[character]
    found = _converter("s2tw")(character)
    return found if len(found) == 1 and _is_gbk(found) and _converter("t2s")(found) == character else character


@cache
def _converter(name: str) -> Callable[[str], str]:
    return OpenCC(name).convert


def _is_gbk(character: str) -> bool:
    return bool(character.encode("gbk", "ignore"))


@dataclass(frozen=True, slots=True)
class Spinner:
    """One site's spinner.

    It annotates the first *annotated* characters of the closed list; *readings* False leaves a text in Traditional
    characters without any. A byte without a partner shows as *lone* (``?`` or nothing). With *cuts* False it works on
    characters, as some do, and damages nothing.
    """

    annotated: int = 40
    lone: str = "?"
    blank: bool = False
    cuts: bool = True

    def spin(self, text: str) -> str:
        """Return *text*, one line without markup, as the spinner leaves it."""
        whole = "".join(_traditional(c) for c in text.replace("\xa0", " "))
        if not self.cuts:
            marks = {ord(c): c + self._bracketed(reading).decode("gbk") for c, reading in ANNOTATED[: self.annotated]}
            return whole.translate(marks)
        data = whole.encode("gbk", "ignore")
        for character, reading in ANNOTATED[: self.annotated]:
            pair = character.encode("gbk")
            data = data.replace(pair, pair + self._bracketed(reading))
        shown, done = [], 0
        for cut in _CUT.finditer(data):
            shown += [self._decode(data[done : cut.start()]), cut.group().decode("gbk")]
            done = cut.end()
        return "".join([*shown, self._decode(data[done:])])

    def _bracketed(self, reading: str) -> bytes:
        return f"({reading}{' ' if self.blank else ''})".encode("gbk")

    def _decode(self, piece: bytes) -> str:
        shown: list[str] = []
        at = 0
        while at < len(piece):
            lead = piece[at]
            if lead < 0x80:
                shown.append(chr(lead))
                at += 1
            elif lead in (0x80, 0xFF) or at + 1 == len(piece):
                shown.append(self.lone)
                at += 1
            else:
                shown.append(self._pair(piece[at : at + 2]))
                at += 2
        return "".join(shown)

    def _pair(self, pair: bytes) -> str:
        if pair[1] < 0x40 or pair[1] in (0x7F, 0xFF):
            return "?"  # no pair of GBK: both bytes are lost
        return pair.decode("gbk", "ignore")  # a pair without a character shows nothing


@dataclass(frozen=True, slots=True)
class Trimmings:
    """What a spinner puts around a text."""

    keywords: tuple[str, ...] = ("精品视频在线观看", "亚洲开心六月在线", "中文乱码大片", "免费观看视频")
    joint: str = ","
    entities: bool = True
    tags: int = 24
    links: int = 6


def spin_page(
    title: str, paragraphs: Sequence[str], spinner: Spinner, rng: random.Random, trimmings: Trimmings | None = None
) -> str:
    """Return the page that *spinner* makes of an article, with *trimmings* (or the usual ones) around it."""
    trimmings = trimmings or Trimmings()
    line = trimmings.joint.join(trimmings.keywords) if trimmings.keywords else spinner.spin(title)
    shown = "".join(f"&#{ord(c)};" for c in line) if trimmings.entities and trimmings.keywords else escape(line)
    name = _random_id(rng)
    farm = "".join(_junk(name, rng) for _ in range(trimmings.tags))
    links = "".join(
        f'<a href="http://www.{_random_id(rng)}{n}.com/">{rng.choice(trimmings.keywords or ("棋牌游戏",))}</a>'
        for n in range(trimmings.links)
    )
    body = "\n".join(f"<p>{escape(spinner.spin(paragraph), quote=False)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{shown}</title>'
        f'<meta name="keywords" content="{shown}"></head><body>{farm}<div style="display:none">{links}</div>'
        f"<h1>{escape(spinner.spin(title), quote=False)}</h1>\n"
        f'<div class="article">{body}</div>{_junk(name, rng) * (trimmings.tags > 0)}</body></html>'
    )


def _random_id(rng: random.Random) -> str:
    letters = [rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(4)]
    letters.insert(rng.randrange(5), rng.choice("0123456789"))
    return "".join(letters)


def _junk(name: str, rng: random.Random) -> str:
    outer, inner = rng.sample(_JUNK, 2)
    return f'<{outer} id="{name}"><{inner} id="{name}"></{inner}></{outer}>'
