"""What hijackers lay over a page: their spinner's text, their links, their title; and what is no business of theirs."""

from __future__ import annotations

import random
import re

from tests.bench.injections.measure import THRESHOLDS
from tests.spinner import Spinner

_PIECES = re.compile(r"(<script.*?</script>|<style.*?</style>|<title>.*?</title>|<[^>]*>|&#?\w+;)", re.S | re.I)
_TITLE = re.compile(r"<title>(.*?)</title>", re.S)
_BODY = re.compile(r"<body[^>]*>", re.I)
_KEYWORDS = (
    *(
        "精品视频在线观看",
        "亚洲开心六月",
        "免费大片直播",
        "永利棋牌官网",
        "澳门新葡京娱乐",
        "百家乐平台注册",
        "时时彩开奖",
    ),
    *("真人荷官现场", "成人影院在线", "六合彩特码资料", "久久热视频", "老虎机电子游戏"),
)
_TAGS = ("acronym", "legend", "sub", "abbr", "dfn", "tt", "kbd", "samp", "nobr", "strike", "ins", "del")
_HIDINGS = (
    '<div style="display:none">{0}</div>',
    '<div style="position:absolute;left:-{1}px;top:-{1}px">{0}</div>',
    '<marquee width="1" height="2" scrollamount="9000">{0}</marquee>',
    '<div style="height:0px;overflow:hidden;">{0}</div>',
    '<p style="text-indent:-{1}px">{0}</p>',
    '<span style="font-size:0">{0}</span>',
    "<style>.{2}{{display:none}}</style><div class={2}>{0}</div>",
    '<div id="{2}">{0}</div><script>document.getElementById("{2}").style.display="none"</script>',
    "<script>document.write('<div style=\"display:none\">')</script>{0}<script>document.write('</div>')</script>",
    '<ul style="visibility:hidden;position:absolute">{0}</ul>',
)
# What portals hide for reasons of their own.
_OWN = (
    '<div style="display:none" id="share"><a href="#">分享到微信</a><a href="#">分享到微博</a></div>',
    '<div class="popup" style="display:none"><h4>提示</h4><p>您的浏览器版本过低，请升级后访问。</p></div>',
    '<ul class="sub" style="display:none"><li><a href="/zwgk/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul>',
    "<noscript><p>本网页需要脚本支持</p></noscript>",
    '<input type="hidden" name="id" value="123"><textarea style="display:none"></textarea>',
)


def spun(page: str, chance: random.Random) -> str:
    """Return *page* with all its text spun, under a title of keywords and among empty tags of one name."""
    spinner = Spinner(
        annotated=chance.choice(THRESHOLDS), lone=chance.choice(("?", "?", "")), blank=chance.random() < 0.15
    )
    pieces = _PIECES.split(page)
    told = "".join(
        piece if at % 2 or not piece.strip() else _by_line(piece, spinner) for at, piece in enumerate(pieces)
    )
    line = chance.choice((",", "_", "-")).join(chance.sample(_KEYWORDS, 4))
    if chance.random() < 0.5:
        line = "".join(f"&#{ord(sign)};" for sign in line)
    name = "".join(chance.choices("abcdefghkmnpqrstuvwxyz", k=4)) + str(chance.randint(2, 9))
    junk = [
        f'<{one} id="{name}"><{two} id="{name}"></{two}></{one}>'
        for one, two in (chance.sample(_TAGS, 2) for _ in range(9))
    ]
    told = _TITLE.sub(lambda _: f"<title>{line}</title>", told, count=1)
    return _after_body(told, "".join(junk) + _hidden(chance))


def hijacked(page: str, chance: random.Random) -> str:
    """Return *page* with links to strange sites hidden in it, some of the portal's own hidden blocks, perhaps a title."""
    told = _after_body(page, _hidden(chance))
    places = [match.end() for match in re.finditer(r"</p>|</div>|</li>|<br>", told, re.I)]
    for block in (_hidden(chance), chance.choice(_OWN), *([_hidden(chance)] * (chance.random() < 0.5))):
        at = chance.choice(places) if places else len(told)
        told = told[:at] + block + told[at:]
        places = [place for place in places if place <= at]
    if chance.random() < 0.4:
        line = chance.choice((",", "_", "-")).join(chance.sample(_KEYWORDS, 4))
        told = _TITLE.sub(lambda _: f"<title>{line}</title>", told, count=1)
    return told


def forbidden() -> tuple[str, ...]:
    """Return the words that none of these pages may leave in a document."""
    return _KEYWORDS


def _by_line(text: str, spinner: Spinner) -> str:
    return "\n".join(spinner.spin(line) for line in text.split("\n"))


def _after_body(page: str, block: str) -> str:
    body = _BODY.search(page)
    at = body.end() if body else 0
    return page[:at] + block + page[at:]


def _hidden(chance: random.Random) -> str:
    name = "".join(chance.choices("abcdefghkmnpqrstuvwxyz", k=5))
    links = chance.choice(("", " | ", "\n")).join(
        f'<a href="http://www.{name[:3]}{n}{chance.choice(("bet", "av", "qp", ""))}.{chance.choice(("com", "cc", "net", "xyz"))}/">{chance.choice(_KEYWORDS)}</a>'
        for n in range(chance.randint(4, 14))
    )
    return chance.choice(_HIDINGS).format(links, chance.randint(999, 9999), name)
