"""What is out of the ordinary in single county pages: where the bar stands, what else is a heading, what the tags say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tests.reading.govwords import Words, iso


@dataclass
class Parts:
    """The parts of a page as markup, and what they say: *title*, *published* and *source*, *site*."""

    head: str
    crumb: str
    heading: str
    above: str
    body: str
    below: str
    title: str
    site: str
    published: str | None
    source: str | None


def _bar_above(words: Words, parts: Parts) -> None:
    parts.heading, parts.above = parts.above + parts.heading, ""


def _bar_below(words: Words, parts: Parts) -> None:
    """The bar stands below the text, as some counties of 2005 have it."""
    parts.below, parts.above = f"<div align=right>{parts.above}</div>{parts.below}", ""


def _banner_h1(words: Words, parts: Parts) -> None:
    parts.crumb = f'<h1 class="logo"><a href="/">{parts.site}</a></h1>{parts.crumb}'


def _banner_picture(words: Words, parts: Parts) -> None:
    parts.crumb = f'<h1><a href="/"><img src="/logo.png" alt="{parts.site}"></a></h1>{parts.crumb}'


def _column_heading(words: Words, parts: Parts) -> None:
    """The name of the column as a heading, above the trail."""
    column = re.sub(r"<[^>]+>", " ", parts.crumb).split()[-1]
    parts.crumb = f'<h2 class="lanmu">{column if len(column) > 2 else words.column()}</h2>{parts.crumb}'


def _trail_below(words: Words, parts: Parts) -> None:
    parts.heading, parts.crumb = f'<div class="top">{parts.crumb}</div>{parts.heading}', ""


def _tagged(words: Words, parts: Parts) -> None:
    """The government's tags repeat what is printed, with dirt and another time of the same day."""
    if not parts.published:
        return
    tags = {
        "ArticleTitle": parts.title + words.pick("", " ", "&lt;br/&gt;"),
        "PubDate": f"{parts.published[:10]} 08:01",
        "ContentSource": parts.source or words.pick("null", ""),
        "ColumnType": "null",
        "Author": words.pick("", "null", "admin"),
        "SiteDomain": "www.shiqiao.gov.cn",
    }
    case = words.pick("upper", "lower", "as is")
    metas = "".join(
        f'<META NAME="{getattr(name, case)() if case != "as is" else name}" CONTENT="{value}">'
        for name, value in tags.items()
    )
    parts.head = parts.head.replace("</head>", f"{metas}</head>")
    if len(parts.published) == 10:
        parts.published += "T08:01:00+08:00"


def _tags_alone(words: Words, parts: Parts) -> None:
    """What a page says of its article stands in its tags alone."""
    day, source = words.day(), words.paper()
    tags = {"ArticleTitle": parts.title, "PubDate": f"{iso(day)} 10:32:15", "ContentSource": source}
    parts.head = parts.head.replace(
        "</head>", "".join(f'<meta name="{k}" content="{v}">' for k, v in tags.items()) + "</head>"
    )
    parts.above, parts.published, parts.source = "", f"{iso(day)}T10:32:15+08:00", source


def _summary(words: Words, parts: Parts) -> None:
    """A style sheet and a script stand in the text."""
    parts.body = (
        f"<style>.TRS_Editor P{{line-height:2}}.a:after{{content:'。'}}</style><script>var a='。';</script>{parts.body}"
    )


def _framed(words: Words, parts: Parts) -> None:
    parts.body = f'<form name="_newscontent_fromname"><input type="hidden" name="id" value="9">{parts.body}</form>'


def _server_form(words: Words, parts: Parts) -> None:
    """ASP.NET puts a form around the whole page."""
    parts.crumb = f'<form method="post" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA5"><input type="text" name="q">{parts.crumb}'
    parts.below += "</form>"


def _advertised(words: Words, parts: Parts) -> None:
    """A floating advertisement and a dialogue stand before the article."""
    parts.crumb = (
        '<div id="float" style="position:absolute"><a href="/zt/"><img src="/zt.gif" alt="党的建设专题"></a><a>关闭</a></div>'
        f'<div class="modal" style="display:none"><p>您即将离开本网站，是否继续？</p><a>继续访问</a><a>放弃</a></div>{parts.crumb}'
    )


def _frameset(words: Words, parts: Parts) -> None:
    parts.crumb = f"<noframes>本页使用了框架，您的浏览器不支持框架。</noframes><iframe src=/top.htm height=90></iframe>{parts.crumb}"


def _numbered_heading(words: Words, parts: Parts) -> None:
    """The hidden copy of the headline that telephones are told from."""
    parts.heading = f'<div style="display:none" id="share-title">{parts.title}</div>{parts.heading}'


def _shared(words: Words, parts: Parts) -> None:
    parts.head = parts.head.replace(
        "</head>", f'<meta property="og:title" content="{parts.title}"><meta name="twitter:card" content="x"></head>'
    )


TWISTS: dict[str, Callable[[Words, Parts], None]] = {
    twist.__name__.strip("_"): twist
    for twist in (
        *(_bar_above, _bar_below, _banner_h1, _banner_picture, _column_heading, _trail_below, _tagged, _tags_alone),
        *(_summary, _framed, _server_form, _advertised, _frameset, _numbered_heading, _shared),
    )
}
