"""Whole pages of the Chinese web of 1998 to 2008 in our own words, made by chance, with what is to be read in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from opencc import OpenCC

from tests.reading.web2005_bodies import bar, closing, iso, set_body, stamp
from tests.reading.web2005_furniture import (
    Room,
    column,
    comments,
    disclaimer,
    footer,
    inset,
    login,
    navigation,
    related,
    tail,
)
from tests.reading.web2005_posts import blog, chapter, forum, front, letter, mail, posts
from tests.reading.web2005_words import headline, nickname, outlet, paragraph, person

_S2T = OpenCC("s2t")


@dataclass
class Gold:
    """What is to be read in a page; None where the page does not say, or may be read in more ways than one."""

    title: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] | None = None
    paragraphs: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass
class Made:
    """A page, and its gold; *features* are what it was made of."""

    body: bytes
    url: str
    gold: Gold
    features: dict[str, str] = field(default_factory=dict)


def _texts(room: Room) -> list[str]:
    number = room.rng.choice((1, 1, 2, 3, 4, 6, 9, 15, 40))
    longest = room.rng.choice((2, 4, 7))
    texts = [paragraph(room.rng, longest) for _ in range(number)]
    if number > 5 and room.often(0.4):
        for at in range(1, number, 3):
            texts[at] = headline(room.rng)[:14]
    room.features["length"] = f"length {'short' if number < 3 else 'long' if number > 9 else 'middle'}"
    return list(dict.fromkeys(texts))


def _head(room: Room, title: str, site: str, channel: str) -> str:
    page_title = room.pick(
        "title",
        f"{title}_{channel}_{site}",
        f"{title}--{site}",
        f"{site}--{channel}--{title}",
        title,
        f"{title} - {site}",
        site,
        f"::{site}::",
        f"{site} {title}",
        "无标题文档",
        "",
        f"{site}-{channel}",
        f"{title}-{channel}-{site}",
    )
    meta = room.rng.choice(
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
            "",
            "<META content='MSHTML 6.00.2800.1106' name=GENERATOR>",
        )
    )
    keywords = room.rng.choice(
        ("", f'<meta name="keywords" content="{site},{channel}">', '<meta name="Author" content="webmaster">')
    )
    script = room.rng.choice(
        (
            "",
            "<script language=JavaScript>\n<!--\nfunction MM_openBrWindow(a,b,c){window.open(a,b,c);}\n//-->\n</script>",
        )
    )
    style = (
        "<style type=text/css>\n<!--\ntd {font-size: 9pt; line-height: 18px}\na:hover {color:#ff0000}\n-->\n</style>"
    )
    return f"<html><head>{meta}<title>{page_title}</title>{keywords}{script}{style}</head>" if page_title else ""


def _printed(room: Room, title: str) -> str:
    return room.pick(
        "headline",
        f"<h1>{title}</h1>",
        f"<center><b><font size=5>{title}</font></b></center>",
        f"<p align=center><font color=#05006C style='font-size:18pt'><b>{title}</b></font></p>",
        f"<th class=f24><font color=#05006C>{title}</font></th>",
        f"<table width=100%><tr><td align=center class=title><strong>{title}</strong></td></tr></table>",
        f"<div class=bt align=center>{title}</div>",
        f"<p align=center><b>{title}</b></p>",
        f"<H3 align=center>{title}</H3>",
        f"<FONT size=4><STRONG>{title}</STRONG></FONT><BR>",
        f"<span class=title_14>{title}</span><br>",
    )


def _around(room: Room, article: str, site: str, channel: str) -> str:
    nav, box, side, foot = navigation(room), login(room), column(room), footer(room)
    trail = room.pick(
        "trail",
        "",
        f"您现在的位置：<a href=/>{site}</a> &gt;&gt; <a href=/c>{channel}</a> &gt;&gt; 正文",
        f"<a href=/>首页</a> &gt; <a href=/c>{channel}</a> &gt; 文章正文",
        f"<font color=red>{site}</font> &gt; <a href=/c>{channel}</a>",
        f"<a href=/>{site}</a>--<a href=/c>{channel}</a>",
        f"<img src=dot.gif>当前位置：<a href=/>首页</a>→<a href=/c>{channel}</a>→浏览文章",
    )
    trail = f"<div>{trail}</div>" if room.often(0.5) else f"{trail}<br>"
    return room.pick(
        "layout",
        f"<body bgcolor=#ffffff>{nav}{box}<table width=760 align=center><tr><td valign=top width=580>{trail}{article}</td><td valign=top width=180>{side}</td></tr></table>{foot}</body></html>",
        f"<body>{nav}<table width=760><tr><td width=170 valign=top>{box}{side}</td><td valign=top><table width=100%><tr><td>{trail}</td></tr><tr><td>{article}</td></tr></table></td></tr></table>{foot}</body></html>",
        f"<BODY topMargin=0><CENTER>{nav}{box}<hr>{trail}<TABLE width=600><TBODY><TR><TD align=left>{article}</TD></TR></TBODY></TABLE>{side}{foot}</CENTER>",
        f"<body>{article}<hr>{foot}",
        f"<body><div id=wrap>{nav}<div id=left>{side}</div><div id=main>{trail}{article}</div><div style=clear:both>{foot}</div></div></body></html>",
        f"{nav}</body></html><table><tr><td>{trail}{article}</td><td>{side}</td></tr></table>{box}{foot}",
        f"<body><table width=778><tr><td>{nav}</td></tr><tr><td>{box}<table><tr><td><table><tr><td><table><tr><td>{trail}</td></tr><tr><td>{article}</td></tr></table></td><td>{side}</td></tr></table></td></tr></table></td></tr><tr><td>{foot}</td></tr></table>",
        f"<noframes><body>{trail}{article}{foot}</body></noframes>" if False else f"<body>{trail}{article}{foot}</body>",
        f"<body>{nav}{side}{trail}{article}{foot}</body></html>",
    )  # fmt: skip


def article(rng: Random) -> Made:
    """Return the page of a portal, a paper, a firm or a school with one article."""
    room = Room(rng)
    title, site, channel = (
        headline(rng),
        outlet(rng) + rng.choice(("", "网站", "在线")),
        rng.choice(("社会新闻", "文化", "滚动", "校园动态", "公司新闻", "散文", "国际")),
    )
    source, writer, texts = outlet(rng), person(rng), _texts(room)
    moment = (rng.randint(1998, 2008), rng.randint(1, 12), rng.randint(1, 28), rng.randint(0, 23), rng.randint(0, 59))
    when, timed = stamp(room, *moment)
    line, sourced, signed = bar(room, when, source, writer)
    end, optional = closing(room, when)
    barred = room.pick("barred", f"<p align=center>{line}</p>", f"<center><font size=2>{line}</font></center><hr size=1>", f"{line}<br><br>", f"<table width=100%><tr><td align=center>{line}</td></tr></table>", f"<div class=info>{line}</div>") if line else ""  # fmt: skip
    told = set_body(room, texts, inset(room))
    held = room.pick("held", told, f"<div id=article>{told}</div>", f"<table><tr><td class=l17>{told}</td></tr></table>", f"<font id=zoom class=f14>{told}</font>", f"<!-- 正文 -->{told}")  # fmt: skip
    after = [tail(room), related(room), comments(room)]
    rng.shuffle(after)
    whole = f"{_printed(room, title)}{barred}{held}{end}{disclaimer(room)}{''.join(after)}"
    html = _head(room, title, site, channel) + _around(room, whole, site, channel)
    gold = Gold(
        title=title,
        published=iso(*moment, when, timed) if line else None,
        source=source if sourced else None,
        authors=(writer,) if signed else None,
        paragraphs=tuple(texts),
        optional=tuple(optional),
    )
    return finish(room, html, gold)


def finish(room: Room, html: str, gold: Gold) -> Made:
    """Return the page *html* in a character set of the time, with its *gold* in the same script."""
    rng = room.rng
    charset = rng.choice(("gb18030", "gb18030", "gb18030", "utf-8", "big5"))
    room.features["charset"] = charset
    gold.absent = tuple(
        text for text in room.absent if not any(text in told for told in (*gold.paragraphs, gold.title or ""))
    )
    if charset == "big5":
        turn = _S2T.convert
        html = turn(html)
        gold = Gold(
            *(turn(field) if field else field for field in (gold.title, gold.published, gold.source)),
            None if gold.authors is None else tuple(map(turn, gold.authors)),
            *(tuple(map(turn, field)) for field in (gold.paragraphs, gold.optional, gold.absent)),
        )
    if rng.random() < 0.3:
        html = re.sub(r"</?[a-z]+(?=[ >])", lambda tag: tag[0].upper(), html)
    return Made(
        html.encode(charset, "xmlcharrefreplace"),
        f"http://www.example.com/{rng.randrange(10**5)}.htm",
        gold,
        room.features,
    )


def thread(rng: Random) -> Made:
    """Return a thread of a forum, whose opening post is its article."""
    room = Room(rng)
    title, texts = headline(rng), _texts(room)
    shown = posts(room, texts)
    html = front(
        room,
        forum(room, title, texts, shown),
        rng.choice((title, f"{title} - 石桥论坛 - Powered by Discuz!", f"石桥论坛--{title}", "石桥论坛")),
    )
    timed = shown[0][1][:-3] if room.features["forum"] in ("forum 1", "forum 2", "forum 3", "forum 6") else shown[0][1]
    return finish(room, html, Gold(title, _moment(timed), None, (shown[0][0],), tuple(texts)))


def board(rng: Random) -> Made:
    """Return a letter of a telnet bulletin board."""
    room = Room(rng)
    title, texts, when = headline(rng), _texts(room), _day(rng)
    told = (when.strftime("%a %b %e %H:%M:%S %Y"), when.strftime("%Y年%m月%d日%H:%M:%S"))
    html = front(
        room,
        letter(room, title, texts, rng.choice((told, told[::-1]))),
        rng.choice((f"石桥站 -- {title}", "主题文章阅读", "文章阅读")),
    )
    return finish(
        room, html, Gold(title, f"{when:%Y-%m-%dT%H:%M:%S}+08:00", None, (room.features.pop("writer"),), tuple(texts))
    )


def entry(rng: Random) -> Made:
    """Return an entry of a blog."""
    room = Room(rng)
    title, texts, when, who = headline(rng), _texts(room), _day(rng), nickname(rng)
    html = front(
        room,
        blog(room, title, set_body(room, texts, ""), who, f"{when:%Y-%m-%d %H:%M:%S}"),
        rng.choice((title, f"{title} - {who}的博客", f"{who}的博客: {title}")),
    )
    iso_day = f"{when:%Y-%m-%d}" if room.features["blog"] == "blog 3" else None
    minute = (
        f"{when:%Y-%m-%dT%H:%M:00}+08:00" if room.features["blog"] == "blog 1" else f"{when:%Y-%m-%dT%H:%M:%S}+08:00"
    )
    return finish(
        room,
        html,
        Gold(title, iso_day or minute, None, None if room.features["blog"] == "blog 2" else (who,), tuple(texts)),
    )


def page_of_a_book(rng: Random) -> Made:
    """Return a chapter of a novel or an essay."""
    room = Room(rng)
    title = rng.choice(
        (f"第{rng.choice('一二三四五六七八九')}章 {headline(rng)[:8]}", f"{rng.randint(1, 60)}", headline(rng))
    )
    texts, who = _texts(room), person(rng)
    html = front(
        room,
        chapter(room, title, set_body(room, texts, ""), who),
        rng.choice((title, f"{title}-石桥书库", f"石桥书库 {title}")),
    )
    signed = room.features["chapter"] in ("chapter 1", "chapter 2")
    return finish(
        room, html, Gold(title if len(title) > 2 else None, None, None, (who,) if signed else None, tuple(texts))
    )


def message(rng: Random) -> Made:
    """Return a message of a mailing list's archive."""
    room = Room(rng)
    title, texts, when, who = headline(rng), _texts(room), _day(rng), person(rng)
    told = (f"{when:%Y-%m-%d %H:%M:%S}", when.strftime("%a, %d %b %Y %H:%M:%S +0800"))
    html = front(
        room, mail(room, title, set_body(room, texts, ""), who, told), rng.choice((f"[cn-list] {title}", title))
    )
    return finish(room, html, Gold(None, f"{when:%Y-%m-%dT%H:%M:%S}+08:00", None, None, tuple(texts)))


def _day(rng: Random) -> datetime:
    return datetime(
        rng.randint(1999, 2008),
        rng.randint(1, 12),
        rng.randint(1, 28),
        rng.randint(0, 23),
        rng.randint(0, 59),
        rng.randint(0, 59),
        tzinfo=UTC,
    )


def _moment(when: str) -> str:
    day, clock = when.split(" ")
    year, month, date = map(int, day.split("-"))
    hour, minute, *second = map(int, clock.split(":"))
    return f"{year}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second[0] if second else 0:02}+08:00"


KINDS: dict[str, Callable[[Random], Made]] = {
    "article": article,
    "thread": thread,
    "board": board,
    "entry": entry,
    "book": page_of_a_book,
    "message": message,
}


def generate(seed: int) -> Made:
    """Return the page that *seed* gives."""
    rng = Random(seed)
    kind = rng.choice(list(KINDS))
    made = KINDS[kind](rng)
    made.features["kind"] = kind
    return made
