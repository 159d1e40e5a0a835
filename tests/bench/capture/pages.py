"""Pages like those of county portals, made from a seed: markup, Chinese text, a median of some 42 kB."""

from __future__ import annotations

import gzip
import random
from functools import cache

_CHARACTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世车"


@cache
def page(number: int) -> bytes:
    """Return page *number*: markup around Chinese paragraphs, in UTF-8."""
    rng = random.Random(number)
    size = int(rng.lognormvariate(10.65, 0.45))
    parts = [
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>',
        f"第{number}号通知</title><link rel='stylesheet' href='/css/main.css'></head><body><div class='nav'><ul>",
        *(
            _ROW.format(rng.randrange(9999), _text(rng, 5), rng.randrange(1, 13), rng.randrange(1, 29))
            for _ in range(30)
        ),
        "</ul></div><div class='article'>",
    ]
    length = sum(len(part.encode()) for part in parts)
    while length < size:
        paragraph = f"<p {_STYLE}><span {_STYLE}>{_text(rng, 60)}</span></p>\n"
        parts.append(paragraph)
        length += len(paragraph.encode())
    return "".join([*parts, "</div></body></html>"]).encode()


_ROW = (
    '<li class="list-item clearfix"><a href="/xxgk/tzgg/202503/t20250304_{0}.shtml" target="_blank" title="{1}">{1}</a>'
    '<span class="date">2025-{2:02}-{3:02}</span></li>\n'
)
_STYLE = 'style="text-indent:2em;line-height:1.8;font-family:仿宋_GB2312;font-size:16pt;margin:0"'


def _text(rng: random.Random, words: int) -> str:
    """Return words as frequent as words of a language are: few often, most seldom."""
    return "".join(_VOCABULARY[min(int(rng.paretovariate(0.35)) - 1, len(_VOCABULARY) - 1)] for _ in range(words))


_CHOICE = random.Random(0)
_VOCABULARY = ["".join(_CHOICE.choices(_CHARACTERS, k=_CHOICE.choice((1, 2, 2, 3)))) for _ in range(3000)]


@cache
def answer(number: int, coding: str) -> bytes:
    """Return the whole HTTP answer with page *number*, its body in content coding *coding*."""
    body = page(number)
    head = "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: text/html\r\n"
    if coding == "gzip":
        body = gzip.compress(body, 6, mtime=0)
        head += "Content-Encoding: gzip\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
