"""Pages of the newer Chinese web in our own words: the article, what surrounds it, and what is to be read of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from tests.reading.web2020_words import Writer

_CHINA = timezone(timedelta(hours=8))
NAMES = ("石桥", "青岭", "临江", "白沙", "龙潭", "梅林")
_OUTLETS = ("日报", "晚报", "新闻网", "发布", "融媒", "广播电视台", "融媒体中心", "教育网", "卫视", "时报")
_TAILS = (
    "责任编辑：{p}", "（责编：{p}、{q}）", "编辑：{p}", "【责任编辑:{p}】", "(责任编辑：{p})", "编辑 {p} 校对 {q}", "责编：{p}  审核：{q}", "[责任编辑: {p}]",
    "编辑：{p} 二审：{q} 三审：{p2}", "初审：{p} 复审：{q} 终审：{p2}", "值班编辑：{p}", "责任编辑:{p}_NBJ{n}", "【纠错】 【责任编辑:{p} 】", "一审 {p} 二审 {q} 三审 {p2}",
    "监制｜{p} 统筹｜{q} 编辑｜{p2}", "来源：{o}  编辑：{p}", "来源：{o}", "记者：{p}", "（来源：{o}）", "编审：{p}  编辑：{q}", "本文来源：{o} 责任编辑：{p}_{n}",
)  # fmt: skip
_AWAY = (
    "<div class='ad-box'><span>广告</span></div>", "<p class='open-app'>打开APP阅读全文</p>", "<div class='unfold'>展开全文</div>", "<p>扫一扫 分享到微信</p>",
    "<div>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台用户上传并发布，本平台仅提供信息存储服务。</div>", "<div class=tip>未经授权，不得转载</div>",
    "<div><span>点赞</span><span>12</span><span>收藏</span><span>分享</span></div>", "<div>举报/反馈</div>", "<div><a href='javascript:;'>返回搜狐，查看更多</a></div>",
    "<div class=share>分享到： <a href=#>微信</a> <a href=#>微博</a> <a href=#>QQ空间</a></div>", "<div class=zan><em>0</em>赞</div>", "<p>下载客户端，查看更多精彩内容</p>",
    "<div>声明：转载此文是出于传递更多信息之目的。若有来源标注错误或侵犯了您的合法权益，请作者持权属证明与本网联系，我们将及时更正、删除，谢谢。</div>",
    "<div><p>长按二维码关注我们</p><img src=/qr.png></div>", "<div class=tags>标签： <a href=#>民生</a> <a href=#>文化</a></div>", "<div>我要评论</div><div>0条评论</div>",
    "<div>本文系作者授权发表，观点仅代表作者本人</div>", "<div class=copy>版权声明：本网所有内容，凡来源为“石桥新闻网”的，版权均归本网所有，未经许可不得转载。</div>",
)  # fmt: skip
_MENU = (
    "首页", "时政", "国内", "国际", "经济", "社会", "文化", "教育", "体育", "娱乐", "旅游", "汽车", "房产", "健康", "科技", "视频", "图片", "论坛",
    "博客", "数字报", "客户端",
)  # fmt: skip


@dataclass
class Case:
    """A page and what is to be read of it; *either* may be in the text or not, *absent* may not; None is not asked."""

    page: str
    url: str
    title: str
    paragraphs: list[str]
    site: str = ""
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] | None = None
    column: str | None = None
    captions: list[str] = field(default_factory=list)
    either: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)


class Desk:
    """Writes an article and the parts of pages that stand around it, and remembers what must not be read."""

    def __init__(self, seed: int, style: str = "news", longest: int = 14) -> None:
        self.writer = Writer(seed)
        self.random = pick = self.writer.random
        self.title = self.writer.headline()
        self.count = pick.choice((1, 2, 3, 4, 6, 8, longest, 3 * longest if pick.random() < 0.1 else 5))
        self.paragraphs = self.writer.paragraphs(style, self.count)
        self.place = pick.choice(NAMES)
        self.outlet = self.place + pick.choice(_OUTLETS)
        self.author, self.editor = self.writer.person(), self.writer.person()
        self.when = datetime(2012, 1, 1, tzinfo=_CHINA) + timedelta(minutes=pick.randint(0, 14 * 365 * 1440))
        self.when = self.when.replace(hour=pick.randint(6, 22), second=pick.randint(1, 59))
        self.captions: list[str] = []
        self.either: list[str] = []
        self.absent: list[str] = []
        self.features: list[str] = []

    def choose(self, name: str, *choices: str) -> str:
        """Return one of *choices* and remember which."""
        at = self.random.randrange(len(choices))
        self.features.append(f"{name}:{at}")
        return choices[at]

    def chance(self, name: str, odds: float) -> bool:
        if self.random.random() < odds:
            self.features.append(name)
            return True
        return False

    def stamp(self, form: str) -> str:
        w = self.when
        return f"{w:{form}}".replace("_m", str(w.month)).replace("_d", str(w.day)).replace("_y", f"{w.year % 100:02d}")

    def day(self) -> str:
        return f"{self.when:%Y-%m-%d}"

    def minute(self) -> str:
        return f"{self.when:%Y-%m-%dT%H:%M}:00+08:00"

    def second(self) -> str:
        return f"{self.when:%Y-%m-%dT%H:%M:%S}+08:00"

    def universal(self) -> str:
        return f"{self.when - timedelta(hours=8):%Y-%m-%dT%H:%M:%S}.000Z"

    def other(self) -> str:
        """A headline of another article, which must not be read."""
        title = self.writer.headline()
        self.absent.append(title)
        return title

    def links(self, count: int, form: str = "<li><a href='/{n}.html'>{t}</a></li>") -> str:
        return "".join(
            form.format(t=self.other(), n=self.random.randint(100, 9999), d=self.stamp("%m-%d"), p=self.writer.person())
            for _ in range(count)
        )

    def summaries(self, count: int) -> str:
        """Cards of other articles: a thumbnail, the headline and what it says."""
        cards = []
        for _ in range(count):
            told = self.writer.paragraphs("news", 1)[0][:80] + "…"
            self.absent.append(told[:20])
            cards.append(
                f"<div class='card'><img src='/t{self.random.randint(1, 99)}.jpg'><h4><a href='/a/{self.random.randint(1, 999)}'>{self.other()}</a></h4><p>{told}</p><span>{self.outlet} {self.stamp('%m-%d %H:%M')}</span></div>"
            )
        return "".join(cards)

    def menu(self) -> str:
        items = _MENU
        made = "".join(
            f"<li><a href='/{i}/'>{name}</a></li>" for i, name in enumerate(items[: self.random.randint(5, 20)])
        )
        return f"<div class='nav'><ul>{made}</ul></div>"

    def trail(self, column: str) -> str:
        home = self.outlet
        return self.choose(
            "trail",
            f"<div class='crumbs'><a href='/'>首页</a> &gt; <a href='/c/'>{column}</a> &gt; 正文</div>",
            f"<div class='path'>当前位置：<a href='/'>{home}</a>&gt;<a href='/c/'>{column}</a>&gt;正文</div>",
            f"<ul class='breadcrumb'><li><a href='/'>首页</a></li><li><a href='/c/'>{column}</a></li><li class='active'>正文</li></ul>",
            f"<nav><a href='/'>{home}</a><i>/</i><a href='/c/'>{column}</a></nav>",
            f"<div class='loc'>您的位置： <a href='/'>首页</a> » <a href='/c/'>{column}</a> » {self.title}</div>",
        )

    def sidebar(self) -> str:
        head = self.choose(
            "sidebar",
            "热门推荐",
            "24小时热榜",
            "今日头条",
            "阅读排行",
            "大家都在看",
            "最新文章",
            "为你推荐",
            "热点新闻",
            "作者最新文章",
        )
        more = (
            f"<div class='wx'><img src='/qr.jpg'><p>扫码关注{self.outlet}公众号</p></div>"
            if self.chance("code", 0.4)
            else ""
        )
        return f"<div class='side'><h3>{head}</h3><ul>{self.links(self.random.randint(4, 10))}</ul>{more}</div>"

    def footer(self) -> str:
        return self.choose(
            "footer",
            f"<div class='footer'><p><a href='/about'>关于我们</a> | <a href='/x'>联系我们</a> | <a>广告服务</a> | <a>网站地图</a></p><p>Copyright © 2005-2024 {self.outlet} 版权所有 桂ICP备0500000{self.random.randint(1, 9)}号-1</p><p>违法和不良信息举报电话：0772-7210000 举报邮箱：jubao@example.com</p></div>",
            f"<footer><p>互联网新闻信息服务许可证：4512017000{self.random.randint(1, 9)} 信息网络传播视听节目许可证：2010{self.random.randint(10, 99)}</p><p>主管：中共{self.place}市委宣传部 主办：{self.outlet}</p><p>本网站所刊载信息，不代表{self.outlet}观点。 刊用本网站稿件，务经书面授权。</p><p>未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。</p></footer>",
            f"<div class='foot'>{self.outlet} © {self.random.randint(2012, 2026)} All Rights Reserved. 桂公网安备 45020000000{self.random.randint(100, 999)}号</div>",
        )

    def picture(self) -> str:
        """A picture with or without a caption."""
        caption = self.writer.new(
            (
                "{who}{does}{what}。{person} 摄",
                "图为{what}。（{person} 摄）",
                "{what}。受访者供图",
                "{person}在{what}旁。石桥日报记者 {person} 摄",
            )
        )
        form = self.choose(
            "picture",
            "<p style='text-align:center'><img src='/u/{n}.jpg'></p>",
            "<figure><img src='/u/{n}.jpg'><figcaption>{c}</figcaption></figure>",
            "<p align='center'><img src='/u/{n}.jpg' alt='{t}'></p><p style='text-align:center;'><span style='color:#888;font-size:14px'>{c}</span></p>",
            "<div class='pic'><img data-src='/u/{n}.jpg'><p>▲{c}</p></div>",
        )
        if "{c}" in form:
            self.captions.append(caption)
        return form.format(n=self.random.randint(1000, 9999), c=caption, t=self.title)

    def furniture(self) -> str:
        """A thing that is no part of the article and stands within or right below it."""
        return self.choose("away", *_AWAY)

    def woven(self) -> str:
        """Ways to other articles, set between two paragraphs."""
        return self.choose(
            "woven",
            f"<p>相关阅读：<a href='/a/{self.random.randint(1, 99)}.html'>{self.other()}</a></p>",
            f"<div class='related-inline'><strong>延伸阅读</strong><ul>{self.links(2)}</ul></div>",
            f"<div class='rec'><div class='rec-t'>推荐阅读</div>{self.summaries(2)}</div>",
            f"<p><strong>更多新闻：</strong></p><p><a href='/b.html'>{self.other()}</a></p>",
            f"<div class='video'><video src='/v.mp4'></video><p>00:00/01:{self.random.randint(10, 59)}</p></div>",
            f"<blockquote class='card'><a href='/z'><img src='/t.jpg'><span>{self.other()}</span></a></blockquote>",
        )

    def inset(self) -> tuple[list[str], str]:
        """A list, a table, a quotation or some code that belongs to the article."""
        said = self.writer.paragraphs("news", 3)
        kind = self.choose("inset", "ul", "ol", "table", "quote", "code", "links")
        if kind in ("ul", "ol"):
            return said, f"<{kind}>{''.join(f'<li>{text}</li>' for text in said)}</{kind}>"
        if kind == "table":
            rows = [
                ["品名", "价格（元）", "涨跌"],
                *([self.writer.person(), str(self.random.randint(2, 99)), "-0.3%"] for _ in range(4)),
            ]
            made = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
            return ["\t".join(row) for row in rows], f"<table border='1'>{made}</table>"
        if kind == "quote":
            return said[:1], f"<blockquote><p>{said[0]}</p></blockquote>"
        if kind == "links":
            text = f"{said[0][:-1]}，详见附件。"
            return [text], f"<p>{said[0][:-1]}，详见<a href='/f/1.pdf'>附件</a>。</p>"
        return ["server {", "listen 80;", "}"], "<pre><code>server {\n    listen 80;\n}</code></pre>"

    def body(self, odd: float = 0.3) -> str:
        """The article's paragraphs as one of many editors sets them, with pictures and what is woven in."""
        pick = self.random
        form = self.choose(
            "form",
            "<p>{}</p>",
            "<p>　　{}</p>",
            "<p style='text-indent:2em;'><span style='font-size:16px;'>{}</span></p>",
            "<div>{}</div>",
            "　　{}<br><br>",
            "<section style='margin:10px'><section><p><span><span style='letter-spacing:1px'>{}</span></span></p></section></section>",
            "<p>&nbsp;&nbsp;&nbsp;&nbsp;{}",
            "<p dir='auto'>{}</p><p><br></p>",
        )
        parts = []
        heads = len(self.paragraphs) > 5 and self.chance("subheads", 0.4)
        told = []
        for number, text in enumerate(self.paragraphs):
            if heads and number % 3 == 1:
                subhead = self.writer.subhead()
                if subhead not in told:
                    told.append(subhead)
                    parts.append(
                        self.choose(
                            "subhead",
                            "<p><strong>{}</strong></p>",
                            "<h2>{}</h2>",
                            "<p style='text-align:center'><b>{}</b></p>",
                        ).format(subhead)
                    )
            told.append(text)
            parts.append(form.format(text))
            if pick.random() < odd / 10:
                more, markup = self.inset()
                told += more
                parts.append(markup)
            if number < len(self.paragraphs) - 1 and pick.random() < odd / 3:
                parts.append(self.woven())
            if pick.random() < odd / 3:
                parts.append(self.picture())
        self.paragraphs = told
        return "".join(parts)

    def closing(self, odds: float = 0.6) -> str:
        """The line of editors that ends the body, which may be read as a part of it or left out."""
        if self.random.random() > odds:
            return ""
        name = self.writer.person
        line = self.choose("closing", *_TAILS).format(
            p=self.editor, q=name(), p2=name(), o=self.outlet, n=self.random.randint(1000, 99999)
        )
        self.either.append(line)
        return f"<p>{line}</p>"

    @staticmethod
    def page_line(page: str, opening: str) -> str:
        """The text of *page* from *opening* up to the next tag."""
        return page[page.index(opening) :].split("<")[0]

    def comments(self) -> str:
        rows = []
        for _ in range(self.random.randint(1, 8)):
            said = "".join(self.writer.paragraphs("essay", self.random.randint(1, 2)))
            self.absent.append(said[:24])
            rows.append(
                f"<li class='c'><img src='/h.png'><b>{self.writer.person()}</b><span>{self.when + timedelta(hours=3):%Y-%m-%d %H:%M}</span><p>{said}</p><a href=#>回复</a><a href=#>赞(2)</a></li>"
            )
        head = self.choose(
            "comments", "网友评论", "最新评论", "全部评论(3)", "评论 3", "精彩评论", "3 条评论", "热门跟帖"
        )
        return f"<div class='cmt'><h3>{head}</h3><ul>{''.join(rows)}</ul><textarea placeholder='说点什么吧'></textarea></div>"

    def case(self, site: str, page: str, **asked: object) -> Case:
        made = Case(
            page, f"https://www.example.com/a/{self.random.randint(1000, 99999)}", self.title, self.paragraphs, site
        )
        made.captions, made.either, made.absent, made.features = self.captions, self.either, self.absent, self.features
        for name, value in asked.items():
            setattr(made, name, value)
        made.url = made.url.replace("//www", f"//{site}")
        return made


def head(title: str, more: str = "") -> str:
    """The opening of a page up to its body."""
    return f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>{more}</head><body>'
