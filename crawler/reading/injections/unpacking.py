"""Scripts in plain words, where they hide what they write behind codes."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from itertools import islice

from crawler.reading.patterns import pattern

_LARGEST_SCRIPT = 200_000
_DEEPEST = 3
_FEWEST_ESCAPES = 20
_CODES = pattern(r"(?:String\s*\.\s*)?fromCharCode\(([0-9a-fx,\s]{4,20000})\)", re.I)
_CODE = pattern(r"0x[0-9a-f]{1,6}|\d{1,7}", re.I)
_ESCAPED = pattern(r"\\x([0-9a-f]{2})|\\u\{?([0-9a-f]{4})\}?|%u([0-9a-f]{4})|%([0-9a-f]{2})", re.I)
_BASE64 = pattern(r"atob\(\s*[\"']([A-Za-z0-9+/=\s]{8,100000})[\"']\s*\)")
# }('payload', radix, count, 'word|word|…'.split('|') of the packer that most minifying sites use.
_PACKED = pattern(
    r"\}\s*\(\s*'((?:[^'\\]|\\.){1,100000})'\s*,\s*(\d{1,2})\s*,\s*\d{1,5}\s*,\s*'((?:[^'\\]|\\.){0,100000})'\s*\.split\('\|'\)"
)
_PACKED_WORD = pattern(r"\b\w+\b")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# "docu" + "ment": cut so that nobody finds it.
_JOINED = pattern(r"([\"']) ?\+ ?\1")
_SEAMS = ("'+'", '"+"', "' + '", '" + "')
# var _0xb4=["\x72…","baidu"] and _0xb4[1]: words by number, as programs that hide scripts leave them.
_ARRAY = pattern(r"(?:_0x|__Ox|_0O)(\w{1,40})\s*=\s*\[(?=\s*[\"'])")
_ARRAY_NAMES = ("_0x", "__Ox", "_0O")
_ITEM = pattern(r"\s*(\"(?:[^\"\\\n]|\\.){0,2000}\"|'(?:[^'\\\n]|\\.){0,2000}')\s*(,|\])")
_MOST_ARRAYS = 3
_MOST_ITEMS = 2000
# document["referrer"]: a name in quotes, where a point would do.
_BRACKETED_NAME = pattern(r"\[(?<=[\w)\]]\[)\s*([\"'])([A-Za-z_$][\w$]{0,40})\1\s*\]")
_BACKWARDS = pattern(
    r"([\"'])((?:[^\"'\\\n]|\\.|(?!\1)[\"']){4,400})\1\s*\.\s*split\(\s*([\"'])\3\s*\)\s*\.\s*reverse\(\s*\)\s*\.\s*join\(\s*([\"'])\4\s*\)"
)
_QUOTED = pattern(r"\\([\"'/\\])")


def plain_code(code: str) -> str:
    """Return the script *code*, of which 200,000 characters are read, with what hides behind codes in plain words.

    >>> plain_code("eval(String.fromCharCode(97,108,101,114,116))")
    'eval(alert)'
    """
    code = code[:_LARGEST_SCRIPT]
    for _ in range(_DEEPEST):
        before = code
        for unpack in _UNPACKERS:
            code = unpack(code)[:_LARGEST_SCRIPT]
        if code == before:
            break
    return code


def _unpack_codes(code: str) -> str:
    return _CODES.sub(lambda match: "".join(_characters(match.group(1))), code) if "fromCharCode" in code else code


def _characters(codes: str) -> Iterator[str]:
    for code in _CODE.findall(codes):
        number = int(code, 16) if code[:2] in ("0x", "0X") else int(code)
        if number < 0x110000:
            yield chr(number)


def _unpack_escapes(code: str) -> str:
    signs = code.count("\\x") + code.count("\\u") + code.count("%")
    if signs < _FEWEST_ESCAPES or len(_ESCAPED.findall(code[:20_000])) < _FEWEST_ESCAPES:
        return code
    return _ESCAPED.sub(lambda match: chr(int(next(filter(None, match.groups())), 16)), code)


def _unpack_base64(code: str) -> str:
    return _BASE64.sub(_decoded, code) if "atob(" in code else code


def _decoded(match: re.Match[str]) -> str:
    try:
        data = base64.b64decode("".join(match.group(1).split()), validate=True)
    except ValueError:
        return match.group()  # no base64 after all
    return data.decode("utf-8", "replace")


def _unpack_packed(code: str) -> str:
    match = _PACKED.search(code) if ".split('|')" in code else None
    if match is None or not 2 <= int(match.group(2)) <= len(_DIGITS):
        return code
    radix, words = int(match.group(2)), match.group(3).split("|")

    def spelled(found: re.Match[str]) -> str:
        place = _number(found.group(), radix)
        return (words[place] if place is not None and place < len(words) else "") or found.group()

    return _QUOTED.sub(r"\1", _PACKED_WORD.sub(spelled, match.group(1)))


def _number(word: str, radix: int) -> int | None:
    """Return *word* read as a number of the *radix*, None where it is none."""
    value = 0
    for character in word[:6]:
        digit = _DIGITS.find(character)
        if not 0 <= digit < radix:
            return None
        value = value * radix + digit
    return value if len(word) <= 6 else None


def _unpack_arrays(code: str) -> str:
    if not any(name in code for name in _ARRAY_NAMES):
        return code
    for head in list(islice(_ARRAY.finditer(code), _MOST_ARRAYS)):
        items: list[str] = []
        at = head.end()
        while len(items) < _MOST_ITEMS and (item := _ITEM.match(code, at)):
            items.append(item.group(1))
            at = item.end()
            if item.group(2) == "]":
                code = _with_items(code, head.group(1), items)
                break
    return code


def _with_items(code: str, name: str, items: list[str]) -> str:
    def spelled(match: re.Match[str]) -> str:
        place = int(match.group(1), 16 if "x" in match.group(1) else 10)
        return items[place] if 0 <= place < len(items) else match.group()

    return re.sub(rf"\w{{0,4}}{name}\s*\[\s*(0x[0-9a-f]{{1,4}}|\d{{1,4}})\s*\]", spelled, code)


def _unpack_names(code: str) -> str:
    return _BRACKETED_NAME.sub(r".\2", code) if "['" in code or '["' in code else code


def _unpack_backwards(code: str) -> str:
    return _BACKWARDS.sub(lambda match: match.group(2)[::-1], code) if ".reverse(" in code else code


def _join(code: str) -> str:
    return _JOINED.sub("", code) if any(seam in code for seam in _SEAMS) else code


_UNPACKERS: tuple[Callable[[str], str], ...] = (
    _unpack_packed,
    _unpack_codes,
    _unpack_base64,
    _unpack_escapes,
    _unpack_arrays,
    _unpack_names,
    _unpack_backwards,
    _join,
)
