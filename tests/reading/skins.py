"""Sites around a text: navigation, columns, hot lists, login boxes, advertisements, comments and footers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

_SITES = ("青石县人民政府门户网站", "青石新闻网", "平江在线", "石桥县融媒体中心", "青石日报数字报")
_SOURCES = ("青石日报", "县融媒体中心", "平江晚报", "微青石", "石桥县农业农村局")
_COLUMNS = ("青石要闻", "部门动态", "乡镇快讯", "媒体聚焦", "图片新闻", "工作动态")
_NAV = (
    "首页",
    "走进青石",
    "政务公开",
    "办事服务",
    "互动交流",
    "数据开放",
    "专题专栏",
    "领导之窗",
    "公示公告",
    "政策解读",
)
_HOT = (
    "青石县公开招聘教师笔试成绩公示",
    "关于调整城区公交线路的通告",
    "青石大桥夜间封闭施工公告",
    "县自来水公司停水通知",
    "青石籍运动员省运会夺金",
    "县图书馆延长开放时间",
    "石桥特产亮相广交会",
    "县人大常委会召开主任会议",
    "首批公租房摇号结果出炉",
    "全县高考顺利结束",
    "青石旅游年票开始发售",
    "暑期防溺水倡议书",
)


@dataclass
class Frame:
    """What stands around a text: its title, bar and column, and texts that are none of it."""

    random: random.Random
    title: str
    of_paper: bool = False
    site: str = ""
    source: str | None = None
    published: str | None = None
    stamp: str = ""
    column: str = ""
    hot: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)

    @classmethod
    def make(cls, chance: random.Random, title: str, *, of_paper: bool = False) -> Frame:
        """Return a frame around *title*; pages *of_paper* have no bar of source and date."""
        frame = cls(chance, title, of_paper, chance.choice(_SITES))
        frame.column = chance.choice(_COLUMNS)
        day, clock = (
            (2024, chance.randint(1, 12), chance.randint(1, 28)),
            (chance.randint(0, 23), chance.randint(0, 59)),
        )
        frame.hot = chance.sample(_HOT, 6)
        frame.absent = [*frame.hot, "网站标识码", "您现在的位置", "设为首页"]
        if not of_paper:
            frame.source = chance.choice((*_SOURCES, *_SOURCES, None))
            date, hour = "{:04}-{:02}-{:02}".format(*day), "{:02}:{:02}".format(*clock)
            timed = chance.random() < 0.7
            frame.published = f"{date}T{hour}:00+08:00" if timed else date
            frame.stamp = chance.choice((date, date.replace("-", "/"), "{}年{}月{}日".format(*day))) + (
                f" {hour}" if timed else ""
            )
        return frame

    def bar(self) -> str:
        """Return the bar of source and date in one of the wordings that portals have."""
        if self.of_paper:
            return ""
        pick = self.random
        source = self.source and pick.choice(
            ("来源：{}", "信息来源：{}", "文章来源: {}", "来源：<span>{}</span>", "【来源：{}】")
        ).format(self.source)
        date = pick.choice(
            ("发布时间：{}", "发布日期:{}", "时间：{}", "{}", "日期：<em>{}</em>", "更新时间：{}")
        ).format(self.stamp)
        counts = pick.choice(
            (
                "",
                "浏览次数：<span id=hits>128</span>",
                "点击数：36",
                "阅读：次",
                "【字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】",
            )
        )
        fields = [part for part in pick.choice(((source, date, counts), (date, source, counts))) if part]
        joint = pick.choice(("&nbsp;&nbsp;", " | ", "　", " "))
        if pick.random() < 0.3:
            return "".join(f"<span>{part}</span>" for part in fields)
        return joint.join(fields)

    def links(self, tag: str = "li") -> str:
        """Return the hot list."""
        return "".join(
            f'<{tag}><a href="/content/{n}.shtml">{text}</a></{tag}>' for n, text in enumerate(self.hot, 101)
        )


def _nav(joint: str = "") -> str:
    return joint.join(f'<li><a href="/{n}/">{name}</a></li>' for n, name in enumerate(_NAV))


def _head(frame: Frame, more: str = "") -> str:
    suffix = frame.random.choice(
        (f"_{frame.column}_{frame.site}", f" - {frame.site}", "", f"-{frame.site}", f"_{frame.site}")
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{frame.title}{suffix}</title>{more}'
        "<style>.top{color:#333} p{text-indent:2em}</style><script>var a=1;document.write('<b>');</script></head>"
    )


def government(frame: Frame, body: str) -> str:
    """Return a page of a county's portal: blocks with names, share bar, related links, footer."""
    pick = frame.random
    holder = pick.choice(('class="TRS_Editor"', 'id="zoom"', 'class="article-content"', 'class="nr"', 'class="xl_con"'))
    frame.absent += ["无障碍浏览", "分享到", "打印本页"]
    return f"""{_head(frame, '<meta name="SiteName" content="' + frame.site + '">')}<body><div class="top"><span>今日是：<script>today()</script></span>
<a href="#">无障碍浏览</a><a href="#">设为首页</a></div><div class="nav"><ul>{_nav()}</ul></div>
<div class="wz">您现在的位置：<a href="/">首页</a> &gt; <a href="/xw/">新闻中心</a> &gt; <a href="/xw/1/">{frame.column}</a></div>
<div class="main"><div class="left"><div class="xl"><{pick.choice(("h1", "h2", "div class=bt"))}>{frame.title}</h1></h2>
<div class="info">{frame.bar()}</div><div {holder}>{body}</div></div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a>　【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</div>
<div class="xg"><h3>相关阅读</h3><ul>{frame.links()}</ul></div></div></div>
<div class="footer"><p>主办：青石县人民政府办公室　网站标识码：4502210009</p><p>桂ICP备05004853号　桂公网安备 45022102000001号</p></div></body></html>"""


def tables(frame: Frame, body: str) -> str:
    """Return a page of the years of layout tables: login box, column of links, nothing named."""
    frame.absent += ["用户登录", "友情链接", "发表评论", "热点文章"]
    return f"""{_head(frame)}<BODY bgcolor=#ffffff topmargin=0><TABLE width=780 align=center border=0><TR><TD>
<a href=#>设为首页</a> | <a href=#>加入收藏</a></TD></TR><TR><TD background=/i/bg.gif>{" | ".join(f"<a href=/{n}/>{name}</a>" for n, name in enumerate(_NAV))}</TD></TR></TABLE>
<TABLE width=780 align=center><TR><TD width=180 valign=top><TABLE><TR><TD><b>用户登录</b></TD></TR><TR><TD><form>用户名：<input name=u><br>密　码：<input name=p>
<input type=submit value=登录></form></TD></TR><TR><TD><b>热点文章</b></TD></TR><TR><TD>{"".join(f"·<a href=/a{n}.htm>{text}</a><br>" for n, text in enumerate(frame.hot[:4]))}</TD></TR></TABLE></TD>
<TD valign=top><TABLE width=100%><TR><TD>您现在的位置：<a href=/>{frame.site}</a> &gt;&gt; <a href=/n/>{frame.column}</a> &gt;&gt; 正文</TD></TR>
<TR><TD align=center><font size=5><b>{frame.title}</b></font></TD></TR><TR><TD align=center>{frame.bar()}</TD></TR>
<TR><TD class=p14>{body}</TD></TR><TR><TD align=right>【<a href=#>发表评论</a>】【<a href=#>告诉好友</a>】【<a href=#>打印此文</a>】</TD></TR>
<TR><TD>上一篇：<a href=/1.htm>{frame.hot[4]}</a><br>下一篇：<a href=/2.htm>{frame.hot[5]}</a></TD></TR></TABLE></TD></TR></TABLE>
<TABLE width=780 align=center><TR><TD>友情链接：<a href=#>新华网</a> <a href=#>人民网</a></TD></TR><TR><TD align=center>版权所有 {frame.site} Copyright 2004-2008 All Rights Reserved<br>
网站标识码4502210009 电话：0772-2145678</TD></TR></TABLE></BODY></HTML>"""


def modern(frame: Frame, body: str) -> str:
    """Return a page of a news site of today: header, aside, comments, application to load."""
    frame.absent += ["打开客户端", "网友评论", "热门推荐", "全部评论"]
    return f"""{_head(frame, '<meta property="og:title" content="' + frame.title + '">')}<body><header><nav><ul>{_nav()}</ul></nav><a href="/app">打开客户端</a></header>
<div class="breadcrumb"><a href="/">{frame.site}</a><i>/</i><a href="/c/">{frame.column}</a><i>/</i><span>正文</span></div>
<main><article><h1>{frame.title}</h1><div class="meta">{frame.bar()}</div><div class="content">{body}</div>
<div class="tags">标签：<a href="/t/1">青石</a><a href="/t/2">民生</a></div></article><aside><h4>热门推荐</h4><ol>{frame.links()}</ol></aside>
<section class="comments"><h3>网友评论</h3><ul><li><b>青石人</b><span>2024-05-01 10:11</span><p>为家乡点赞，希望越来越好！</p></li><li><b>路过</b><p>沙发，前排围观。</p></li></ul><a href="#">全部评论(2)</a></section></main>
<footer><p>Copyright © {frame.site} 版权所有</p><p>网站标识码4502210009　违法和不良信息举报电话：0772-2145678</p><p>设为首页</p></footer><script>var _hmt=_hmt||[];</script></body></html>"""


def bare(frame: Frame, body: str) -> str:
    """Return a page with little around it, and tags that are never closed."""
    return f"""{_head(frame)}<body><center><b><font size=4>{frame.title}</font></b></center><p align=center>{frame.bar()}<hr>{body}<hr>
<p align=center><a href="javascript:history.back()">返回</a>　<a href=/>设为首页</a>"""


def paper_map(frame: Frame, body: str) -> str:
    """Return a page of a digital newspaper: the map and titles of the page on the left, the text on the right."""
    frame.absent += ["版面导航", "上一版", "放大", "本版新闻"]
    return f"""{_head(frame)}<body><div class="head"><a href="/">{frame.site}</a><span>2024年04月02日 星期二</span><a href="#">返回首页</a></div>
<div class="Layout"><div class="left"><img src="/res/page02.jpg" usemap="#m"><map name="m"><area href="c1.htm"></map><div class="nav2"><a href="p1.htm">上一版</a><a href="p3.htm">下一版</a></div>
<h4>版面导航</h4><ul><li><a href="p1.htm">第01版：要闻</a></li><li><a href="p2.htm">第02版：综合新闻</a></li></ul><h4>本版新闻</h4><ul>{frame.links()}</ul></div>
<div class="right"><div class="tool"><a href="#">放大+</a><a href="#">缩小-</a><a href="#">默认o</a></div><div class="{frame.random.choice(("page-text", "ozoom", "wenzhang"))}">{body}</div></div></div>
<div class="foot">版权所有 {frame.site}　网站标识码4502210009</div></body></html>"""


def paper_plain(frame: Frame, body: str) -> str:
    """Return a newspaper's page as a converter of layouts gives it: text and hardly anything else."""
    return f"""<html><head><meta charset="utf-8"><title>{frame.title}</title></head><body><div class="page">{body}</div></body></html>"""


def paper_portal(frame: Frame, body: str) -> str:
    """Return a newspaper's page within a portal."""
    return government(frame, body)


SKINS: dict[str, Callable[[Frame, str], str]] = {
    "government": government,
    "tables": tables,
    "modern": modern,
    "bare": bare,
    "paper map": paper_map,
    "paper plain": paper_plain,
    "paper portal": paper_portal,
}
