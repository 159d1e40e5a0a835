"""Media in Traditional characters and abroad, schools, hospitals and firms, and pages whose article a script draws."""

from __future__ import annotations

import json
from dataclasses import replace

from opencc import OpenCC

from tests.reading.web2020 import Case, Desk, head

_TO_TAIWAN = OpenCC("s2tw")


def _traditional(case: Case) -> Case:
    turn = _TO_TAIWAN.convert
    return replace(
        case, page=turn(case.page), title=turn(case.title), paragraphs=[turn(text) for text in case.paragraphs],
        source=turn(case.source) if case.source else None, column=turn(case.column) if case.column else None,
        authors=tuple(map(turn, case.authors)) if case.authors else case.authors,
        captions=[turn(text) for text in case.captions], either=[turn(text) for text in case.either], absent=[turn(text) for text in case.absent],
    )  # fmt: skip


def taiwan(d: Desk) -> Case:
    """A news site of Taiwan, with the reporter in the bar or in the lead."""
    paper = d.place + d.choose("paper", "时报", "新闻网", "联合报", "新闻云")
    form = d.choose("lead", "〔记者{a}／{p}报导〕", "记者{a}／{p}报导\n", "（{o}记者{a}{p}{n}日电）", "")
    lead = form.format(a=d.author, p=d.place, o=paper, n=d.when.day)
    if lead and not lead.endswith("\n"):
        d.paragraphs[0] = lead + d.paragraphs[0]
    elif lead:
        d.either.append(lead.strip())
    bar = d.choose(
        "bar",
        "<span class='time'>{0:%Y/%m/%d %H:%M}</span>",
        "<time class='date' datetime='{0:%Y-%m-%dT%H:%M:%S}+08:00'>{0:%Y年%m月%d日 %H:%M}</time>",
        "<div class='updatetime'><span>{0:%Y/%m/%d %H:%M}</span><span>（{0:%m/%d} 23:50 更新）</span></div>",
        "<time>{0:%Y-%m-%d %H:%M}</time> <span>" + paper + "</span>",
    ).format(d.when)
    page = (
        head(f"{d.title} - 生活 - {paper}", f"<meta property='og:site_name' content='{paper}'>")
        + f"<header>{d.menu()}</header><div class='breadcrumb'><a href='/'>首页</a> &gt; <a href='/life'>生活</a></div><article><h1>{d.title}</h1>{bar}<div class='fb'>分享 LINE Facebook 复制连结</div><div class='text boxTitle'>{'<p>' + lead.strip() + '</p>' if lead.endswith(chr(10)) else ''}{d.body()}<p class='appE1121'>不用抽 不用抢 现在用APP看新闻 保证天天中奖　点我下载APP　按我看活动办法</p></div><div class='keyword'><a href='/k'>{d.place}</a><a href='/k'>米粉</a></div></article><section><h3>{d.choose('rel', '相关新闻', '延伸阅读', '热门新闻', '你可能也想看', '猜你喜欢')}</h3>{d.summaries(3)}</section><aside>{d.sidebar()}</aside><footer>© {d.when.year} {paper} 版权所有 未经授权，请勿转载 著作权声明 隐私权政策</footer></body></html>"
    )
    d.absent += ["天天中奖", "复制连结"]
    return _traditional(d.case("taiwan", page, published=d.minute(), authors=(d.author,) if lead else None))


def hongkong(d: Desk) -> Case:
    bar = d.choose(
        "bar",
        f"<div>撰文：<a href='/author/1'>{d.author}</a></div><div>出版：<time datetime='{d.second()}'>{d.stamp('%Y-%m-%d %H:%M')}</time></div><div>更新：<time>{d.stamp('%Y-%m-%d')} 23:58</time></div>",
        f"<div class='date'>{d.stamp('%Y年%m月%d日')}(星期三) {d.stamp('%H:%M')}</div>",
        f"<p class='info'>{d.stamp('%Y-%m-%d %H:%M')} HKT</p>",
        f"<div class='datetime'>发布时间 : {d.stamp('%Y-%m-%d %H:%M')}</div>",
    )
    page = (
        head(f"{d.title}｜{d.place}01" if d.chance("bar title", 0.4) else f"{d.title} - {d.place}电台")
        + f"{d.menu()}<article><h1>{d.title}</h1>{bar}<div class='article'>{d.body()}</div><div class='tags'><a href='/t'>{d.place}</a></div></article><div>相关文章</div>{d.links(4)}<div class='app'>「{d.place}01」App 提供全新体验，下载即睇</div>{d.sidebar()}<footer>版权所有 © {d.place}01有限公司</footer></body></html>"
    )
    named = "撰文：" in bar
    return _traditional(d.case("hongkong", page, published=d.minute(), authors=(d.author,) if named else None))


def abroad(d: Desk) -> Case:
    """Broadcasters and papers abroad: two dates, a reporter, a player, newsletters below the text."""
    day = f"{d.when.year}年{d.when.month}月{d.when.day}日"
    bar = d.choose(
        "bar",
        f"<div class='author'><a href='/z/{d.author}'>{d.author}</a></div><div class='published'><time pubdate='pubdate' datetime='{d.minute()}'>{day} {d.stamp('%H:%M')}</time></div>",
        f"<p>发表时间： <time datetime='{d.minute()}'>{d.stamp('%d/%m/%Y - %H:%M')}</time> 更改时间： <time>{d.stamp('%d/%m/%Y')} - 23:48</time></p><p>作者： <a href='/a'>{d.author}</a></p>",
        f"<div>文 / {d.author}</div><div>发布 / {day} {d.stamp('%H:%M')}</div>",
        f"<div id='story_date'>{d.stamp('%Y.%m.%d %H:%M')} ET</div><div id='storytop'>特约记者：{d.author}</div>",
        f"<ul role='list'><li>{d.author}</li><li>{d.place}中文</li></ul><time datetime='{d.day()}'>{day}</time>",
    )
    exact = "ET" not in bar and "中文</li>" not in bar
    page = (
        head(f"{d.title} - {d.place}之声")
        + f"<a href='#c'>跳转到主要内容</a>{d.menu()}<main><h1>{d.title}</h1>{bar}<div class='player'>音频 04:29</div><div class='reading'>{d.random.randint(2, 9)} 分钟</div><div class='wsw'>{d.body()}</div><div class='nl'><p>电邮新闻头条新闻就在您的每日新闻信里</p><a>订阅</a></div><p>下载应用程序跟踪国际时事</p><div><h2>{d.choose('rel', '相关内容', '更多相关报道', '热门内容', '头条新闻', '特别推荐')}</h2>{d.links(4)}</div></main>{d.footer()}</body></html>"
    )
    d.absent += ["电邮新闻", "应用程序跟踪", "音频 04"]
    case = d.case(
        "abroad", page, published=d.minute() if exact else d.day() if "中文</li>" in bar else None, authors=(d.author,)
    )
    return _traditional(case) if d.chance("traditional", 0.4) else case


def school(d: Desk) -> Case:
    """A college's or a hospital's site, as the systems made for them print it."""
    office = d.place + d.choose(
        "kind", "学院宣传部", "大学新闻中心", "中学", "医院党委办公室", "研究院", "职业技术学院", "慈善总会"
    )
    site = d.place + "大学"
    e = d.writer.person()
    bar = d.choose(
        "bar",
        f"<div class='arti_metas'><span class='arti_publisher'>发布者：{e}</span><span class='arti_update'>发布时间：{d.day()}</span><span class='arti_views'>浏览次数：<span>{d.random.randint(10, 999)}</span></span></div>",
        f"<p>作者：{d.author}&nbsp;&nbsp; 来源：{office}&nbsp;&nbsp; 发布时间：{d.day()}&nbsp;&nbsp; 点击数：<span id='hits'></span></p>",
        f"<div class='info'>日期：{d.day()} 信息来源：{office} 点击数：33</div>",
        f"<div class='xx'><span>发布日期：{d.stamp('%Y-%m-%d %H:%M')}</span><span>作者：{d.author}</span><span>来源：{office}</span><span>阅读：</span></div>",
        f"<div class='info'>文：{d.author} 图：{e} 来源：{office} 时间：{d.day()}</div>",
        f"<div>时间：{d.stamp('%Y/%m/%d')} 编辑：{e} 审核：{d.editor} 来源：{office}</div>",
    )
    foot = d.choose(
        "foot",
        "",
        f"<p style='text-align:right'>（{office} {d.author}）</p>",
        f"<p>（撰稿：{d.author} 审核：{e}）</p>",
        f"<p>文字：{d.author}<br>图片：{e}<br>编辑：{d.editor}<br>审核：{e}</p>",
        f"<p>一审：{d.editor}｜二审：{e}｜三审：{d.author}</p>",
    )
    d.either += [
        text
        for part in foot.replace("<br>", "<p>").split("<p")
        for text in [part.split(">")[-1] if part.count(">") == 1 else part.partition(">")[2].split("<")[0]]
        if text
    ]
    page = (
        head(f"{d.title}-{site}")
        + f"<div class='top'><a href='/'>学校首页</a> | <a href='/en'>English</a> | <a>信息门户</a></div>{d.menu()}<div class='left'><h3>新闻中心</h3><ul><li><a href='/1'>学校要闻</a></li><li><a href='/2'>综合新闻</a></li></ul></div><div class='right'><div class='pos'>当前位置： <a href='/'>首页</a> &gt; <a href='/xw'>新闻中心</a> &gt; <a href='/yw'>学校要闻</a> &gt; 正文</div><div class='article'><h1 class='arti_title'>{d.title}</h1>{bar}<div class='entry'><div class='read'><div class='{d.choose('box', 'wp_articlecontent', 'v_news_content', 'content')}'>{d.body(0.15)}{foot}</div></div></div></div><div class='pn'>上一条：<a href='/a'>{d.other()}</a><br>下一条：<a href='/b'>{d.other()}</a></div><div>【<a>关闭</a>】【<a>打印</a>】</div></div><div class='foot'>版权所有：{site} 地址：{d.place}市人民路1号 邮编：545000 电话：0772-7210000</div></body></html>"
    )
    return d.case(
        "school",
        page,
        published=d.minute() if "%H" in bar or f"{d.when:%H:%M}" in bar else d.day(),
        source=office if "来源" in bar else None,
        column="学校要闻",
        authors=(d.author,) if "作者：" in bar else None,
    )


def drawn(d: Desk) -> Case:
    """A page whose article stands in its data only, for a script to draw."""
    told = "".join(f"<p>{text}</p>" for text in d.paragraphs)
    data = {
        "props": {
            "pageProps": {
                "detail": {
                    "id": d.random.randint(1, 999),
                    "title": d.title,
                    "pubTime": d.stamp("%Y-%m-%d %H:%M:%S"),
                    "source": d.outlet,
                    "content": told,
                },
                "hot": [{"id": n, "title": d.other()} for n in range(5)],
            }
        }
    }
    text = json.dumps(data, ensure_ascii=d.chance("ascii", 0.3))
    script = d.choose(
        "form",
        f"<script id='__NEXT_DATA__' type='application/json'>{text}</script>",
        f"<script>window.__NUXT__={text};</script>",
        f"<script>window.__INITIAL_STATE__ = {text};(function(){{}}())</script>",
    )
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"<div id='app'>{d.menu()}<h1>{d.title}</h1><div class='loading'></div></div>{script}</body></html>"
    )
    return d.case("drawn", page)


def structured(d: Desk) -> Case:
    """A page that prints its article and says of it in JSON-LD when it was published."""
    ld = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": d.title,
            "datePublished": d.second(),
            "dateModified": d.second(),
            "author": {"@type": "Person", "name": d.author},
            "publisher": {"@type": "Organization", "name": d.outlet},
            "description": d.paragraphs[0][:80],
        },
        ensure_ascii=False,
    )
    bar = d.choose(
        "bar",
        f"<div class='meta'><span>{d.author}</span> · <span>3小时前</span></div>",
        f"<div class='meta'><span class='author'>{d.author}</span><span>{d.stamp('%m-%d %H:%M')}</span></div>",
        f"<div class='meta'>文｜{d.author}</div>",
    )
    page = (
        head(f"{d.title} | {d.outlet}", f"<script type='application/ld+json'>{ld}</script>")
        + f"{d.menu()}<article><h1>{d.title}</h1>{bar}<div class='c'>{d.body()}</div></article><h4>{d.choose('rel', '相关阅读', '最新快讯', '下一篇')}</h4>{d.summaries(2)}{d.footer()}</body></html>"
    )
    return d.case("structured", page, published=d.second(), authors=(d.author,))


def live(d: Desk) -> Case:
    """Updates of a day one below the other, each with its hour."""
    told, markup = [], []
    for number, text in enumerate(d.paragraphs[:12]):
        hour = f"{8 + number:02d}:{d.random.randint(10, 59)}"
        told += [hour, text]
        markup.append(f"<div class='item'><span class='hour'>{hour}</span><p>{text}</p></div>")
    d.either += [text for text in told if len(text) == 5]
    d.paragraphs = d.paragraphs[:12]
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"{d.menu()}{d.trail('直播')}<h1>{d.title}</h1><div class='info'>{d.stamp('%Y-%m-%d %H:%M')} 来源：{d.outlet}</div><div class='live'>{''.join(markup)}</div><div class='hot'><h3>热点新闻</h3><ul>{d.links(5)}</ul></div>{d.footer()}</body></html>"
    )
    return d.case("live", page, published=d.minute(), source=d.outlet)


def video(d: Desk) -> Case:
    """A film with a line or two below it."""
    d.paragraphs = d.paragraphs[: d.random.randint(1, 2)]
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"{d.menu()}<div class='v'><video controls></video><div class='ctl'>00:00 / 02:{d.random.randint(10, 59)} 倍速 清晰度 全屏</div></div><h1>{d.title}</h1><div class='m'><span>{d.outlet}</span><span>{d.stamp('%Y-%m-%d %H:%M:%S')}</span><span>{d.random.randint(1, 99)}万次播放</span></div><div class='desc'>{''.join(f'<p>{t}</p>' for t in d.paragraphs)}</div><div class='acts'><span>点赞</span><span>收藏</span><span>分享</span></div><h3>{d.choose('rel', '相关视频', '接下来播放', '推荐视频')}</h3>{d.links(6, '<div class=vi><a href=/{n}><img src=/t.jpg>{t}</a><span>{n}次播放</span></div>')}{d.footer()}</body></html>"
    )
    return d.case("video", page, published=d.second())


def gallery(d: Desk) -> Case:
    """Pictures with a sentence each."""
    shown = d.paragraphs[:6]
    d.captions += shown
    items = "".join(f"<li><img src='/p/{n}.jpg'><p>{text}</p></li>" for n, text in enumerate(shown))
    d.either, d.paragraphs = shown, []
    page = (
        head(f"{d.title}--图片频道--{d.outlet}")
        + f"{d.menu()}<h1>{d.title}</h1><div class='info'>{d.stamp('%Y年%m月%d日%H:%M')} 来源：{d.outlet}</div><ul class='pics'>{items}</ul><div class='more'><h3>精彩图集</h3>{d.links(6, '<div><a href=/{n}><img src=/t.jpg><span>{t}</span></a></div>')}</div>{d.footer()}</body></html>"
    )
    return d.case("gallery", page, published=d.minute(), source=d.outlet)


def discourse(d: Desk) -> Case:
    posts = [
        f"<div itemprop='comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator'><a href='/u/brook'><span itemprop='name'>brook</span></a></span><span class='crawler-post-infos'><time class='post-time'>{d.when.year}年{d.when.month} 月{d.when.day} 日 {d.stamp('%H:%M')}</time><span itemprop='position'>1</span></span></div><div class='post' itemprop='text'>{''.join(f'<p>{t}</p>' for t in d.paragraphs)}</div><div><span class='post-likes'>{d.random.randint(1, 9)} 个赞</span></div></div>"
    ]
    for n in range(2, d.random.randint(3, 6)):
        said = "".join(d.writer.paragraphs("news", 1))
        d.absent.append(said[:24])
        posts.append(
            f"<div itemprop='comment' class='topic-body crawler-post'><div class='crawler-post-meta'><span class='creator'><a href='/u/lan{n}'><span itemprop='name'>lan{n}</span></a></span><span class='crawler-post-infos'><time class='post-time'>{d.when.year}年{d.when.month} 月{d.when.day} 日 23:1{n}</time><span itemprop='position'>{n}</span></span></div><div class='post' itemprop='text'><p>{said}</p></div></div>"
        )
    page = (
        head(f"{d.title} - 闲聊 - {d.place}社区")
        + f"<header><a href='/'>{d.place}社区</a></header><div id='main-outlet'><div id='topic-title'><h1><a href='/t/topic/12'>{d.title}</a></h1><div class='topic-category'><a href='/c/1'>闲聊</a></div></div>{''.join(posts)}<div id='related-topics'><h3>相关话题</h3><table><tr><th>话题</th><th>回复</th><th>浏览量</th><th>活动</th></tr>{d.links(4, '<tr><td><a href=/t/{n}>{t}</a></td><td>3</td><td>{n}</td><td>{d}</td></tr>')}</table></div></div><footer><a href='/'>首页</a> <a>类别</a> <a>准则</a> <a>由 Discourse 提供支持，启用 JavaScript 以获得最佳体验</a></footer></body></html>"
    )
    return d.case("discourse", page, published=d.minute(), authors=("brook",))


MORE = (taiwan, hongkong, abroad, school, drawn, structured, live, video, gallery, discourse)
