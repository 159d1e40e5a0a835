"""What pages of 1998 to 2008 set around an article; each piece remembers the strings that must not be read as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.reading.web2005_words import CHANNELS, advertisement, chatter, headline, nickname, outlet, sentence


@dataclass
class Room:
    """One page in the making: its dice, what must not leak, and what it was made of."""

    rng: Random
    absent: list[str] = field(default_factory=list)
    features: dict[str, str] = field(default_factory=dict)

    def pick(self, name: str, *choices: str) -> str:
        """Return one of *choices*, whose number is kept as the feature *name*."""
        at = self.rng.randrange(len(choices))
        self.features[name] = f"{name} {at}"
        return choices[at]

    def beside(self, text: str) -> str:
        """Return *text*, which is not the article's."""
        self.absent.append(text)
        return text

    def often(self, share: float) -> bool:
        """Say yes in that *share* of cases."""
        return self.rng.random() < share

    def day(self) -> str:
        """Return a day of those years."""
        return f"{self.rng.randint(1999, 2008)}-{self.rng.randint(1, 12):02}-{self.rng.randint(1, 28):02}"


def links(room: Room, least: int, most: int, mark: str = "·", tag: str = "a") -> list[str]:
    """Return links to other articles."""
    number = room.rng.randint(least, most)
    return [
        f'{mark}<{tag} href="/{room.rng.randrange(10**6)}.html" target=_blank>{room.beside(headline(room.rng))}</{tag}>'
        for _ in range(number)
    ]


def navigation(room: Room) -> str:
    """Return a bar of channels."""
    names = room.rng.sample(CHANNELS, room.rng.randint(5, 24))
    anchors = [f"<a href=/{at}/>{name}</a>" for at, name in enumerate(names)]
    return room.pick(
        "navigation",
        "<table width=760 border=0 cellpadding=0 cellspacing=0><tr>" + "".join(f"<td>{a}</td>" for a in anchors) + "</tr></table>",
        "<center><font size=2>" + " | ".join(anchors) + "</font></center>",
        "<TABLE WIDTH=100%><TR><TD bgcolor=#CCCCFF>" + "&nbsp;".join(anchors) + "</TD></TR></TABLE>",
        "<div id=nav><ul>" + "".join(f"<li>{a}" for a in anchors) + "</ul></div>",
        "<p align=center>" + " - ".join(anchors),
        "[" + "] [".join(anchors) + "]<hr>",
    )  # fmt: skip


def login(room: Room) -> str:
    """Return a box to log in or to search, or nothing."""
    return room.pick(
        "login",
        "",
        "",
        "<form action=/login.asp>用户名：<input name=u size=8> 密码：<input type=password size=8><input type=submit value=登录> <a href=/reg>注册</a> <a href=/pw>忘记密码</a></form>",
        "<table><form action=/s><tr><td>站内搜索</td></tr><tr><td><input name=q><select><option>标题<option>内容</select><input type=image src=go.gif></td></tr></form></table>",
        "<SCRIPT>document.write('今天是'+new Date().getFullYear()+'年');</SCRIPT><font color=red>2008年8月8日 星期五 农历七月初八</font>",
    )


def column(room: Room) -> str:
    """Return a column beside the article: lists of what is read most, advertisements, a poll."""
    parts: list[str] = []
    for _ in range(room.rng.randint(1, 4)):
        head = room.rng.choice(
            ("热门文章", "本周排行", "相关新闻", "最新文章", "推荐阅读", "精彩专题", "图片新闻", "论坛热贴", "栏目导航")
        )
        items = links(room, 3, 10)
        parts.append(f"<tr><td bgcolor=#eeeeee><b>{head}</b></td></tr><tr><td>{'<br>'.join(items)}</td></tr>")
    if room.often(0.3):
        question = room.beside(f"您认为{headline(room.rng)}吗")
        parts.append(
            f"<tr><td><form>{question}？<br><input type=radio>当然<br><input type=radio>不好说<br><input type=radio>不关心<br><input type=submit value=投票></form></td></tr>"
        )
    if room.often(0.3):
        told = room.beside(sentence(room.rng))
        parts.append(f"<tr><td><b>本站公告</b><br>{told}</td></tr>")
    return room.pick(
        "column",
        "",
        f"<table width=160>{''.join(parts)}</table>",
        f"<TABLE WIDTH=180 BORDER=1>{''.join(parts).upper() if False else ''.join(parts)}</TABLE>",
        f"<table width=180><tr><td><table>{'</table><table>'.join(parts)}</table></td></tr></table>",
    )


def inset(room: Room) -> str:
    """Return an advertisement as portals set it into a text, or nothing."""
    ads = [room.beside(advertisement(room.rng)) for _ in range(room.rng.randint(2, 6))]
    anchors = [f"<a href=http://ad.example.com/{at} target=_blank>{ad}</a>" for at, ad in enumerate(ads)]
    rows = "".join(f"<tr><td>·</td><td>{a}</td></tr>" for a in anchors)
    return room.pick(
        "inset",
        "",
        "",
        "<table width=360 border=0 align=left><tr><td><iframe src=http://pfp.example.com/a.html width=360 height=300></iframe></td></tr></table>",
        "<table border=0 cellspacing=0 cellpadding=0 align=left><tr><td><SCRIPT src=/pip.js></SCRIPT></td></tr><tr><td>"
        + "<br>".join(anchors)
        + "</td></tr></table>",
        f"<TABLE width=300 align=right>{rows}</TABLE>",
        "<div style='float:left'><table><tr><td>" + "</td><td>".join(anchors) + "</td></tr></table></div>",
        "<!--NEWSZW_HZH_BEGIN--><table><tr><td>" + " ".join(anchors) + "</td></tr></table><!--NEWSZW_HZH_END-->",
        f"<center><font color=#999999>- 广告 -</font><br>{anchors[0]}</center>",
    )


def tail(room: Room) -> str:
    """Return what stands right below a text: buttons, ways to neighbours."""
    a, b = room.beside(headline(room.rng)), room.beside(headline(room.rng))
    return room.pick(
        "tail",
        "",
        "<p align=right>【<a href=#>评论</a>】【<a href=#>收藏此页</a>】【<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】【<a href=#>打印</a>】【<a href=#>关闭</a>】</p>",
        "<br>页面功能 【<a href=#>我来说两句</a>】【<a href=#>我要“揪”错</a>】【<a href=#>推荐</a>】【字体：<a>大</a> <a>中</a> <a>小</a>】【<a>打印</a>】 【<a>关闭</a>】",
        f"<table width=100%><tr><td>上一篇：<a href=1.asp>{a}</a></td></tr><tr><td>下一篇：<a href=2.asp>{b}</a></td></tr></table>",
        f"<ul><li>上一篇文章： <a href=1>{a}</a></li><li>下一篇文章： <a href=2>{b}</a></li></ul>【发表评论】【告诉好友】【打印此文】【关闭窗口】",
        "<center>[<a href=javascript:history.back()>返回</a>] [<a href=/>首页</a>]</center>",
        "<TABLE><TR><TD align=right><A href=javascript:window.print()>打印本页</A> | <A href=javascript:window.close()>关闭窗口</A></TD></TR></TABLE>",
        "<p align=center><a href=/>返回首页</a>　<a href=#top>返回页首</a></p>",
        "<div align=right>[ <a>字号 大</a> <a>中</a> <a>小</a> ] [ <a>发给朋友</a> ] [ <a>纠错</a> ]</div>",
    )


def related(room: Room) -> str:
    """Return the lists below an article, or nothing."""
    items = links(room, 2, 9)
    dated = [f"{item} ({room.day()})" for item in items]
    return room.pick(
        "related",
        "",
        f"<b>相关链接</b><br>{'<br>'.join(items)}",
        f"<table><tr><td bgcolor=#ddeeff>相关文章：</td></tr><tr><td>{'<br>'.join(dated)}</td></tr></table>",
        f"<p>【相关报道】</p><ul><li>{'<li>'.join(items)}</ul>",
        f"<TABLE><TR><TD>■ 相关新闻</TD></TR>{''.join(f'<TR><TD>{item}</TD></TR>' for item in dated)}</TABLE>",
        f"<div>相关专题：{items[0]}</div><div>{'</div><div>'.join(items)}</div>",
        f"<hr><font color=red>热点推荐</font><br>{' '.join(items)}",
    )


def comments(room: Room) -> str:
    """Return what readers say below an article, and the form for it, or nothing."""
    said = [(nickname(room.rng), room.day(), room.beside(chatter(room.rng))) for _ in range(room.rng.randint(1, 12))]
    form = "<form action=/post>用户：<input name=n> 密码：<input name=p> 匿名发表<input type=checkbox><br><textarea name=c></textarea><input type=submit value=发表评论></form>"
    return room.pick(
        "comments",
        "",
        "",
        form,
        f"<b>网友评论</b><br>{'<hr>'.join(f'{who} 于 {when} 10:11:12 发表评论：<br>{text}' for who, when, text in said)}{form}",
        f"<table><tr><td>最新评论</td></tr>{''.join(f'<tr><td>网友：{who} [{when} 12:30]<br>{text}</td></tr>' for who, when, text in said)}</table>",
        "网友评论：（评论内容只代表网友观点，与本站立场无关！）<br>没有任何评论",
        f"<a name=comments></a><h3>评论 ({len(said)})</h3>"
        + "".join(f"<div class=c><p>{text}</p><p>{who} 发表于 {when} 09:{at:02}</p></div>" for at, (who, when, text) in enumerate(said)),
    )  # fmt: skip


def disclaimer(room: Room) -> str:
    """Return what the site says of its rights, or nothing."""
    name = outlet(room.rng)
    told = room.pick(
        "disclaimer",
        "",
        "",
        f"声明：{name}登载此文出于传递更多信息之目的，并不意味着赞同其观点或证实其描述。",
        f"凡本网注明“来源：{name}”的所有作品，版权均属于{name}，未经本网授权不得转载。",
        f"（本文仅代表作者个人观点，不代表{name}立场）",
    )
    return f"<p><font size=2 color=gray>{room.beside(told)}</font></p>" if told else ""


def footer(room: Room) -> str:
    """Return the foot of a page."""
    name = room.beside(outlet(room.rng) + "网站")
    count = room.rng.randrange(10**5, 10**6)
    return room.pick(
        "footer",
        "",
        f"<center><a>关于我们</a> | <a>联系方式</a> | <a>广告服务</a> | <a>招聘信息</a> | <a>网站律师</a> | <a>会员注册</a><br>Copyright &copy; 1996 - 2005 {name} Inc. All Rights Reserved<br>版权所有 {name}</center>",
        f"<hr><p align=center>{name} 版权所有 未经许可不得转载<br>京ICP证{count}号 网络视听许可证{count}号<br>地址：青岭市人民路12号 邮编：530012 电话：0771-5550{count % 1000}</p>",
        f"<TABLE width=760><TR><TD align=middle>CopyRight 2002-2005 {name} <BR>您是第 <FONT color=red>{count}</FONT> 位访客 <BR>本站最佳浏览效果：IE5.0 800×600分辨率<BR>Email: <A href=mailto:a@b.example>webmaster@b.example</A></TD></TR></TABLE>",
        f"<div id=footer>Powered by <a>PowerEasy</a> V3.51 &nbsp; 站长：{nickname(room.rng)}　页面执行时间：62.5毫秒<br>{name} &copy; 2003-2006</div>",
        f"<p align=center><font size=2>如对内容有任何意见或建议请来信：webmaster@{count}.example &copy; {name}</font></p>",
    )
