"""White space as a reader sees it."""

from __future__ import annotations

from html import unescape

from crawler.reading.patterns import pattern

# What has no width, and entities that were escaped twice.
_WIDTHLESS = pattern(r"[\u200b\u2060\ufeff\xad]")
_ESCAPED = pattern(r"&(?:nbsp|e[mn]sp|[lr][ds]quo|mdash|middot|hellip|#\d{2,6});?")
# Between two Chinese characters a line break of the source is no blank of the text.
_BREAK = pattern(r"(?<=[\u2e80-\u9fff\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n]\s*(?=[\u2e80-\u9fff\uff00-\uffef])")


def squash(text: str) -> str:
    """Return *text* with every run of white space as one blank, and none where a Chinese line was broken.

    >>> squash("柳江区\\n  人民政府\\u3000 公告 ")
    '柳江区人民政府 公告'
    """
    if "\u200b" in text or "\ufeff" in text or "\xad" in text or "\u2060" in text:
        text = _WIDTHLESS.sub("", text)
    if "&" in text:
        text = _ESCAPED.sub(lambda entity: unescape(entity[0]), text)
    text = text.strip()
    if "\n" in text or "\r" in text:
        text = _BREAK.sub("", text)
    return " ".join(text.split())
