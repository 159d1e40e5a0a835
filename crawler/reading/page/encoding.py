"""The character set of a page, judged by its bytes; labels only break ties."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from crawler.reading.patterns import pattern

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Of small letters, each with a head of its own: a choice between two heads takes ten times as long.
_NAME = rb"""\s*=\s*["']?\s*([a-z0-9_.:-]{2,40})"""
_LABELS = (re.compile(rb"charset" + _NAME), re.compile(rb"encoding" + _NAME))
_HEADER_LABEL = pattern(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
# A label is believed only where it is the page's own: some pages carry theirs after 5,000 bytes of script.
_LABEL_BYTES = 20_000
# One broken sequence in this many sound ones is a slip of the editor, not another character set.
_BROKEN_SHARE = 50
_LOW = bytes(range(0x40))
_WORDS = re.compile(rb"[A-Za-z]{3,}")
_SAMPLE = 20_000
# Four Chinese characters of UTF-8 in a row are never another set's: in that they would be six rare ones.
# Written out, it is sought five times faster.
_RUN_OF_UTF8 = re.compile(rb"[\xe4-\xe9][\x80-\xbf][\x80-\xbf]" * 4)
# The second byte of a character is never a bracket of a tag or the end of a line.
_PIECE = re.compile(rb"[<>\n]|[^<>\n]+")
# Windows has signs of its own in its western and its Chinese set; no standard has them there.
_BLANK = 0xA0
_SIGNS_OF_WINDOWS = {_BLANK: "\xa0", 0x80: "€", 0xFF: ""}
_SLIPS = "xianzhi.slips"
_NEAR, _WIDE, _LONGEST_SIGN = 2_000, 200_000, 4
_WIDE_SIGN = pattern(r"[\u0800-\ufffc\U00010000-\U0010ffff]")
# Two sets fit one text seldom and by little; a label weighs as much as a fifth of the text.
_LABEL_WORTH = 0.2
_DOUBTFUL, _SHORTEST_DOUBT = 0.45, 60


class Decoded(NamedTuple):
    """A page's text and the name of the character set its bytes are in."""

    text: str
    charset: str


def decode(body: bytes, headers: Mapping[str, str] | None = None) -> Decoded:
    """Return the text of *body* and its character set; broken bytes become U+FFFD.

    The bytes decide: a label in *headers* or in the page is asked only where several sets fit.

    >>> decode("澧县".encode("gb2312"), {"Content-Type": "text/html; charset=utf-8"})
    Decoded(text='澧县', charset='gb18030')
    """
    if body.startswith(codecs.BOM_UTF8) and _is_broken_at_once(body):
        body = body.removeprefix(codecs.BOM_UTF8)
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(charset, "replace"), charset)
    wide = _wide(body)
    if wide:
        return Decoded(body.decode(wide, "replace"), wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        first = error.start
    # A few bytes around the first broken one tell most pages of another set from a slip.
    if _is_mostly_sound(_around(body, first, _NEAR)) and _sound_but_for_slips(_around(body, first, _WIDE)):
        return Decoded(body.decode("utf-8", _SLIPS), "utf-8")
    if _RUN_OF_UTF8.search(body):
        return _decode_parts(body, _labels(body, headers or {}))
    return _decode_legacy(body, _labels(body, headers or {}))


def _is_broken_at_once(body: bytes) -> bool:
    """Whether the mark of UTF-8 came with a file that was put before a page of another set."""
    sample = body[:_SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    return broken > 0 and broken > len(_WIDE_SIGN.findall(sample))


def _slip(error: UnicodeError) -> tuple[str, int]:
    """What stands for broken bytes: a sign of Windows' own where it is one, else U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    sign = _SIGNS_OF_WINDOWS.get(error.object[error.start])
    if sign is None or (error.encoding == "utf-8" and _is_remnant(error.object, error.start)):
        return "\ufffd", error.end
    return sign, error.start + 1


def _is_remnant(body: bytes, at: int) -> bool:
    """Whether the byte at *at* is of a character of UTF-8 that lost its first byte: such bytes come in twos."""
    around = (*body[max(0, at - 1) : at], *body[at + 1 : at + 2])
    return body[at] != _BLANK or any(0x80 <= byte < 0xC0 and byte != _BLANK for byte in around)


def _decode_parts(body: bytes, labels: list[str]) -> Decoded:
    """Decode each piece of text between two tags by itself: templates are glued from files of several sets."""
    pieces = _PIECE.findall(body)
    foreign = [piece for piece in pieces if not _is_utf8(piece)]
    charset = _decode_legacy(b"\n".join(foreign), labels).charset
    text = "".join(
        piece.decode("utf-8", _SLIPS) if _is_utf8(piece) else piece.decode(charset, _SLIPS) for piece in pieces
    )
    own = sum(map(len, foreign)) * 2 < sum(len(piece) for piece in pieces if not piece.isascii())
    return Decoded(text, "utf-8" if own else charset)


def _is_utf8(piece: bytes) -> bool:
    """Whether *piece* is UTF-8 but for slips; words of two bytes a sign may be so by chance."""
    if piece.isascii():
        return True
    text = piece.decode("utf-8", "replace")
    return len(_WIDE_SIGN.findall(text)) - text.count("\ufffd") > 4 * text.count("\ufffd")


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL beside every ASCII character of the markup."""
    head = body[:2000]
    if len(head) < 8 or b"\0" not in head or head.count(0) * 5 < len(head):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    if even > 4 * odd:
        return "utf-16-be"
    return None


def _around(body: bytes, at: int, reach: int) -> str:
    return body[max(0, at - reach) : at + reach].decode("utf-8", "replace")


def _is_mostly_sound(text: str) -> bool:
    # The window may open and close within a character.
    return len(_WIDE_SIGN.findall(text)) + 2 * _LONGEST_SIGN >= text.count("\ufffd")


def _sound_but_for_slips(text: str) -> bool:
    broken = text.count("\ufffd")
    sound = len(_WIDE_SIGN.findall(text))
    return sound >= broken * _BROKEN_SHARE or (broken <= 2 and sound >= 6 * broken)


def _labels(body: bytes, headers: Mapping[str, str]) -> list[str]:
    head = body[:_LABEL_BYTES].lower()
    labels = [label.decode("ascii") for names in _LABELS for label in names.findall(head)]
    for name, value in headers.items():
        if name.lower() == "content-type":
            labels += _HEADER_LABEL.findall(value)
    return [label.lower().replace("_", "-") for label in labels]


def _decode_legacy(body: bytes, labels: list[str]) -> Decoded:
    """Tell GB18030 from Big5 by how much of the text is in each set's frequent half; else ask charset-normalizer."""
    sample = bytes(_WORDS.sub(b"", body[:_SAMPLE])).translate(None, _LOW)
    simplified = _share(sample, "gb18030", _in_first_level_of_gb)
    traditional = _share(sample, "big5hkscs", _in_first_level_of_big5)
    if any(label.removeprefix("x-").removeprefix("cn-").startswith("big5") for label in labels):
        traditional += _LABEL_WORTH
    if traditional > simplified + _LABEL_WORTH / 2:
        return Decoded(body.decode("big5hkscs", "replace"), "big5")
    if (
        simplified < _DOUBTFUL
        and len(sample) >= _SHORTEST_DOUBT
        and not any(label.startswith("gb") for label in labels)
    ):
        return _guess(body)
    return Decoded(body.decode("gb18030", _SLIPS), "gb18030")


def _share(sample: bytes, charset: str, frequent: Callable[[str], bool]) -> float:
    """How much of *sample*, read as *charset*, is frequent Chinese; 0 where there is none."""
    signs = [(sign, times) for sign, times in Counter(sample.decode(charset, "replace")).items() if sign >= "\u0080"]
    return sum(times for sign, times in signs if frequent(sign)) / (sum(times for _, times in signs) or 1)


@lru_cache(maxsize=8192)
def _in_first_level_of_gb(sign: str) -> bool:
    """GB 2312 orders its 3,755 frequent characters from B0 to D7; its punctuation is in A1 and A3."""
    try:
        lead = sign.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7 or lead in (0xA1, 0xA3)


@lru_cache(maxsize=8192)
def _in_first_level_of_big5(sign: str) -> bool:
    """Big5 orders its 5,401 frequent characters from A4 to C6; its punctuation is in A1 and A2."""
    try:
        lead = sign.encode("big5")[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= lead <= 0xC6 and lead != 0xA3


def _guess(body: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(body[:_SAMPLE]).best()
    if best is not None and best.encoding:
        text = body.decode(best.encoding, "replace")
        if text.count("\ufffd") * _BROKEN_SHARE <= len(text):
            return Decoded(text, best.encoding.replace("_", "-"))
    return Decoded(body.decode("gb18030", "replace"), "gb18030")


codecs.register_error(_SLIPS, _slip)
