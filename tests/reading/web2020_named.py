"""Pages in the manner of single news sites of 2015 to 2025, with the notices that each prints below its articles."""

from __future__ import annotations

from tests.reading.web2020 import Case, Desk, head

_PROMOS = (
    "更多精彩资讯请在应用市场下载“{o}”客户端。欢迎提供新闻线索，24小时报料热线400-800-0000；消费者也可通过“投诉平台”线上投诉。",
    "想爆料？请登录《阳光连线》、拨打新闻热线0531-66660000，或登录{o}官方微博提供新闻线索。{o}广告热线0531-81690000，诚邀合作伙伴。",
    "【如果您有新闻线索，欢迎向我们报料，一经采纳有费用酬谢。报料微信关注：abc，报料QQ：338640000】",
    "本文系{o}独家稿件，文章内容纯属作者个人观点，不代表平台观点，未经授权，不得转载，否则将追究法律责任。关注{o}微信，每日阅读趣味文章。",
    "此内容为{o}原创，著作权归{o}所有。未经{o}书面授权，不得以任何方式加以使用，包括转载、摘编、复制或建立镜像。",
    "声明：{o}力求信息真实、准确，文章提及内容仅供参考，不构成实质性投资建议，据此操作风险自担",
    "版权声明：{o}所刊载内容之知识产权为{o}及/或相关权利人专属所有或持有。未经许可，禁止进行转载、摘编、复制及建立镜像等任何使用。",
    "未经正式授权严禁转载本文，侵权必究。",
    "（更多新闻资讯，请关注{o}官方微信公众号）",
    "本站原创文章，转载请附上原文出处链接和本声明。",
    "以上内容为{o}编辑整理发布，转载请注明来源。",
    "文中图片来源于网络，如有侵权请联系删除",
    "打开{o}APP，查看原文",
    "敬请关注{o}视频号、抖音号",
    "市场有风险，投资需谨慎。本文不构成个人投资建议，也未考虑到个别用户特殊的投资目标、财务状况或需要。",
)


def promo(d: Desk) -> str:
    """One of the notices below an article, which must not be read."""
    text = d.choose("promo", *_PROMOS).format(o=d.outlet)
    d.absent.append(text[:14])
    return text


def rednet(d: Desk) -> Case:
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"{d.menu()}<div class='content-nav'><a href='/'>{d.outlet}首页</a> <span>&gt;</span> <a href='/c'>民生</a> <span>&gt;</span> 正文</div><h1 class='content-title'>{d.title}</h1><div class='content-info'><span>来源：{d.outlet}</span> <span>作者：{d.author}</span> <span>编辑：{d.editor}</span> <span>{d.stamp('%Y-%m-%d %H:%M:%S')}</span> <a>时刻新闻</a> <a>—分享—</a></div><div class='simditor'><article id='dcontent'>{d.body()}</article></div><p class='f-12'>来源：{d.outlet}</p><p>作者：{d.author}</p><p>编辑：{d.editor}</p><p>{promo(d)}</p><p>本文链接：<a href='/x'>https://www.example.com/content/1.html</a></p><div><h3>阅读下一篇</h3><a href='/n'>{d.other()}</a></div><h3>相关阅读</h3><ul>{d.links(4)}</ul><div class='back'>返回{d.outlet}首页 返回民生首页</div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either += [f"来源：{d.outlet}", f"作者：{d.author}", f"编辑：{d.editor}"]
    return d.case("rednet", page, published=d.second(), source=d.outlet, authors=(d.author,), column="民生")


def baidu_ids(d: Desk) -> Case:
    """As the sites print that follow Baidu's rules for news: jschina, dahe, hebnews."""
    page = (
        head(
            f"{d.title}-{d.outlet}",
            f"<meta name='filetype' content='1'><meta name='publishedtype' content='1'><meta name='author' content='{d.editor}'>",
        )
        + f"{d.menu()}<div class='path'>您当前的位置 : <a href='/'>{d.outlet}</a> &gt;&gt; <a href='/c'>社会</a></div><div class='biaoti'>{d.title}</div><div class='info'><span id='pubtime_baidu'>{d.stamp('%Y-%m-%d %H:%M:%S')}</span>&nbsp;&nbsp;<span id='source_baidu'>来源：<a href='/s'>{d.outlet}</a></span>&nbsp;&nbsp;<span id='author_baidu'>作者：{d.author}</span>&nbsp;&nbsp;<span id='editor_baidu'>责编：{d.editor}</span></div><div class='dy'>【打印】 【字体：<a>大</a> <a>中</a> <a>小</a>】</div><div id='content'>{d.body()}{d.closing()}<p>{promo(d)}</p></div><div class='keywords'>关键词：<a>{d.place}</a>,<a>米粉</a></div><div>责任编辑：{d.editor}</div><div class='rel'><b>相关新闻</b><ul>{d.links(3)}</ul></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either += [f"责任编辑：{d.editor}"]
    return d.case("baidu_ids", page, published=d.second(), source=d.outlet, authors=(d.author,), column="社会")


def guancha(d: Desk) -> Case:
    page = (
        head(d.title)
        + f"{d.menu()}<div class='main content-main'><ul><li class='left left-main'><h3>{d.title}</h3><div class='time fix'><span>{d.stamp('%Y-%m-%d %H:%M:%S')}</span><span class='size'>字号：<a>A-</a> <a>A</a> <a>A+</a></span><span>来源：{d.outlet}</span></div><div class='content all-txt'>{d.body()}<p>{promo(d)}</p></div><div class='key-word fix mt15'><ul><li>标签</li><li><a>{d.place}</a></li></ul></div><div class='time1'>责任编辑：{d.editor}</div><div class='banquan'>APP，更好阅读体验</div><div class='hot'><h4>{d.choose('h', '小编最近文章', '最新闻 Hot', '快讯')}</h4><ul>{d.links(5)}</ul></div>{d.comments() if d.chance('comments', 0.4) else ''}</li><li class='right'>{d.sidebar()}</li></ul></div>{d.footer()}</body></html>"
    )
    d.either.append(f"责任编辑：{d.editor}")
    return d.case("guancha", page, published=d.second(), source=d.outlet)


def jiemian(d: Desk) -> Case:
    page = (
        head(f"{d.title}|界面新闻")
        + f"{d.menu()}<div class='article-view'><div class='article-header'><h1>{d.title}</h1><p>{d.writer.new(('{who}{does}{what}。', '{what}背后，是{what2}。'))}</p></div><div class='article-info'><p><span class='author'><a href='/u'>{d.author}</a></span> · <span class='date' data-article-publish-time='{int(d.when.timestamp())}'>{d.stamp('%Y/%m/%d %H:%M')}</span> <span>浏览 1.2w</span> <span>来源：{d.outlet}</span> <a>字体：<span>宋</span></a></p></div><div class='article-img'><img src='/a.jpg'><p>图片来源：界面图库</p></div><div class='article-content'>{d.body()}</div><p class='copyright'>{promo(d)}</p><div class='rep'><a>{d.outlet}</a><span>12</span><a>收藏</a></div><div class='comment'><h4>评论</h4><p>暂无评论哦，快来评价一下吧！</p></div><div class='rec'><h4>{d.choose('r', '热门排行榜', '相关文章', '推荐阅读')}</h4>{d.summaries(2)}</div><div>下载界面新闻 微信公众号 微博</div></div>{d.footer()}</body></html>"
    )
    d.either += ["图片来源：界面图库", page.split("</h1><p>")[1].split("</p>")[0]]
    d.absent += ["快来评价"]
    return d.case("jiemian", page, published=d.minute(), source=d.outlet, authors=(d.author,))


def caixin(d: Desk) -> Case:
    d.paragraphs[0] = f"【财新网】（记者 {d.author}）" + d.paragraphs[0]
    page = (
        head(f"{d.title}_财新网_财新网")
        + f"{d.menu()}<div class='bannerIn'><a href='/'>{d.place}周刊</a>&gt; <a href='/f'>金融</a>&gt; 正文</div><div id='conTit'><h1>{d.title}</h1><div id='artInfo'>{d.stamp('%Y年%m月%d日 %H:%M')} <span>来源于 <a href='/w'>{d.outlet}</a></span></div><div class='listen'>听报道</div></div><div class='textbox'><div id='Main_Content_Val' class='text'>{d.body(0.1)}</div><div class='idetor'>责任编辑：{d.editor} | 版面编辑：{d.writer.person()}</div><div class='cons_box'><p>推荐进入<a href='/db'>财新数据库</a>，可随时查阅公司股价走势、结构人员变化等投资信息。</p></div><div class='copyright'>{promo(d)}</div></div><div class='pip_rel'><h2>相关报道</h2>{d.links(3)}</div><div class='cmt'><span>发表评论得积分</span></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    d.either.append(page[page.index("责任编辑：") :].split("<")[0])
    d.absent += ["听报道", "得积分"]
    return d.case("caixin", page, published=d.minute(), source=d.outlet, authors=(d.author,), column="金融")


def yicai(d: Desk) -> Case:
    lead = d.writer.new(("{who}{does}{what}。",))
    d.either += [lead, f"作者：{d.author}"]
    page = (
        head(f"{d.title} - 第一财经")
        + f"{d.menu()}<div class='g-con'><div class='title'><h1>{d.title}</h1><p>{d.outlet} <em>{d.stamp('%Y-%m-%d %H:%M:%S')}</em> <a>听新闻</a></p><p class='names'>作者：{d.author} &nbsp; 责编：{d.editor}</p></div><div class='intro'>{lead}</div><div class='m-txt'>{d.body()}</div><div class='statement'>{promo(d)}</div><div class='author-box'><h3>文章作者</h3><img src='/h.jpg'><p>{d.author}</p><a>关注</a></div><div class='m-list'><h3>相关阅读</h3>{d.summaries(2)}</div><h3>一财最热</h3><ul>{d.links(5)}</ul><div>点击关闭</div></div>{d.footer()}</body></html>"
    )
    return d.case("yicai", page, published=d.second(), source=d.outlet, authors=(d.author,))


def cnr(d: Desk) -> Case:
    d.paragraphs[0] = f"{d.outlet}{d.place}{d.when.month}月{d.when.day}日消息（记者{d.author}）" + d.paragraphs[0]
    page = (
        head(f"{d.title}_{d.outlet}", f"<meta name='source' content='{d.outlet}'>")
        + f"{d.menu()}<div class='article'><div class='article-header'><h1>{d.title}</h1><div class='source'><span>{d.stamp('%Y-%m-%d %H:%M:%S')}</span><span>来源：{d.outlet}</span><span class='bor'>+1</span></div></div><div class='article-body'><div class='TRS_Editor'><p>00:00/00:00</p>{d.body()}</div></div><div class='editor'>编辑:{d.editor}</div><div class='article-footer'><p>{promo(d)}</p><p>长按二维码<br>关注精彩内容</p></div></div><div class='article-rec'><h3>{d.choose('r', '相关推荐', '热点推荐')}</h3>{d.links(5)}</div>{d.footer()}</body></html>"
    )
    d.either.append(f"编辑:{d.editor}")
    return d.case("cnr", page, published=d.second(), source=d.outlet, authors=(d.author,))


def county(d: Desk) -> Case:
    """A county's media centre: an account's page, a bar of three officers, the code for telephones below."""
    names = [d.writer.person() for _ in range(4)]
    foot = d.choose(
        "foot",
        f"<p>记 者：{d.author}</p><p>编 辑：{names[0]}</p><p>审 核：{names[1]}</p>",
        f"<p>来源：{d.outlet}</p><p>编辑：{names[0]}</p><p>责编：{names[1]}</p><p>编审：{names[2]}</p><p>监制：{names[3]}</p>",
        f"<p>记者：{d.author} 通讯员：{names[0]}</p><p>一审：{names[1]} 二审：{names[2]} 三审：{names[3]}</p>",
        f"<p style='text-align:center'>- END -</p><p>来源：{d.outlet}</p><p>编辑：{names[0]} 初审：{names[1]} 复审：{names[2]} 终审：{names[3]}</p>",
    )
    d.either += [
        part.split(">")[-1]
        for part in foot.replace("<p>", "").replace("<p style='text-align:center'>", "").split("</p>")
        if part
    ]
    bar = d.choose(
        "bar",
        f"<p class='meta'>{d.outlet} {d.stamp('%Y-%m-%d %H:%M')} <span>阅读量：1.{d.random.randint(1, 9)}万</span></p>",
        f"<div class='meta'>来源：{d.outlet} 时间：{d.stamp('%Y-%m-%d %H:%M')} 编辑：{names[0]} 阅读：{d.random.randint(10, 999)}</div>",
        f"<div class='meta'><span>{d.stamp('%Y-%m-%d %H:%M')}</span><span>{d.outlet}</span><span>字体：大 中 小</span></div>",
    )
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"{d.menu()}{d.trail('县域新闻')}<div class='detail'><h2 class='tt'>{d.title}</h2>{bar}<div class='detail-con'>{d.body()}{foot}<p>{promo(d)}</p><p><img src='/qrcode.jpg'></p></div><div class='tool'><a>点赞</a><a>收藏</a><a>转发</a></div></div><div class='list'><h3>{d.choose('l', '推荐', '最新', '热门资讯', '更多资讯')}</h3><ul>{d.links(5)}</ul></div>{d.footer()}</body></html>"
    )
    return d.case("county", page, published=d.minute(), source=d.outlet, column="县域新闻")


def baike(d: Desk) -> Case:
    name = d.place + "老街"
    d.title = name
    told = d.paragraphs
    heads = ["历史沿革", "建筑特点", "所获荣誉"][: max(1, min(3, len(told) - 1))]
    rest = told[1:] or d.writer.paragraphs("news", 1)
    d.paragraphs, sections = [told[0]], ""
    for n, heading in enumerate(heads):
        part = rest[n :: len(heads)]
        d.paragraphs += [heading, *part]
        sections += (
            f"<div class='para-title level-2'><h2 class='title-text'>{heading}</h2><a class='edit-icon'>播报</a><a class='edit-icon'>编辑</a></div>"
            + "".join(f"<div class='para'>{text}</div>" for text in part)
        )
    info = (("中文名", name), ("地理位置", d.place), ("建成时间", "1921年"), ("景点级别", "AAA"))
    d.either += [f"{a}\t{b}" for a, b in info] + [text for pair in info for text in pair] + [a + b for a, b in info]
    d.either += ["参考资料", f"1 {name}的前世今生．{d.outlet}．2019-05-07[引用日期2020-01-02]"]
    contents = "".join(f"<li><a href='#{n}'>{n} {heading}</a></li>" for n, heading in enumerate(heads, 1))
    items = "".join(
        f"<dt class='basicInfo-item name'>{a}</dt><dd class='basicInfo-item value'>{b}</dd>" for a, b in info
    )
    page = (
        head(f"{name}_百度百科")
        + f"<div class='header'>{d.menu()}<a>进入词条</a><a>全站搜索</a><a>帮助</a></div><div class='content-wrapper'><div class='main-content'><dl class='lemmaWgt-lemmaTitle'><dd><h1>{name}</h1><a>播报</a> <a>编辑</a> <a>锁定</a> <a>讨论</a> <a>上传视频</a></dd></dl><div class='lemma-summary'><div class='para'>{told[0]}</div></div><div class='basic-info'><dl>{items}</dl></div><div class='lemma-catalog'><h2>目录</h2><ol>{contents}</ol></div>{sections}<div class='album-list'><div>词条图册</div><a>更多图册</a></div><dl class='lemma-reference'><dt>参考资料</dt><dd><li>1 {name}的前世今生．<span>{d.outlet}</span>．2019-05-07[引用日期2020-01-02]</li></dd></dl><div>展开全部</div><div>收起</div></div><div class='side-content'><div>词条统计</div><ul><li>浏览次数：{d.random.randint(100, 999)}次</li><li>编辑次数：12次历史版本</li><li>最近更新：{d.writer.person()}（{d.day()}）</li></ul><ol><li><a>1 历史沿革</a></li></ol></div></div><div class='wgt-footer'>新手上路 成长任务 编辑入门 我有疑问 内容质疑 在线客服 官方贴吧 意见反馈 投诉建议 ©2023 Baidu 使用百度前必读 百科协议</div></body></html>"
    )
    d.absent += ["词条统计", "上传视频", "更多图册", "新手上路"]
    return d.case("baike", page)


NAMED = (rednet, baidu_ids, guancha, jiemian, caixin, yicai, cnr, county, county, baike)
