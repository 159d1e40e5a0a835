"""What county sites put around their articles: menus, hot lists, boxes, share bars, footers."""

from __future__ import annotations

from tests.reading.govwords import Words, iso


def link(words: Words, text: str, title: bool = False) -> str:
    """Return a link to a page of the site."""
    href = words.pick("/a/{}.html", "../{}/", "/col/col{}/index.html", "list.jsp?id={}", "#").format(
        words.rng.randint(1, 999)
    )
    return f'<a href="{href}"{f" title={chr(34)}{text}{chr(34)}" if title else ""}>{text}</a>'


def links(words: Words, texts: list[str], form: str = "") -> str:
    """Return *texts* as a list of links, dated or not, in one of many forms."""
    form = form or words.pick("ul", "table", "div", "bare", "dated", "dots")
    made = [link(words, text, words.chance(0.5)) for text in texts]
    if form == "ul":
        return "<ul>" + "".join(f"<li>{one}</li>" for one in made) + "</ul>"
    if form == "dated":
        return "<ul>" + "".join(f"<li>{one}<span>{iso(words.day())}</span></li>" for one in made) + "</ul>"
    if form == "table":
        return (
            "<table width=100%>"
            + "".join(f"<tr><td>·{one}</td><td>[{iso(words.day())[5:]}]</td></tr>" for one in made)
            + "</table>"
        )
    if form == "dots":
        return "<br>".join(f"·{one}" for one in made)
    return "".join(f"<div>{one}</div>" for one in made) if form == "div" else " | ".join(made)


def top(words: Words, absent: list[str]) -> str:
    """Return what stands above the trail: accessibility, login, search, today, banner, menu."""
    menu = ["首页", *(words.parent() for _ in range(5)), words.pick("办事服务", "互动交流"), "专题专栏"]
    parts = []
    if words.chance(0.4):
        absent.append("无障碍")
        parts.append(
            words.pick(
                '<div class="tool"><a href="#">无障碍浏览</a> <a>进入适老模式</a> <a href="/fanti/">繁體</a> <a href="/en/">English</a> <a>智能机器人</a></div>',
                '<div id="barrierfree"><ul><li>无障碍阅读</li><li>长者模式</li><li>手机版</li></ul></div>',
            )
        )
    if words.chance(0.3):
        parts.append(
            "<form action=/login.jsp>用户名：<input name=u size=8> 密码：<input type=password size=8> <input type=submit value=登录> <a href=/reg>注册</a> <a href=#>忘记密码？</a></form>"
        )
        absent.append("忘记密码")
    if words.chance(0.4):
        parts.append(
            words.pick(
                "<div>今天是：<script>document.write(new Date())</script></div>",
                "<td>今天是2026年11月22日 星期日 农历十月十四</td>",
                "<div class=time>2026年11月22日 星期日</div>",
                "<div>天气：晴 12℃~21℃ 微风</div>",
            )
        )
    if words.chance(0.5):
        parts.append(
            '<div class="search"><form><input name="q" value="请输入关键字"><select><option>标题</option><option>正文</option></select><input type="button" value="搜索"></form> 热门搜索：<a href="/s?q=1">公积金</a> <a href="/s?q=2">社保</a></div>'
        )
        absent.append("热门搜索")
    if words.chance(0.5):
        parts.append(
            f'<div class="banner"><img src="/images/banner{words.rng.randint(1, 9)}.jpg" width="1000" height="180"></div>'
        )
    if words.chance(0.3):
        parts.append(f"<marquee>{words.place}人民政府欢迎您！ 县长热线：12345</marquee>")
        absent.append("县长热线")
    sub = words.chance(0.4)
    items = []
    for name in menu:
        below = links(words, [words.column() for _ in range(4)], "ul") if sub else ""
        items.append(f'<li><a href="{"/" if name == "首页" else "/x/"}">{name}</a>{below}</li>')
    if words.chance(0.5):
        parts.append(f'<div class="nav"><ul>{"".join(items)}</ul></div>')
    else:
        parts.append(
            "<table width=980 align=center><tr>"
            + "".join(f"<td><a href=/x/>{name}</a></td>" for name in menu)
            + "</tr></table>"
        )
    return "\n".join(parts)


def side(words: Words, absent: list[str]) -> str:
    """Return a column beside the article: a tree of the catalogue, hot lists, pictures, boxes."""
    boxes = []
    for _ in range(words.rng.randint(1, 4)):
        kind = words.pick("hot", "columns", "friends", "contact", "picture", "vote")
        heads = [words.headline() for _ in range(words.rng.randint(3, 9))]
        if kind == "hot":
            absent.append(heads[0])
            heads = [head[:12] + words.pick("...", "…", "") for head in heads] if words.chance(0.3) else heads
            boxes.append(
                f"<div><h3>{words.pick('热点新闻', '最新信息', '相关新闻', '推荐阅读', '浏览排行')}</h3>{links(words, heads)}</div>"
            )
        elif kind == "columns":
            boxes.append(
                f"<div><h3>{words.pick('栏目导航', '信息公开目录', '子站导航')}</h3>{links(words, [words.column() for _ in range(9)], 'ul')}</div>"
            )
        elif kind == "friends":
            boxes.append(
                "<select><option>--友情链接--</option>"
                + "".join(f"<option>{name}</option>" for name in words.friends())
                + "</select>"
            )
        elif kind == "contact":
            absent.append("接待时间")
            boxes.append(
                f"<div><p>地址：{words.place}人民路1号</p><p>接待时间：周一至周五上午8:00-12:00，下午14:30-17:30</p><p>监督电话：12345</p></div>"
            )
        elif kind == "picture":
            boxes.append(
                "<div><h3>图片新闻</h3>"
                + "".join(
                    f'<a href="/p/{n}.html"><img src="/p/{n}.jpg" alt="{head}"><span>{head}</span></a>'
                    for n, head in enumerate(heads[:3])
                )
                + "</div>"
            )
            absent.append(heads[1])
        else:
            absent.append("您对本网站的总体评价")
            boxes.append(
                "<form><p>您对本网站的总体评价是？</p><input type=radio>满意<br><input type=radio>一般<br><input type=radio>不满意<br><input type=submit value=投票></form>"
            )
    return "\n".join(boxes)


def tools(words: Words, absent: list[str]) -> str:
    """Return the buttons beside a bar."""
    return words.pick(
        "【字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】", "字号：[ <a>大</a> <a>中</a> <a>小</a> ] <a href='javascript:window.print()'>打印</a>",
        "<a>A+</a> <a>A-</a> <a>打印本页</a> <a>收藏</a>", '<div class="share">分享到：<a></a><a title="分享到微信"></a><a>微博</a><a>QQ空间</a></div>',
        "<span>【我要打印】</span><span>【关闭】</span>", "<a>听全文</a>", "视力保护色：<a></a><a></a><a></a>", "", "", "")  # fmt: skip


def below(words: Words, absent: list[str]) -> str:
    """Return what follows an article: buttons, related lists, ways to its neighbours, codes, forms."""
    heads = [words.headline() for _ in range(6)]
    made = []
    for kind in words.rng.sample(
        ("close", "share", "qr", "ways", "related", "comment", "survey", "disclaimer", "editor"),
        words.rng.randint(0, 5),
    ):
        if kind == "close":
            made.append(
                words.pick(
                    "<p align=right>【<a href=#>打印本页</a>】【<a href=#>关闭窗口</a>】</p>",
                    "<div><a>打印</a> <a>关闭</a> <a href='#'>返回顶部</a></div>",
                    "<center>[<A href=#>关闭</A>]</center>",
                )
            )
            absent.append("关闭")
        elif kind == "share":
            made.append(
                '<div class="bdsharebuttonbox"><span>分享到：</span><a>QQ空间</a><a>新浪微博</a><a>微信</a></div>'
            )
            absent.append("新浪微博")
        elif kind == "qr":
            told = words.pick(
                "扫一扫在手机打开当前页",
                "扫一扫在手机上查看当前页面",
                "用微信“扫一扫”，分享至朋友圈",
                "手机扫描二维码浏览",
            )
            made.append(f'<div class="ewm"><img src="/qr.png" width="100"><p>{told}</p></div>')
            absent.append(told)
        elif kind == "ways":
            made.append(
                words.pick(
                    f"<p>上一篇：{link(words, heads[0])}</p><p>下一篇：{words.pick('没有了', link(words, heads[1]))}</p>",
                    f"<ul><li><span>上一条：</span>{link(words, heads[0])}</li><li><span>下一条：</span>{link(words, heads[1])}</li></ul>",
                    f"<table><tr><td>上一篇</td><td>{link(words, heads[0])}</td></tr><tr><td>下一篇</td><td>{link(words, heads[1])}</td></tr></table>",
                    f'<div class="fl">[上一篇]{link(words, heads[0])}</div><div class="fr">[下一篇]{link(words, heads[1])}</div>',
                )
            )
            absent.append(heads[0])
        elif kind == "related":
            name = words.pick(
                "相关链接", "相关信息", "相关文章", "相关新闻", "延伸阅读", "相关稿件", "关联文件：", "【相关报道】"
            )
            made.append(
                f"<div><{words.pick('h3', 'p', 'div', 'b')}>{name}</{words.pick('h3', 'p', 'div', 'b')}>{links(words, heads[2:5])}</div>"
            )
            absent.extend([heads[3], name])
        elif kind == "comment":
            made.append(
                "<div><p>网友评论</p><form><textarea rows=4></textarea><p>网友评论仅供其表达个人看法，并不表明本站同意其观点</p><input type=button value=发表评论></form></div>"
            )
            absent.append("仅供其表达")
        elif kind == "survey":
            made.append("<div><p>您觉得这篇文章对您是否有帮助？</p><a>有帮助</a><a>没有帮助</a></div>")
            absent.append("是否有帮助")
        elif kind == "disclaimer":
            made.append("<p>声明：本网转载其他媒体稿件目的在于传递更多信息，如涉及版权问题请与本网联系。</p>")
            absent.append("传递更多信息")
        else:
            told = words.pick(
                f"责任编辑：{words.person()}",
                f"编辑：{words.person()}　审核：{words.person()}",
                f"（责任编辑：{words.person()}）",
                f"[责编：{words.person()} 审核：{words.person()} 签发：{words.person()}]",
                f"信息审核：{words.person()} 责任编辑：{words.person()} 录入：{words.person()}",
            )
            made.append(f"<{words.pick('p', 'div')} align=right>{told}</div>")
            absent.append(told[-4:-1])
    return "\n".join(made)


def foot(words: Words, keeper: str, absent: list[str]) -> str:
    """Return the footer of the site that *keeper* keeps."""
    code = f"43{words.rng.randint(1000, 9999)}{words.rng.randint(1000, 9999)}"
    lines = [
        words.pick(f"主办：{keeper}", f"主办单位：{keeper}办公室 承办：{words.place}电子政务中心", f"版权所有：{keeper}", f"Copyright &copy; 2003-2018 {keeper} 版权所有"),
        f"网站标识码：{code}", f"湘ICP备{words.rng.randint(10000000, 99999999)}号-1", f"湘公网安备 {code}0002号",
        f"地址：{words.place}人民路1号 邮编：415000", "技术支持：县电信公司", words.pick("建议使用1024*768分辨率IE6.0以上浏览器浏览", "您是第 102934 位访问者")]  # fmt: skip
    absent.extend(["网站标识码", "公网安备"])
    about = " | ".join(f"<a href=/x>{name}</a>" for name in ("网站地图", "关于我们", "联系我们", "隐私声明"))
    joined = words.pick("<br>", "</p><p>", "&nbsp;&nbsp;").join(lines)
    return f"<{words.pick('div class=footer', 'table width=980')}><p>{about}</p><p>{joined}</p></div>"
