"""Threads of forums, letters of bulletin boards, entries of blogs, chapters and mails as pages of 1998 to 2008 set them."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from tests.reading.web2005_furniture import Room, footer, links, navigation
from tests.reading.web2005_words import chatter, headline, nickname, outlet, sentence

WIDE = "\u3000\u3000"
Post = tuple[str, str, str]  # who, when (year-month-day hour:minute:second), what


def _text(room: Room, paragraphs: Sequence[str]) -> str:
    return room.pick(
        "posted",
        "<br><br>".join(paragraphs),
        "<br>".join(WIDE + text for text in paragraphs),
        "".join(f"<p>{text}</p>" for text in paragraphs),
        "<br>\n<br>\n".join("&nbsp;&nbsp;&nbsp;&nbsp;" + text for text in paragraphs),
        "".join(f"<div>{text}</div>" for text in paragraphs),
    )


def posts(room: Room, paragraphs: Sequence[str]) -> list[Post]:
    """Return the opening post and its replies, which are not to be read."""
    year, month = room.rng.randint(2000, 2008), room.rng.randint(1, 12)
    found: list[Post] = []
    for day in range(room.rng.choice((1, 2, 4, 12, 20))):
        when = (
            f"{year}-{month}-{day + 1} {room.rng.randint(0, 23)}:{room.rng.randint(10, 59)}:{room.rng.randint(10, 59)}"
        )
        reply = " ".join(room.beside(chatter(room.rng)) for _ in range(room.rng.choice((1, 1, 2))))
        found.append((nickname(room.rng), when, _text(room, paragraphs) if not day else reply))
    room.features["replies"] = f"replies {len(found) - 1}"
    return found


def _profile(room: Room, who: str) -> str:
    count = room.rng.randint(1, 900)
    return room.rng.choice((
        f"<b>{who}</b><br>等级：论坛游民<br>文章：{count}<br>积分：{count * 3}<br>门派：无门无派<br>注册：2004年5月3日",
        f"<b>{who}</b><br><img src=face.gif><br>新手上路<br>UID 1{count}<br>精华 0<br>积分 {count}<br>帖子 {count}<br>威望 0<br>注册 2004-5-3<br>来自 青岭<br>状态 离线",
        f"<a href=/u.asp?id={count}>{who}</a><br>级别: 侠客<br>精华: 0<br>发帖: {count}<br>威望: {count} 点<br>金钱: {count} RMB<br>注册时间:2003-09-12<br>最后登录:2006-11-02",
    ))  # fmt: skip


def forum(room: Room, title: str, paragraphs: Sequence[str], shown: list[Post]) -> str:
    """Return a thread as one of the forums of the time sets it."""
    site, board = outlet(room.rng) + "论坛", room.rng.choice(("石桥生活", "文学天地", "贴图区", "情感驿站"))
    count = len(shown)
    kind = room.rng.randrange(8)
    room.features["forum"] = f"forum {kind}"
    head = f"<a href=/>{site}</a> → <a href=/b>{board}</a> → {title}"
    if kind == 0:  # Dvbbs
        rows = "".join(
            f"<table width=97%><tr><td width=175 rowspan=2>{_profile(room, who)}</td><td><img src=email.gif> 引用 回复 <b>{at + 1 if at else '楼主'}</b><hr><b>{title if not at else ''}</b><br>{what}</td></tr><tr><td><img src=ip.gif> {when} 　IP：已记录</td></tr></table>"
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<table><tr><td>{head}</td></tr></table><table><tr><td>您是本帖的第 <b>{count * 31}</b> 个阅读者</td><td>打印 收藏 推荐</td></tr></table><table><tr><td>* 贴子主题： {title}</td></tr></table>{rows}<p>本主题贴数{count}，分页： [1]</p>"
    if kind == 1:  # Discuz 4
        rows = "".join(
            f"<table><tr><td width=20%>{_profile(room, who)}</td><td><table><tr><td>发表于 {when[:-3]} <a>资料</a> <a>个人空间</a> <a>主页</a> <a>短消息</a> <a>加为好友</a></td></tr><tr><td><span class=bold>{title if not at else ''}</span><br><br><span style='font-size:12px'>{what}</span></td></tr><tr><td><a>编辑</a> <a>引用</a> <a>回复</a> <a>TOP</a></td></tr></table></td></tr></table>"
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<div>{site} » {board} » {title}</div><table><tr><td>标题: {title}</td><td><a>打印</a> | <a>推荐</a> | <a>订阅</a> | <a>收藏</a></td></tr></table>{rows}<div>‹‹ 上一主题 | 下一主题 ››</div>"
    if kind == 2:  # Discuz 6
        rows = "".join(
            f'<table id="pid{at}"><tr><td class=postauthor><cite><a href="space.php?uid={at}">{who}</a></cite><p>{_profile(room, who)}</p></td><td class=postcontent><div class=postinfo><strong>{at + 1}<sup>#</sup></strong> 大 中 小 发表于 {when[:-3]} <a>只看该作者</a></div><div class=postmessage>{f"<h2>{title}</h2>" if not at else ""}<div class=t_msgfont>{what}</div></div></td></tr></table>'
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<div id=nav><a>{site}</a> &raquo; <a>{board}</a> &raquo; {title}</div><div class=mainbox><h1>{title}</h1>{rows}</div>"
    if kind == 3:  # phpwind
        rows = "".join(
            f"<div class=t><table><tr><th>{_profile(room, who)}</th><td><div class=tiptop><a>{'楼主' if not at else f'{at}楼'}</a> 发表于: {when[:-3]}</div><h4>{title if not at else ''}</h4><div class=tpc_content>{what}</div><div class=tipad>TOP 引用 评分</div></td></tr></table></div>"
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<div><a>{site}</a> -> <a>{board}</a> -> {title} <a>登录</a> -> <a>注册</a></div>{rows}"
    if kind == 4:  # Tianya
        first, *others = shown
        rows = "".join(
            f"<TABLE><TR><TD>作者：<a>{who}</a>　回复日期：{when}</TD></TR></TABLE><p>　　{what}</p>"
            for who, when, what in others
        )
        return f"<a>{site}</a> - <a>{board}</a> {title}<br>点击：{count * 90} 回复：{count - 1}<hr><center><font size=4><b>{title}</b></font></center><TABLE><TR><TD>作者：<a>{first[0]}</a>　提交日期：{first[1]}</TD></TR></TABLE><div id=content>{first[2]}</div>{rows}<form>回复：<textarea></textarea></form>"
    if kind == 5:  # Xici
        rows = "".join(
            f"<table><tr><td>{'' if at else f'<b>{title}</b>'}<br>作者: [<a href=/u{at}>{who}</a>] 发表日期: {when} [回复] [引用] [原帖]</td></tr><tr><td>{what}</td></tr></table>"
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<div>{board} 浏览 {count * 40} 次</div>{rows}"
    if kind == 6:  # phpBB
        rows = "".join(
            f"<tr><td><span class=name><b>{who}</b></span><br><span class=postdetails>注册时间: 2004-05-03<br>帖子: 12</span></td><td><span class=postdetails>发表于: {when[:-3]}&nbsp; 文章主题: {title if not at else 'Re: ' + title}</span><hr><span class=postbody>{what}</span></td></tr><tr><td>返回页首</td><td>个人资料 悄悄话</td></tr>"
            for at, (who, when, what) in enumerate(shown)
        )
        return f"<a class=maintitle href=/t>{title}</a><br>{site} 首页 -> {board}<table><tr><th>作者</th><th>留言</th></tr>{rows}</table><p>从以前的帖子开始显示: 所有帖子</p>"
    rows = "".join(  # LeadBBS
        f"<div class=a{at}><div class=h>【{'楼主' if not at else f'第{at}楼'}】 {who} 发表于 {when}</div><div class=c>{what}</div><div class=f>[资料] [短信] [引用] [回复]</div></div>"
        for at, (who, when, what) in enumerate(shown)
    )
    return f"<div>{head}</div><div>主题：{title}　浏览 {count * 7}　回复 {count - 1}</div>{rows}"


def letter(room: Room, title: str, paragraphs: Sequence[str], when: tuple[str, str]) -> str:
    """Return a letter of a telnet bulletin board as its web pages print it; *when* is its day as C and as people write it."""
    who, nick = room.rng.choice(("brook", "oldman", "catfish", "bluesky")), nickname(room.rng)
    room.features["writer"] = who
    site = room.rng.choice(("石桥站", "青岭 BBS", "水木"))
    width = room.rng.choice((36, 39))
    text = "\n".join("\n".join(wrap("    " + one, width)) + "\n" for one in paragraphs)
    quoted = room.beside(sentence(room.rng))
    quote = room.rng.choice(("", f"【 在 catfish 的大作中提到: 】\n: {quoted}\n"))
    signature = room.rng.choice(("--\n", f"--\n{room.beside(sentence(room.rng))}\n", "\n--\n\n"))
    head = f"发信人: {who} ({nick}), 信区: Reading\n标  题: {title}\n发信站: {site} ({when[0]})" + room.rng.choice(
        (", 站内信件\n", "\n", ", 转信\n")
    )
    end = f"※ 来源:·{site} bbs.example.edu.cn·[FROM: 10.1.2.3]\n"
    bar = "[<a>回复文章</a>] [<a>转寄</a>] [<a>上一篇</a>] [<a>返回讨论区</a>] [<a>下一篇</a>] [<a>同主题</a>]"
    return room.pick(
        "letter",
        f"<center>{site} -- 文章阅读 [讨论区: Reading]</center><hr><pre>{head}\n{text}\n{quote}{signature}{end}</pre><hr>{bar}",
        f"{bar}<table><tr><td><pre>{head}\n{text}{signature}\n{end}</pre></td></tr></table>{bar}",
        f"<div>{(head + chr(10) + text + signature + end).replace(chr(10), '<br>' + chr(10))}</div>{bar}",
    )


def blog(room: Room, title: str, text: str, who: str, when: str) -> str:
    """Return an entry of a blog with what stands around it; *when* is year-month-day hour:minute:second."""
    name = room.beside(headline(room.rng)[:8] + "的空间")
    said = [(nickname(room.rng), room.beside(chatter(room.rng))) for _ in range(room.rng.choice((0, 0, 2, 9)))]
    other = "<br>".join(links(room, 3, 8, mark=""))
    side = f"<div><h2>最新文章</h2>{other}<h2>文章分类</h2><a>随笔</a>(12)<br><a>转载</a>(3)<h2>最新评论</h2>{'<br>'.join(text for _, text in said)}<h2>统计</h2>访问量：12345<br>日志数：45</div>"
    comments = "".join(f"<li><p>{text}</p><span>{one} | {when[:10]} 23:12</span></li>" for one, text in said)
    day, clock = when.split(" ")
    year, month, date = day.split("-")
    entry = room.pick(
        "blog",
        f"<h3>{title}</h3><div class=b>{text}</div><p class=posted>{who} 发表于 {when} | 阅读(123) | 评论({len(said)}) | 引用(0)</p>",
        f"<h2>{year}年{int(month)}月{int(date)}日</h2><h3>{title}</h3>{text}<p>Posted by {who} at {day} {clock[:-3]} | Comments ({len(said)}) | TrackBack (0)</p>",
        f"<div class=title>{title}</div><div class=date>{when}</div><div>{text}</div><div>分类：<a>随笔</a> | 固定链接 | 评论({len(said)}) | 引用通告(0) | 编辑</div>",
        f"<div class=post><h2><a href=/12>{title}</a></h2><small>{year}年{int(month)}月{int(date)}日 由 {who} 发表</small><div class=entry>{text}</div><p class=postmetadata>分类: <a>未分类</a> | 没有评论 »</p></div>",
        f"<table><tr><td><b>{title}</b> [原创 {when}]　字号：大 中 小</td></tr><tr><td>{text}</td></tr><tr><td>{who} @ {when} | 评论（{len(said)}） | 收藏 | 推荐</td></tr></table>",
        f"<p>{title}</p><p>作者：{who} 日期：{when}</p><div>{text}</div><p>Tags: <a>生活</a> <a>旅行</a></p>",
    )
    layout = room.rng.choice(
        (
            f"{entry}{{c}}{side}",
            f"{side}{entry}{{c}}",
            f"<table><tr><td width=200>{side}</td><td>{entry}{{c}}</td></tr></table>",
        )
    )
    told = f"<h3>评论</h3><ul>{comments}</ul><form>昵称<input><textarea></textarea>验证码</form>" if said else ""
    return f"<div id=header><h1><a href=/>{name}</a></h1><p>走自己的路，看沿途的风景</p></div>" + layout.format(c=told)


def chapter(room: Room, title: str, text: str, who: str) -> str:
    """Return a chapter of a novel or an essay with the ways to its neighbours."""
    book = room.beside(headline(room.rng))
    ways = "<a href=1.htm>上一章</a>　<a href=index.htm>目录</a>　<a href=3.htm>下一章</a>"
    return room.pick(
        "chapter",
        f"<center><font size=5>{book}</font></center><center>{title}</center><hr>{text}<hr><center>{ways}</center>",
        f"<table width=90% align=center><tr><td align=center><b>{title}</b></td></tr><tr><td align=right>作者：{who}</td></tr><tr><td>{text}</td></tr></table><p align=center>{ways}",
        f"<p align=center><font color=blue>{title}</font></p><p align=center>{who}</p>{text}<p align=center>〖<a href=/>天涯书库</a>〗〖<a href=index.html>返回目录</a>〗",
        f"{ways}<h2>{title}</h2>{text}<br><br>{ways}<br>投推荐票 加入书签 打开书架 返回书页",
    )


def mail(room: Room, title: str, text: str, who: str, when: tuple[str, str]) -> str:
    """Return a message of a mailing list's or a newsgroup's archive."""
    told = room.beside(headline(room.rng))
    return room.pick(
        "mail",
        f"<h1>[cn-list] {title}</h1><b>{who}</b> <a href=mailto:x@example.net>x at example.net</a><br><i>{when[1]}</i><p><ul><li>Previous message: <a href=1>[cn-list] {told}</a><li>Next message: <a href=2>[cn-list] Re: {told}</a></ul><hr><!--beginarticle-->{text}<!--endarticle--><hr>",
        f"<table><tr><td>From:</td><td>{who} &lt;x@example.net&gt;</td></tr><tr><td>Date:</td><td>{when[1]}</td></tr><tr><td>Subject:</td><td>{title}</td></tr></table><hr>{text}<hr><a>Reply</a> <a>Next by Date</a>",
    )


def front(room: Room, inner: str, page_title: str) -> str:
    """Return the whole page around *inner*."""
    nav, foot = navigation(room), footer(room)
    return f"<html><head><title>{page_title}</title></head><body>{nav}{inner}{foot}</body></html>"
