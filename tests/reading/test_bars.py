"""Bars of day, outlet, writer, column and counters, with labels and without, parted by anything or only by a style."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, prose

_TITLE = "石桥县召开春季造林现场会"
_WRITERS = ("韦小满", "蓝志峰", "覃雨", "陆海燕", "欧阳小云")
_OUTLETS = ("石桥日报", "石桥县融媒体中心", "石桥新闻网", "青岭晚报", "县水利局", "新华社")
_COLUMNS = ("县内要闻", "随笔", "社会", "部门动态", "时政新闻", "人文")
_DAYS = ("2024-05-13", "2024/05/13", "2024.05.13", "2024年5月13日", "2024年05月13日", "2024/5/13")
_HOURS = ("", "", "09:21", "09:21:30", "9:21")
_COUNTS = (
    "238",
    "1.2万",
    "阅读 238",
    "238浏览",
    "(238)",
    "5评论",
    "浏览：238",
    "3条评论",
    "阅读(238)",
    "1,238次",
    "约3分钟",
)
_ICON = '<i class="iconfont">&#xe645;</i>'
_SIGNS = (" ", "\u3000", " · ", " | ", " / ", "•", "&nbsp;&nbsp;", "<em>|</em>", _ICON, '<i class="fa fa-eye"></i> ')
_SOURCE_LABELS = (
    "来源",
    "信息来源",
    "文章来源",
    "稿件来源",
    "新闻来源",
    "来源单位",
    "稿源",
    "出处",
    "信息来源于",
    "来自",
    "来 源",
)
_DAY_LABELS = (
    *(
        "发布时间",
        "发布日期",
        "时间",
        "日期",
        "发表时间",
        "发稿时间",
        "发布于",
        "更新时间",
        "上传时间",
        "录入时间",
        "添加时间",
    ),
    *("刊发时间", "公开日期", "编辑时间", "信息时间", "成稿时间", "创建时间", "发文日期", "发 布 时 间"),
)
_WRITER_LABELS = (
    "作者",
    "记者",
    "撰稿",
    "文",
    "撰文",
    "通讯员",
    "供稿",
    "供稿人",
    "撰稿人",
    "文字",
    "作 者",
    "本文作者",
)
_COUNT_LABELS = ("浏览次数", "浏览", "点击数", "点击量", "阅读", "阅读量", "访问量", "人气", "点击率", "查看", "热度")
_EDITOR_LABELS = (
    "责任编辑",
    "编辑",
    "责编",
    "审核",
    "校对",
    "审稿",
    "录入",
    "发布人",
    "发布者",
    "编审",
    "网络编辑",
    "初审",
)
_BUTTONS = (
    *(
        "【字体：大 中 小】",
        "[大 中 小]",
        "字体：[大][中][小]",
        "A- A A+",
        "【打印】【关闭】",
        "分享到：",
        "收藏本文",
        "视力保护色：",
    ),
    *("我要纠错", "[打印本页]", "繁体"),
)
_COLONS = ("：", ":", " ：", "： ", ": ")
# How a label and its value are set beside each other.
_PAIRS = (
    *(
        "{0}{1}",
        "{0}{1}",
        "{0}<b>{1}</b>",
        "<b>{0}</b>{1}",
        "<span>{0}</span><span>{1}</span>",
        '{0}<a href="#">{1}</a>',
    ),
)
# What stands around each field, and around all of them.
_ELEMENTS = (
    ("<span>%s</span>", '<div class="info">%s</div>'),
    ("<span>%s</span> ", "<p>%s</p>"),
    ("<li>%s</li>", "<ul>%s</ul>"),
    ("<div>%s</div>", "<div>%s</div>"),
    ("<td>%s</td>", "<table><tr>%s</tr></table>"),
    ("<em>%s</em>", "<div><div>%s</div></div>"),
)
_LAYOUTS = (
    "<h1>{title}</h1>{bar}<div class='content'>{text}</div>",
    "<div class='content'><h2>{title}</h2>{bar}{text}</div>",
    "<div class='head'><h1>{title}</h1></div><div class='sub'>{bar}</div><div class='content'>{text}</div>",
    "<table><tr><td align=center><b>{title}</b></td></tr><tr><td>{bar}</td></tr><tr><td>{text}</td></tr></table>",
)


class _Told(NamedTuple):
    """A page and what its bar says."""

    page: str
    published: str
    source: str | None
    writers: tuple[str, ...]


def _draw(seed: int) -> _Told:
    rng = random.Random(seed)
    day, hour = rng.choice(_DAYS), rng.choice(_HOURS)
    source = rng.choice(_OUTLETS) if rng.random() < 0.6 else None
    writers = (rng.choice(_WRITERS),) if rng.random() < 0.6 else ()
    fields = [f"{day} {hour}".strip(), *([source] if source else []), *writers]
    fields += rng.choices(_COLUMNS, k=rng.random() < 0.5)
    rng.shuffle(fields)
    fields += rng.choices(_COUNTS, k=rng.random() < 0.8)
    return _told(rng, fields, hour, source, writers)


def _draw_labelled(seed: int) -> _Told:
    rng = random.Random(seed)
    colon, pairs = rng.choice(_COLONS), _PAIRS if rng.random() < 0.5 else _PAIRS[:1]
    day, hour = rng.choice(_DAYS), rng.choice(_HOURS)
    source = rng.choice(_OUTLETS) if rng.random() < 0.75 else None
    writers = (rng.choice(_WRITERS),) if source is None or rng.random() < 0.5 else ()
    told = [(_DAY_LABELS, f"{day} {hour}".strip()), (_SOURCE_LABELS, source), (_WRITER_LABELS, "".join(writers))]
    told += [(_COUNT_LABELS, str(rng.randrange(3000)))] if rng.random() < 0.4 else []
    told += [(_EDITOR_LABELS, "黄采薇")] if writers and rng.random() < 0.4 else []
    fields = [rng.choice(pairs).format(rng.choice(labels) + colon, value) for labels, value in told if value]
    rng.shuffle(fields)
    fields += rng.choices(_BUTTONS, k=rng.random() < 0.4)
    return _told(rng, fields, hour, source, writers)


def _told(rng: random.Random, fields: list[str], hour: str, source: str | None, writers: tuple[str, ...]) -> _Told:
    page = rng.choice(_LAYOUTS).format(title=_TITLE, bar=_bar(rng, fields), text=prose())
    time = f"T{hour:0>5}{':00' if len(hour) < 6 else ''}+08:00" if hour else ""
    head = f"<meta charset=utf-8><title>{_TITLE}_石桥在线</title>"
    return _Told(
        f"<html><head>{head}</head><body><div>{page}</div></body></html>", f"2024-05-13{time}", source, writers
    )


def _bar(rng: random.Random, fields: list[str]) -> str:
    if rng.random() < 0.5:
        return f"<p>{rng.choice(_SIGNS).join(fields)}</p>"
    each, whole = rng.choice(_ELEMENTS)
    return whole % "".join(each % field for field in fields)


def _faults(told: _Told) -> Iterator[str]:
    [document] = read_documents(told.page.encode(), "http://www.shiqiao.example/a/1.html")
    found = {
        "published": (document.published, told.published),
        "source": (document.source, told.source),
        "authors": (tuple(author.name for author in document.authors), told.writers),
        "text": (document.paragraphs, PARAGRAPHS),
        "title": (document.title, _TITLE),
    }
    return (f"{name}: {read!r}, not {wanted!r}" for name, (read, wanted) in found.items() if read != wanted)


@pytest.mark.parametrize("draw", [_draw, _draw_labelled])
@pytest.mark.parametrize("seed", range(0, 600, 50))
def test_a_bar_tells_day_outlet_and_writer_in_any_order(draw: Callable[[int], _Told], seed: int) -> None:
    faults = {number: found for number in range(seed, seed + 50) if (found := list(_faults(draw(number))))}
    assert not faults


def test_a_bar_of_cells_is_read_where_the_cell_of_a_value_links():
    cells = ("来源", "石桥日报", "时间", "2024-05-13", "字号", "<a href=/>大 小 返回本版</a>")
    bar = "".join(f"<td>{cell}</td>" for cell in cells)
    html = f"<title>{_TITLE}</title><h1>{_TITLE}</h1><table border=1><tr>{bar}</tr></table><div>{prose()}</div>"
    found = read_documents(html.encode(), "http://www.example.gov.cn/t20240513_1.html")[0]
    assert (found.source, found.published, found.paragraphs) == ("石桥日报", "2024-05-13", PARAGRAPHS)


def test_a_link_beside_a_label_in_a_cell_of_its_own_stays_one():
    html = (
        f"<title>{_TITLE}</title><h1>{_TITLE}</h1><div>来源</div><div>石桥日报</div><div>时间</div>"
        f"<div>〇 小<a href=/>返回本版</a></div><div>2024-05-13</div><div>{prose()}</div>"
    )
    found = read_documents(html.encode(), "http://www.example.gov.cn/t20240513_1.html")[0]
    assert (found.source, found.paragraphs) == ("石桥日报", PARAGRAPHS)
