"""How pages of 1998 to 2008 set the paragraphs of a text, and what they print above and below it."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from tests.reading.web2005_furniture import Room
from tests.reading.web2005_words import outlet, person

WIDE = "\u3000\u3000"


# Paragraphs as one line each; the rest, which wrap lines or fill a table, are set below.
_LINES = {
    0: "<p>{wide}{text}</p>\r\n",
    1: "{wide}{text}<br><br>\r\n",
    2: "{wide}{text}<br>",
    3: "&nbsp;&nbsp;&nbsp;&nbsp;{text}<BR>\r\n",
    4: "<P>{wide}{text}\r\n",
    5: '<P class=MsoNormal style="TEXT-INDENT: 21pt"><SPAN style="FONT-FAMILY: 宋体">{text}<SPAN lang=EN-US><o:p></o:p>'
    "</SPAN></SPAN></P>",
    6: "<DIV><FONT size=3>{wide}{text}</FONT></DIV><DIV>&nbsp;</DIV>",
    9: "<p><font face=宋体 style='font-size:10.5pt'>{wide}{text}</p></font>\n",
    11: "<span class=t14><p>{wide}{text}</span>",
    12: "<dd>{text}</dd>",
    13: "<table><tr><td class=content>{wide}{text}<p></td></tr></table>",
    14: "<blockquote><p align=justify>{wide}{text}</blockquote>",
    15: "<p style='line-height:150%'><font size='2'><b></b>{wide}{text}<br>",
    16: "<div>{text}</div><br>",
    17: "{wide}{text}\r\n<p>",
}
_FORMS = 18


def set_body(room: Room, paragraphs: Sequence[str], inset: str) -> str:
    """Return *paragraphs* as markup of one of many makes, with *inset* between two of them."""
    p = list(paragraphs)
    at = room.rng.randint(1, len(p) - 1) if len(p) > 1 else 0
    form = room.rng.randrange(_FORMS)
    room.features["form"] = f"form {form}"
    if form == 7:
        broken = ["\n".join(wrap(WIDE + text, room.rng.randint(28, 40))) for text in p]
        parts = [f"<pre>{text}\n\n</pre>" for text in broken] if inset else [text + "\n\n" for text in broken]
        if not inset:
            parts[0], parts[-1] = "<pre>" + parts[0], parts[-1] + "</pre>"
    elif form == 8:
        parts = ["<br>\n".join(wrap("&nbsp;&nbsp;&nbsp;&nbsp;" + text, 38)) + "<br>\n<br>\n" for text in p]
    elif form == 10:
        parts = [f"<tr><td>{WIDE}{text}</td></tr>" for text in p]
        parts[0], parts[-1] = "<table width=100%>" + parts[0], parts[-1] + "</table>"
        inset = f"<tr><td>{inset}</td></tr>"
    else:
        parts = [_LINES[form].format(wide=WIDE, text=text) for text in p]
    return "".join([*parts[:at], inset, *parts[at:]])


def stamp(room: Room, year: int, month: int, day: int, hour: int, minute: int) -> tuple[str, bool]:
    """Return a day as such pages print it, and whether the hour is with it."""
    clock, full = f"{hour:02}:{minute:02}", f"{hour:02}:{minute:02}:{(minute * 7) % 60:02}"
    forms = (
        (f"{year}年{month:02}月{day:02}日{clock}", True),
        (f"{year}年{month:02}月{day:02}日 {clock}", True),
        (f"{year}-{month}-{day} {hour}:{minute:02}:{(minute * 7) % 60:02}", True),
        (f"{year}-{month:02}-{day:02} {full}", True),
        (f"{year}-{month:02}-{day:02}", False),
        (f"{year}年{month}月{day}日", False),
        (f"{year}/{month}/{day}", False),
        (f"{year}.{month:02}.{day:02}", False),
        (f"{year}年{month}月{day}日{hour}时{minute}分", True),
        (f"{year}/{month:02}/{day:02} {clock}", True),
    )
    at = room.rng.randrange(len(forms))
    room.features["stamp"] = f"stamp {at}"
    return forms[at]


def iso(year: int, month: int, day: int, hour: int, minute: int, text: str, timed: bool) -> str:
    """Return the moment as the reader gives it, with the seconds that *text* has."""
    day_text = f"{year}-{month:02}-{day:02}"
    seconds = (minute * 7) % 60 if text.count(":") > 1 else 0
    return f"{day_text}T{hour:02}:{minute:02}:{seconds:02}+08:00" if timed else day_text


def bar(room: Room, when: str, source: str, writer: str) -> tuple[str, bool, bool]:
    """Return the line between headline and text, and whether it names *source* and *writer*."""
    count = room.rng.randrange(20, 9999)
    forms: tuple[tuple[str, bool, bool], ...] = (
        (f"<font color=#A20010>http://www.example.com.cn</font> {when} <font color=#A20010>{source}</font>", True, False),
        (f"NEWS.EXAMPLE.COM　　{when}　　[ {writer} ]　来源：[ {source} ]", True, True),
        (f"{when}　来源：{source}　网友评论 <a href=#>{count}</a> 条 <a href=#>进入论坛</a>", True, False),
        (f"{when}　　{source}　　{writer}", True, True),
        (f"作者：{writer}　　文章来源：{source}　　点击数：{count}　　更新时间：{when}", True, True),
        (f"发布时间：{when}　阅读次数：{count}　[字体:<a>大</a> <a>中</a> <a>小</a>]", False, False),
        (f"({when})", False, False),
        (f"[{when}] 【<a>大</a> <a>中</a> <a>小</a>】", False, False),
        (f"【发布日期：{when}】 【来源：{source}】 【阅读：{count}次】【关闭】", True, False),
        (f"<table width=100%><tr><td>作者：{writer}</td><td>来源：{source}</td><td>发表时间：{when}</td></tr></table>", True, True),
        (f"<table><tr><td align=right>{source}</td><td>&nbsp;</td><td>{when}</td></tr></table>", True, False),
        (f"{source} {when}", True, False),
        (f"稿件来源：{source}　　({when})", True, False),
        (f"{writer}<br>{when}", False, True),
        (f"作者：{writer}　发表日期：{when}　浏览：{count}", False, True),
        (f"日期：{when}<br>来源：{source}<br>作者：{writer}<br>", True, True),
        (f"<div>{when}</div><div>{source} 记者 {writer}</div>", True, True),
        (f"◎ {writer}　《{source}》 {when}", True, True),
        (f"文章作者：{writer} 文章来源：{source} 录入：admin 加入时间：{when} 点击数：<script src=/c.js></script>", True, True),
        (f"{when} 星期{'一二三四五六日'[count % 7]} {source}", True, False),
        (f"(加入日期：{when}　点击：{count}次)", False, False),
        (f"<b>{source}</b>　{when}　<a href=#>查看评论</a>", True, False),
        (f"来自：{source} 发布：admin 日期：{when} 人气：{count}", True, False),
        ("", False, False),
    )  # fmt: skip
    at = room.rng.randrange(len(forms))
    room.features["bar"] = f"bar {at}"
    return forms[at]


def closing(room: Room, when: str) -> tuple[str, list[str]]:
    """Return what may end a text (the editor, the paper), and its lines, which may be read or left out."""
    name, paper = person(room.rng), outlet(room.rng)
    forms = (
        "", "", "", f"(责任编辑：{name})", f"编辑：{name}", f"责任编辑 {name}", f"来源：{paper} 责任编辑：{name}", f"[编辑：{name}]",
        f"（摘自《{paper}》）", f"录入：{name} 审核：{person(room.rng)}",
    )  # fmt: skip
    at = room.rng.randrange(len(forms))
    room.features["closing"] = f"closing {at}"
    text = forms[at]
    return (f"<p align=right>{text}</p>" if text else ""), ([text] if text else [])
