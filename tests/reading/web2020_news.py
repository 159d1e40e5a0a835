"""News sites, their pages for telephones, and the sites of offices beside government, in the manner of 2012 to 2026."""

from __future__ import annotations

from tests.reading.web2020 import Case, Desk, head

SCRIPT = "<script>var _hmt=_hmt||[];(function(){var hm=document.createElement('script');hm.src='//hm.example.com/h.js';})();</script>"
SHARE = "<div class='share'><span>分享到：</span><a href='#' class='wx'>微信</a><a href='#' class='wb'>微博</a></div>"


def xinhua(d: Desk) -> Case:
    bar = f"<div class='header-cont clearfix'><div class='header-time left'><span class='year'><em> {d.stamp('%Y')}</em></span><span class='day'><em> {d.stamp('%m')}</em>/<em> {d.stamp('%d')} </em></span><span class='time'> {d.stamp('%H:%M:%S')}</span></div><div class='source'>来源：{d.outlet}</div><div class='head-line clear'><h1><span class='title'>{d.title}</span><span class='btn-audio'></span></h1></div><ul class='header-share'><li>字体：<a>小</a><a>中</a><a>大</a></li><li>分享到：</li></ul></div>"
    page = (
        head(
            f"{d.title}-{d.outlet}",
            f"<meta name='keywords' content='{d.place}'><meta name='source' content='{d.outlet}'>",
        )
        + f"<div class='domPC'>{d.menu()}{bar}</div><div class='mheader domMobile'><h1><span class='title'>{d.title}</span></h1><div class='info'>{d.stamp('%Y-%m-%d %H:%M:%S')} <span>来源：{d.outlet}</span></div></div><div class='main clearfix'><div class='main-left left'><div id='detail'>{d.body()}</div><div class='editor'>【纠错】 【责任编辑:{d.editor} 】</div><div class='relatedNews'><h3>深度观察</h3><ul>{d.links(3)}</ul></div><div class='bookList'><p>新华全媒头条</p>{d.links(2)}</div></div><div class='main-right right'>{d.sidebar()}</div></div>{d.footer()}{SCRIPT}</body></html>"
    )
    d.either.append(f"【责任编辑:{d.editor} 】")
    return d.case("xinhua", page, published=d.second(), source=d.outlet)


def people(d: Desk) -> Case:
    column = d.choose("column", "社会", "教育", "滚动新闻", "生态")
    page = (
        head(f"{d.title}--{column}--{d.outlet}")
        + f"{d.menu()}<div class='rm_txt cf'><div class='col col-1 fl'><div class='route'><a href='/'>{d.outlet}</a>&gt;&gt;<a href='/c'>{column}</a></div><h3 class='pre'></h3><h1>{d.title}</h1><h4 class='sub'></h4><div class='author cf'></div><div class='channel cf'><div class='col-1-1 fl'>{d.stamp('%Y年%m月%d日%H:%M')} | 来源：<a href='/s'>{d.outlet}</a></div><div class='col-1-2 fr'><em>小字号</em></div></div><p class='show_text'></p><div class='rm_txt_con cf'>{d.body()}<div class='edit cf'>(责编：{d.editor}、{d.author})</div><div class='gray box_text'><p class='paper_num rm_txt_num'>分享让更多人看到<img src='/q.gif'></p></div></div></div><div class='col col-2 fr'><h2>{d.choose('r', '推荐阅读', '热门排行')}</h2>{d.summaries(3)}<ul>{d.links(5)}</ul></div></div>{d.footer()}</body></html>"
    )
    d.either.append(f"(责编：{d.editor}、{d.author})")
    return d.case("people", page, published=d.minute(), source=d.outlet, column=column)


def chinanews(d: Desk) -> Case:
    lead = f"{d.outlet}{d.place}{d.when.month}月{d.when.day}日电 ({d.author})"
    d.paragraphs[0] = lead + d.paragraphs[0]
    page = (
        head(f"{d.title}-{d.outlet}")
        + f"{d.menu()}<div id='nav'><a href='/'>首页</a>→<a href='/gn'>国内新闻</a></div><div class='content_maincontent_left'><div class='content_maincontent_content'><h1 class='content_left_title'>{d.title}</h1><div class='content_left_time'>{d.stamp('%Y年%m月%d日 %H:%M')}　来源：{d.outlet}<span class='right_aboutzk'><a>大字体</a><a>小字体</a></span><div class='share'>分享到：<a></a></div></div><div class='left_zw' style='position:relative'>{d.body()}<div class='adInContent'></div></div><div class='adEditor'><div class='left_name right'>【编辑:{d.editor}】</div></div><div class='ad_x'>发表评论 文明上网理性发言，请遵守新闻评论服务协议</div><div><span>0条评论</span></div></div><div class='pic-news'><div class='bt'>国内新闻精选：</div><ul>{d.links(4)}</ul></div></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either.append(f"【编辑:{d.editor}】")
    return d.case("chinanews", page, published=d.minute(), source=d.outlet, authors=(d.author,))


def cctv(d: Desk) -> Case:
    page = (
        head(f"{d.title}_新闻频道_{d.outlet}")
        + f"{d.menu()}<div class='main'><div class='title_area'><h1>{d.title}</h1><div class='info1'>来源：{d.outlet} | {d.stamp('%Y年%m月%d日 %H:%M:%S')}</div><div class='info2'>{d.outlet} | {d.stamp('%Y年%m月%d日 %H:%M:%S')}</div></div><div class='vspace' style='display:none'></div><div class='content_area' id='content_area'><div id='vplayer'>正在加载</div>{d.body()}</div><div class='zebian'><span>编辑：{d.editor}</span> <span>责任编辑：</span></div><div class='ewm'>点击收起全文 扫一扫 分享到微信</div><div class='tags'><a href='#'>{d.place}</a></div></div><div class='col_r'>{d.sidebar()}</div>{d.footer()}</body></html>"
    )
    d.either.append(f"编辑：{d.editor} 责任编辑：")
    return d.case("cctv", page, published=d.second(), source=d.outlet)


def guangming(d: Desk) -> Case:
    page = (
        head(f"{d.title} _{d.outlet}")
        + f"{d.menu()}{d.trail('文化')}<h1 class='u-title'>{d.title}</h1><div class='m-contentMsg'><span class='m-con-time'>{d.stamp('%Y-%m-%d %H:%M')}</span>  <span class='m-con-source'>来源：<a href='/'>{d.outlet}</a></span></div><div class='u-mainText'>{d.body()}<p>　　《{d.place}日报》（ {d.stamp('%Y年%m月%d日')} 02版）</p><div class='g-main-ad'>[ <span class='liability'>责编：{d.editor}</span> ]</div></div><div>阅读剩余全文（）</div><div class='m-zoom'>您此时的心情</div><ul class='mood'><li>新闻表情排行 /</li><li>开心 0</li><li>难过 0</li><li>点赞 0</li><li>飘过 0</li></ul><div class='m_tuijian'><h3>相关阅读</h3><ul>{d.links(4)}</ul></div><h3>视觉焦点</h3>{d.summaries(2)}{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either += [f"《{d.place}日报》（ {d.stamp('%Y年%m月%d日')} 02版）", f"[ 责编：{d.editor} ]"]
    d.absent.append("新闻表情")
    return d.case("guangming", page, published=d.minute(), source=d.outlet)


def ifeng(d: Desk) -> Case:
    page = (
        head(f"{d.title}_凤凰网", f"<meta name='og:time' content='{d.stamp('%Y-%m-%d %H:%M:%S')}'>")
        + f"{d.menu()}<div class='index_artical_s'><h1>{d.title}</h1><div class='index_timeBref'><a href='/'>{d.outlet}</a><span>{d.stamp('%Y年%m月%d日 %H:%M:%S')}</span> <span>来自{d.choose('w', '广西壮族自治区', '北京市', '湖南')}</span></div><div class='index_main_content'><div class='index_text'>{d.body()}</div></div><div class='index_text_end'>责任编辑：{d.editor} PN0{d.random.randint(10, 99)}</div><div>打开凤凰新闻客户端</div><div class='comment'><span>{d.random.randint(1, 99)}条评论</span><span>{d.random.randint(100, 999)}人参与</span></div><div class='hot'><h3>为您推荐</h3>{d.links(4, '<div><a href=/{n}>{t}</a><span>凤凰网{d}</span></div>')}</div></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either.append(d.page_line(page, "责任编辑："))
    return d.case("ifeng", page, published=d.second(), source=d.outlet)


def netease(d: Desk) -> Case:
    page = (
        head(f"{d.title}|{d.place}|{d.author}_手机网易网" if d.chance("m", 0.3) else f"{d.title}_网易订阅")
        + f"{d.menu()}<div id='container'><div class='post_main'><h1 class='post_title'>{d.title}</h1><div class='post_info'>{d.stamp('%Y-%m-%d %H:%M:%S')}　来源: <a href='/'>{d.outlet}</a> {d.choose('w', '', '广西 ')}<a href='#' class='jubao'>举报</a></div><div class='post_top'><div class='post_top_tie'><a href='/c'>0</a></div><div>分享至</div><div class='share_wechat'><p>用微信扫码二维码</p><p>分享至好友和朋友圈</p></div></div><div class='post_content'><div class='post_body'>{d.body()}</div><div class='post_statement'>特别声明：以上内容(如有图片或视频亦包括在内)为自媒体平台“网易号”用户上传并发布，本平台仅提供信息存储服务。</div><div>Notice: The content above (including the pictures and videos if any) is uploaded and posted by a user of NetEase Hao, which is a social media platform and only provides information storage services.</div><div class='post_next'>{d.other()}</div><div class='tie'><span>/阅读下一篇/</span></div><div>返回网易首页 下载网易新闻客户端</div></div></div><div class='post_recommends'><h3>相关推荐</h3>{d.links(5, '<div><h3><a href=/{n}>{t}</a></h3><span>{p} {d}</span><a>跟贴</a></div>')}</div><div class='post_side'><h2>热点推荐</h2>{d.summaries(3)}</div></div>{d.footer()}</body></html>"
    )
    d.absent += ["特别声明", "Notice:", "用微信扫码"]
    return d.case("netease", page, published=d.second(), source=d.outlet)


def sina(d: Desk) -> Case:
    page = (
        head(
            f"{d.title}|{d.place}_新浪新闻",
            f"<meta property='article:published_time' content='{d.second()}'><meta property='article:author' content='{d.outlet}'>",
        )
        + f"{d.menu()}<div class='path-search'><div class='channel-path'><a href='/'>新闻中心</a><span class='spliter'>&gt;</span><a href='/c'>社会新闻</a> &gt; 正文</div></div><h1 class='main-title'>{d.title}</h1><div class='top-bar'><div class='date-source'><span class='date'>{d.stamp('%Y年%m月%d日 %H:%M')}</span> <a href='/' class='source'>{d.outlet}</a></div><div class='page-tools'><span>语音播报</span><a>缩小字体</a><a>放大字体</a><a>收藏</a><a>微博</a><a>微信</a>分享<span>0</span><a>腾讯QQ</a><a>QQ空间</a></div></div><div class='article-content clearfix'><div class='article-content-left'><div class='article' id='article'>{d.body()}{d.closing()}</div><div class='article-keywords'><span>关键词 :</span> <a href='/k'>{d.place}</a></div><div class='article-bottom'><a>我要反馈</a><a>保存网页</a></div><div class='hot'><h2>24小时热文</h2>{d.links(4)}</div></div><div class='article-content-right'>{d.sidebar()}</div></div>{d.footer()}</body></html>"
    )
    d.absent += ["我要反馈", "语音播报"]
    return d.case("sina", page, published=d.minute(), source=d.outlet)


def sohu(d: Desk) -> Case:
    d.either.append(f"原标题：{d.title}")
    page = (
        head(f"{d.title}_{d.place}_搜狐网", f"<meta property='og:release_date' content='{d.stamp('%Y-%m-%d %H:%M')}'>")
        + f"{d.menu()}<div class='wrapper-box'><div class='left sidebar'><div class='column left'><div class='user-pic'><img src='/u.jpg'></div><h4><a href='/u'>{d.outlet}</a></h4><dl><dd><em>{d.random.randint(10, 999)}</em>文章</dd><dd><em>1万</em>总阅读</dd></dl><a>查看TA的文章&gt;</a></div><div class='share'><span>0</span><ul><li>分享到</li><li></li></ul></div></div><div class='left main'><div class='text-title'><h1>{d.title}<span class='article-tag'></span></h1><div class='article-info'><span class='time'>{d.stamp('%Y-%m-%d %H:%M')}</span> {d.choose('w', '', f'<span>发布于：{d.place}市</span>', f'<span>来源: <a>{d.outlet}</a></span>')}</div></div><article class='article' id='mp-editor'><p data-role='original-title'>原标题：{d.title}</p>{d.body()}<p><a href='/' class='backsohu'>返回搜狐，查看更多</a></p><p data-role='editor-name'>责任编辑：<span></span></p></article><div class='statement'>平台声明：该文观点仅代表作者本人，搜狐号系信息发布平台，搜狐仅提供信息存储空间服务。</div><div class='bottom-relate'><span>阅读 (<em>{d.random.randint(1, 999)}</em>)</span></div>{d.comments() if d.chance('comments', 0.3) else ''}<div class='groom-read'><p class='title'>推荐阅读</p>{d.summaries(3)}</div></div>{d.sidebar()}</div>{d.footer()}</body></html>"
    )
    d.either.append("责任编辑：")
    d.absent += ["查看更多", "平台声明", "查看TA的文章"]
    return d.case("sohu", page, published=d.minute())


def tencent(d: Desk) -> Case:
    data = f'"title":"{d.title}","pubtime":"{d.stamp("%Y-%m-%d %H:%M:%S")}","media":"{d.outlet}"'
    script = f"<script>window.DATA = {{{data}}}</script>"
    page = (
        head(f"{d.title}_腾讯新闻", script)
        + f"<div id='TopNav'>{d.menu()}</div><div class='qq_conent clearfix'><div class='LEFT'><h1>{d.title}</h1><div class='content clearfix'><div id='LeftTool' class='LeftTool'><div class='left-stick-wp'><div class='year'>{d.stamp('%Y')}</div><div class='md'>{d.stamp('%m/%d')}</div><div class='time'>{d.stamp('%H:%M')}</div><div class='from'><a href='/m'>{d.outlet}</a></div></div><div class='share'>分享</div><div>评论</div></div><div class='content-article'>{d.body()}<div id='Status'></div></div></div></div><div class='RIGHT'>{d.sidebar()}</div></div>{d.footer()}</body></html>"
    )
    return d.case("tencent", page, published=d.minute())


def paper(d: Desk) -> Case:
    page = (
        head(f"{d.title}_浪潮新闻_澎湃新闻-The Paper")
        + f"{d.menu()}<div class='wrapper'><h1>{d.title}</h1><div class='name'>{d.outlet}记者 {d.author}</div><div class='from'>{d.stamp('%Y-%m-%d %H:%M')} <span>来源：{d.outlet}</span> <span>∙</span> <a>浪潮视频 &gt;</a></div><div class='cententWrap'>{d.body()}</div><div class='editor'>责任编辑：{d.editor}</div><div>图片编辑：{d.writer.person()}</div><div>校对：{d.writer.person()}</div><div>澎湃新闻报料：021-962866</div><div>澎湃新闻，未经授权不得转载</div><div><span>{d.random.randint(1, 99)}</span><span>收藏</span><span>我要举报</span></div><h2>评论（{d.random.randint(1, 9)}）</h2>{d.comments()}<h2>相关推荐</h2>{d.summaries(3)}</div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either += [
        d.page_line(page, "责任编辑："),
        d.page_line(page, "图片编辑："),
        d.page_line(page, "校对："),
        "澎湃新闻报料：021-962866",
        "澎湃新闻，未经授权不得转载",
    ]
    d.absent += ["我要举报"]
    return d.case("paper", page, published=d.minute(), source=d.outlet, authors=(d.author,))


def finance(d: Desk) -> Case:
    d.either += ["摘要", f"（文章来源：{d.outlet}）", f"(责任编辑：{d.editor})"]
    page = (
        head(f"{d.title} _ 东方财富网")
        + f"{d.menu()}<div class='quote'><table><tr><td>上证指数</td><td>3{d.random.randint(100, 999)}.21</td><td>+0.3%</td></tr><tr><td>深证成指</td><td>1{d.random.randint(1000, 9999)}.7</td><td>-0.1%</td></tr></table></div><div class='title'>{d.title}</div><div class='infos'><div class='item'>{d.stamp('%Y年%m月%d日 %H:%M')}</div><div class='item'>来源： {d.outlet}</div><div class='item'>编辑：{d.editor}</div><div>{d.random.randint(100, 999)}人评论</div><a>股吧</a></div><div class='txtinfos' id='ContentBody'><div class='abstract'><div class='abstract_title'>摘要</div></div>{d.body()}<p class='em_media'>（文章来源：{d.outlet}）</p><p class='res-edit'>(责任编辑：{d.editor})</p></div><div class='statement'>郑重声明：东方财富发布此内容旨在传播更多信息，与本站立场无关，不构成投资建议。据此操作，风险自担。</div><div>一手掌握市场脉搏 手机东方财富网</div><div class='tools'><a>分享到微信朋友圈</a><p>打开微信，</p><p>点击底部的“发现”</p><p>使用“扫一扫”</p><p>即可将网页分享至朋友圈</p></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.absent += ["郑重声明", "市场脉搏", "即可将网页"]
    return d.case("finance", page, published=d.minute(), source=d.outlet)


def local(d: Desk) -> Case:
    """A city's news site: a trail, a bar, a body in one of many dresses, and all that stands below it."""
    column = d.choose("column", "要闻", "民生", "县区新闻", "本地", "文明创建", "乡村振兴")
    time = d.choose(
        "time",
        "{0:%Y-%m-%d %H:%M}",
        "{0:%Y-%m-%d %H:%M:%S}",
        "{0:%Y年%m月%d日 %H:%M}",
        "{0:%Y/%m/%d %H:%M}",
        "{0:%Y.%m.%d %H:%M}",
        "{0:%Y年%m月%d日%H时%M分}",
        "{0:%Y-%m-%dT%H:%M}",
    ).format(d.when)
    bar = d.choose(
        "bar",
        f"<div class='info'>{time} 来源：{d.outlet} 作者：{d.author}</div>",
        f"<div class='info'><span>来源：{d.outlet}</span><span>发布时间：{time}</span></div>",
        f"<p class='time'>{time}</p><p class='from'>来源：{d.outlet}</p><p>作者：{d.author}</p>",
        f"<div class='info'><i>时间：</i>{time}<i>来源：</i>{d.outlet}<i>编辑：</i>{d.editor}<i>点击：</i>{d.random.randint(1, 999)}</div>",
        f"<div><time>{time}</time> | <em>来源：{d.outlet}</em> | <a href='#c'>0 评论</a></div>",
        f"<ul class='meta'><li>{time}</li><li>来源：{d.outlet}</li><li>浏览：{d.random.randint(1, 999)}</li></ul>",
        f"<div class='m'>{d.outlet} &nbsp; {time} &nbsp; 责任编辑：{d.editor} 审核：{d.writer.person()}</div>",
        f"<div class='m'>{time}　稿源：{d.outlet}　<span>我要评论</span></div>",
        f"<div class='m'>发稿时间：{time}　来源：{d.outlet}　作者：{d.author}</div>",
        f"<div class='m'><div>{time}</div><div>来源：<a href='http://x.example'>{d.outlet}</a></div><div>分享：</div></div>",
        f"<div class='m'><b>{d.outlet}</b><br><small>{time}</small></div>",
    )
    exact = time.count(":") == 2
    heading = d.choose(
        "heading",
        "<h1>{}</h1>",
        "<h2 class='tit'>{}</h2>",
        "<div class='title'>{}</div>",
        "<div class='bt'>{}</div>",
        "<p class='article-title'><strong>{}</strong></p>",
        "<h1 class='title'><a href='#'>{}</a></h1>",
    ).format(d.title)
    summary = (
        "<div class='zy'><b>摘要：</b>" + d.paragraphs[0][:50] + "…</div>"
        if len(d.paragraphs[0]) > 80 and d.chance("summary", 0.15)
        else ""
    )
    if summary:
        d.either += ["摘要：" + d.paragraphs[0][:50] + "…"]
    player = "<div class='audio'>听全文 00:00 / 02:30 倍速</div>" if d.chance("player", 0.2) else ""
    below = "".join(d.furniture() for _ in range(d.random.randint(0, 3)))
    inside = d.furniture() if d.chance("inside", 0.4) else ""
    related = f"<div class='xg'><h3>{d.choose('related', '相关新闻', '相关阅读', '推荐阅读', '猜你喜欢', '更多精彩', '热点新闻', '精彩推荐', '最新资讯', '相关稿件')}</h3>{d.links(d.random.randint(2, 6)) if d.chance('list', 0.6) else d.summaries(3)}</div>"
    neighbours = (
        f"<div class='pn'><p>上一篇：<a href='/1'>{d.other()}</a></p><p>下一篇：<a href='/2'>{d.other()}</a></p></div>"
        if d.chance("neighbours", 0.4)
        else ""
    )
    comments = d.comments() if d.chance("comments", 0.3) else ""
    article = f"{heading}{bar}{d.choose('share', '', SHARE)}{summary}{player}<div class='content'>{d.body()}{d.closing()}{inside}</div>{below}{neighbours}{related}{comments}"
    page = d.choose(
        "frame",
        "{menu}{trail}<div class='wrap'><div class='l'>{article}</div>{side}</div>{foot}",
        "{menu}<div class='wrap'>{side}<div class='r'>{trail}{article}</div></div>{foot}",
        "{trail}<article>{article}</article>{side}{menu}{foot}",
        "{menu}<table><tr><td>{trail}{article}</td><td width=300>{side}</td></tr></table>{foot}",
    ).format(menu=d.menu(), trail=d.trail(column), article=article, side=d.sidebar(), foot=d.footer())
    title = d.choose(
        "doctitle",
        f"{d.title}-{d.outlet}",
        f"{d.title}_{column}_{d.outlet}",
        f"{d.title} | {d.outlet}",
        d.title,
        f"{d.outlet}-{d.title}",
    )
    return d.case(
        "local",
        head(title) + page + "</body></html>",
        published=d.second() if exact else d.minute(),
        source=d.outlet,
        column=column,
    )


def mobile(d: Desk) -> Case:
    """A page for telephones: a bar of the application above and below, the article half folded."""
    time = d.choose("time", "{0:%Y-%m-%d %H:%M}", "{0:%Y年%m月%d日 %H:%M}", "{0:%Y-%m-%d %H:%M:%S}").format(d.when)
    bar = d.choose(
        "bar",
        f"<div class='info'><img src='/h.png'><span>{d.outlet}</span><span>{time}</span><a>+关注</a></div>",
        f"<p><span>{time}</span> · <span>{d.outlet}</span></p>",
        f"<div><span class='src'>来源：{d.outlet}</span><span class='t'>{time}</span><span class='r'>阅读 1.2万</span></div>",
        f"<div class='author'><b>{d.outlet}</b><br>{time} 发布于{d.place}</div>",
    )
    page = (
        head(d.title, "<meta name='viewport' content='width=device-width'>")
        + f"<div class='top-app'><img src='/l.png'><span>{d.outlet}客户端</span><a>打开</a></div><div class='art'><h1>{d.title}</h1>{bar}<div class='c'>{d.body()}{d.closing(0.4)}</div><div class='fold'>{d.choose('f', '展开全文', '打开APP，查看全文', '剩余60%，打开APP阅读全文', '点击展开全文')}</div><div class='like'><span>点赞 {d.random.randint(1, 99)}</span><span>不喜欢</span><span>分享</span></div></div>{d.furniture()}<div class='hot'><h3>{d.choose('h', '热门推荐', '相关推荐', '猜你喜欢', '更多内容')}</h3>{d.summaries(3)}{d.links(3)}</div>{d.comments() if d.chance('comments', 0.5) else ''}<div class='bottom-app'>打开{d.outlet}客户端，体验更佳</div></body></html>"
    )
    d.absent += ["体验更佳"]
    return d.case("mobile", page, published=d.second() if time.count(":") == 2 else d.minute())


NEWS = (
    xinhua,
    people,
    chinanews,
    cctv,
    guangming,
    ifeng,
    netease,
    sina,
    sohu,
    tencent,
    paper,
    finance,
    local,
    local,
    local,
    local,
    mobile,
)
