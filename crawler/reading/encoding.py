"""The character set of a page, judged by its bytes; labels only break ties."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_HEADER_LABEL = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
# A label is believed only where it is the page's own: some pages carry theirs after 5,000 bytes of script.
_LABEL_BYTES = 20_000
# One broken sequence in this many sound ones is a slip of the editor, not another character set.
_BROKEN_SHARE = 50


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text and the name of the character set its bytes are in."""

    text: str
    charset: str


def decode(body: bytes, headers: Mapping[str, str] | None = None) -> Decoded:
    """Return the text of *body* and its character set; broken bytes become U+FFFD.

    The bytes decide: a label in *headers* or in the page is asked only where several sets fit.

    >>> decode("澧县".encode("gb2312"), {"Content-Type": "text/html; charset=utf-8"})
    Decoded(text='澧县', charset='gb18030')
    """
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(charset, "replace"), charset)
    wide = _wide(body)
    if wide:
        return Decoded(body.decode(wide, "replace"), wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = body.decode("utf-8", "replace")
    if _sound_but_for_slips(text):
        return Decoded(text, "utf-8")
    return _decode_legacy(body, _labels(body, headers or {}))


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL beside every ASCII character of the markup."""
    head = body[:2000]
    if len(head) < 8 or head.count(0) * 5 < len(head):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    if even > 4 * odd:
        return "utf-16-be"
    return None


def _sound_but_for_slips(text: str) -> bool:
    broken = text.count("\ufffd")
    sound = sum(1 for char in text if char >= "\u0800") - broken
    return sound >= broken * _BROKEN_SHARE or (broken <= 2 and sound >= 6 * broken)


def _labels(body: bytes, headers: Mapping[str, str]) -> list[str]:
    labels = [label.decode("ascii") for label in _LABEL.findall(body[:_LABEL_BYTES])]
    for name, value in headers.items():
        if name.lower() == "content-type":
            labels += _HEADER_LABEL.findall(value)
    return [label.lower().replace("_", "-") for label in labels]


def _decode_legacy(body: bytes, labels: list[str]) -> Decoded:
    if any(label.startswith(("big5", "cn-big5", "x-x-big5")) for label in labels):
        text = body.decode("big5hkscs", "replace")
        if text.count("\ufffd") * _BROKEN_SHARE <= len(text):
            return Decoded(text, "big5")
    return Decoded(body.decode("gb18030", "replace"), "gb18030")
