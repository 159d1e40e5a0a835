"""Pages that people fill themselves: accounts on platforms, blogs, forums, questions, entries, in the manner of 2012 on."""

from __future__ import annotations

from tests.reading.web2020 import Case, Desk, head


def wechat(d: Desk) -> Case:
    epoch = int(d.when.timestamp())
    original = d.choose("original", "", "<span id='copyright_logo' class='rich_media_meta_text'>原创</span> ")
    author = f"<span class='rich_media_meta rich_media_meta_text'>{d.author}</span>" if original else ""
    album = (
        f"<div class='tags'>收录于合集 <a href='javascript:;'>#{d.place}故事</a> <span>{d.random.randint(2, 40)}个</span></div>"
        if d.chance("album", 0.4)
        else ""
    )
    page = (
        head(
            "",
            f"<meta property='og:title' content='{d.title}'><meta name='author' content='{d.author if original else ''}'>",
        )
        + f"<div id='js_article'><div class='rich_media_inner'><h1 class='rich_media_title' id='activity-name'>{d.title}</h1><div id='meta_content' class='rich_media_meta_list'>{original}{author} <span class='rich_media_meta rich_media_meta_nickname' id='profileBt'><a href='javascript:void(0);' id='js_name'>{d.outlet}</a></span><em id='publish_time' class='rich_media_meta rich_media_meta_text'></em></div>{album}<div class='rich_media_content' id='js_content' style='visibility: hidden; opacity: 0;'>{d.body()}{d.closing()}</div><script>var first_sceen__time = (+new Date());</script><div class='ct_mpda_wrp' id='js_sponsor_ad_area' style='display:none;'></div><div class='rich_media_tool'><span>预览时标签不可点</span></div></div></div><div id='js_pc_qr_code'><div class='qr_code_pc'><p>微信扫一扫<br>关注该公众号</p></div></div><div class='wx_network_msg'>继续滑动看下一个</div><div>轻触阅读原文</div><div>{d.outlet}</div><div>向上滑动看下一个</div><div class='weui-dialog'><div class='weui-dialog__hd'></div><a href='javascript:;'>知道了</a></div><div>微信扫一扫<br>使用小程序</div><div><a>取消</a> <a>允许</a></div><div>× 分析</div><script>var ct = \"{epoch}\"; var nickname = \"{d.outlet}\";</script></body></html>"
    )
    d.absent += ["预览时标签", "继续滑动", "知道了", "使用小程序"]
    return d.case("wechat", page, published=d.second(), authors=(d.author,) if original else None)


def toutiao(d: Desk) -> Case:
    page = (
        head(f"{d.title}_{d.outlet}")
        + f"<div class='main'><div class='article-content'><h1>{d.title}</h1><div class='article-meta'><span>{d.stamp('%Y-%m-%d %H:%M')}</span><span class='dot'>·</span><span class='name'><a href='/c/user/1'>{d.outlet}</a></span></div><article class='syl-article-base'>{d.body()}</article></div><div class='interaction'><span>举报</span></div>{d.comments()}<div class='feed'><h3>相关推荐</h3>{d.links(4, '<div><a href=/{n}>{t}</a><p>{n}评论 2小时前</p></div>')}</div></div><div class='aside'><div class='user'><a href='/u'>{d.outlet}</a><button>关注</button></div><h3>{d.choose('h', '作者最新文章', '热榜')}</h3><ol>{d.links(6)}</ol></div>{d.footer()}</body></html>"
    )
    return d.case("toutiao", page, published=d.minute(), source=d.outlet)


def baijiahao(d: Desk) -> Case:
    page = (
        head(d.title, f"<meta itemprop='dateUpdate' content='{d.stamp('%Y-%m-%d %H:%M:%S')}'>")
        + f"<div id='header'><div>{d.title}</div></div><div class='app-module_leftSection'><div class='app-module_headerWrapper'><div class='title'>{d.title}</div><div class='author'><a href='/a'><img src='/h.png'></a><div><p class='name'>{d.outlet}</p><div class='info'><span>{d.stamp('%Y-%m-%d %H:%M')}</span><span>{d.outlet}官方账号</span></div></div><div>关注</div></div></div><div class='article'>{d.body()}</div><div class='report'>举报/反馈</div><div class='cmt'><div>评论 {d.random.randint(1, 99)}</div></div></div><div class='right'><div class='card'><p>{d.outlet}</p><p>百家号</p><p>关注</p></div><h2>作者最新文章</h2><ul>{d.links(4)}</ul><h2>相关推荐</h2>{d.links(5, '<div><a href=/{n}>{t}</a></div>')}<div>换一换</div></div></body></html>"
    )
    return d.case("baijiahao", page, published=d.minute())


def zhihu(d: Desk) -> Case:
    date = d.choose(
        "date",
        f"发布于 {d.stamp('%Y-%m-%d %H:%M')}・IP 属地广西",
        f"编辑于 {d.stamp('%Y-%m-%d %H:%M')}",
        f"发布于 {d.stamp('%Y-%m-%d %H:%M')}",
    )
    page = (
        head(f"{d.title} - 知乎")
        + f"<div class='ColumnPageHeader'><a href='/'>知乎</a><a href='/w'>写文章</a><button>登录/注册</button></div><article class='Post-Main'><header class='Post-Header'><h1 class='Post-Title'>{d.title}</h1><div class='Post-Author'><div class='AuthorInfo' itemprop='author'><meta itemprop='name' content='{d.author}'><a href='/people/1'>{d.author}</a><div class='AuthorInfo-detail'>{d.place}人，写字的</div></div></div><div><button>{d.random.randint(3, 999)} 人赞同了该文章</button></div></header><div class='Post-RichTextContainer'><div class='RichText ztext Post-RichText'>{d.body()}</div></div><div class='ContentItem-time'>{date}</div><div class='Post-topics'><a href='/t'>{d.place}</a><a href='/t'>米粉</a></div><div class='ContentItem-actions'><button>​赞同 {d.random.randint(3, 99)}</button><button>​</button><button>​{d.random.randint(1, 9)} 条评论</button><button>​分享</button><button>​喜欢</button><button>​收藏</button><button>​申请转载</button></div></article><div class='PostIndex-Contributions'><h3>文章被以下专栏收录</h3><div><a href='/c'>{d.place}杂谈</a><p>{d.place}的人和事</p></div></div><div class='Recommendations'><h3>推荐阅读</h3>{d.summaries(3)}</div>{d.comments()}</body></html>"
    )
    d.absent += ["申请转载", "杂谈", "写字的"]
    return d.case("zhihu", page, published=d.minute() if date.startswith("发布") else None, authors=(d.author,))


def jianshu(d: Desk) -> Case:
    page = (
        head(f"{d.title} - 简书")
        + f"<nav><a href='/'>首页</a><a href='/apps'>下载APP</a><a>会员</a><a>登录</a><a>注册</a></nav><div role='main'><section><h1 title='{d.title}'>{d.title}</h1><div class='rEsl9f'><div class='_2mYfmT'><img src='/u.png'><div><span><a href='/u/1'>{d.author}</a></span><button>关注</button></div><div class='s-dsoj'><span>{d.random.randint(1, 99)}</span><time datetime='{d.universal()}'>{d.stamp('%Y.%m.%d %H:%M:%S')}</time><span>字数 {d.random.randint(100, 9999)}</span><span>阅读 {d.random.randint(10, 999)}</span></div></div></div><article>{d.body()}</article><div></div><div>©著作权归作者所有,转载或内容合作请联系作者</div><div><span>{d.random.randint(1, 20)}人点赞</span><a href='/nb/1'>日记本</a></div><div>更多精彩内容，就在简书APP</div><div>\"小礼物走一走，来简书关注我\"</div><div>赞赏支持还没有人赞赏，支持一下</div><div><a href='/u/1'>{d.author}</a>总资产{d.random.randint(1, 9)}共写了{d.random.randint(1, 9)}.3W字获得{d.random.randint(10, 99)}个赞共{d.random.randint(10, 99)}个粉丝</div></section>{d.comments()}<section><h3>推荐阅读<a href='/'>更多精彩内容</a></h3>{d.summaries(4)}</section></div></body></html>"
    )
    d.absent += ["小礼物", "总资产", "著作权归"]
    return d.case("jianshu", page, published=d.second(), authors=(d.author,))


def csdn(d: Desk) -> Case:
    page = (
        head(
            f"{d.title}_{d.place}路线_{d.author}的博客-CSDN博客",
            f"<meta name='description' content='{d.paragraphs[0][:100]}'>",
        )
        + f"<div id='csdn-toolbar'>{d.menu()}</div><main><div class='blog-content-box'><div class='article-header'><h1 class='title-article' id='articleContentId'>{d.title}</h1><div class='article-info-box'><div class='bar-content'><img src='/o.png'><a class='follow-nickName' href='/u'>{d.author}</a><span class='time'>{d.choose('t', '于 {} 发布', '最新推荐文章于 {} 发布').format(d.stamp('%Y-%m-%d %H:%M:%S'))}</span><span class='read-count'>阅读量1.2k</span><a>收藏 5</a><span>点赞数 3</span></div><div class='blog-tags-box'><div class='tags-box'><span>分类专栏：</span><a href='/c'>Linux运维</a><span>文章标签：</span><a href='/t'>linux</a><a href='/t'>nginx</a></div></div><div class='slide-content-box'><div class='article-copyright'>版权声明：本文为博主原创文章，遵循<a href='/l'> CC 4.0 BY-SA </a>版权协议，转载请附上原文出处链接和本声明。</div><div class='article-source-link'>本文链接：<a href='/x'>https://blog.example.net/u/article/details/1</a></div></div></div></div><article class='baidu_pl'><div id='article_content'><div id='content_views' class='markdown_views'>{d.body()}</div></div></article></div><div class='recommend-box'>{d.summaries(3)}</div></main><aside>{d.sidebar()}</aside>{d.footer()}</body></html>"
    )
    d.absent += ["版权协议", "本文链接", "文章标签"]
    return d.case("csdn", page, published=d.second(), authors=(d.author,))


def cnblogs(d: Desk) -> Case:
    page = (
        head(f"{d.title} - {d.author} - 博客园")
        + f"<div id='header'><h1><a href='/u/'>{d.author}的小屋</a></h1><h2>慢慢走，慢慢看</h2><ul id='navList'><li><a>博客园</a></li><li><a>首页</a></li><li><a>新随笔</a></li><li><a>联系</a></li><li><a>管理</a></li></ul><div class='blogStats'>随笔 - 12&nbsp; 文章 - 0&nbsp; 评论 - 3</div></div><div id='main'><div id='post_detail'><div class='post'><h1 class='postTitle'><a id='cb_post_title_url' href='https://www.example.com/u/p/123.html'>{d.title}</a></h1><div id='cnblogs_post_body' class='blogpost-body'>{d.body()}</div><div id='blog_post_info'></div><div class='postDesc'>posted @ <span id='post-date'>{d.stamp('%Y-%m-%d %H:%M')}</span>&nbsp; <a href='/u/'>{d.author}</a>&nbsp; 阅读(<span>{d.random.randint(10, 999)}</span>)&nbsp; 评论(<span>0</span>)&nbsp; <a href='/e'>编辑</a>&nbsp; <a href='#'>收藏</a>&nbsp;<a href='#'>举报</a></div></div></div><div id='comments_pager_bottom'>刷新评论 刷新页面 返回顶部</div><div>登录后才能查看或发表评论，立即 登录 或者 逛逛 博客园首页</div></div><div id='sideBar'><div>公告</div><div>昵称： {d.author}<br>园龄： 3年<br>粉丝： 2<br>关注： 1</div><h3>随笔分类</h3><ul><li><a>随笔(3)</a></li></ul><h3>阅读排行榜</h3><ul>{d.links(5)}</ul></div><div id='footer'>Copyright &copy; 2023 {d.author}</div></body></html>"
    )
    d.absent += ["园龄", "刷新评论", "慢慢走"]
    return d.case("cnblogs", page, published=d.minute(), authors=(d.author,))


def douban(d: Desk) -> Case:
    page = (
        head(d.title)
        + f"<div id='content'><h1>{d.title}</h1><div class='article'><div class='note-container'><div class='note-header note-header-container'><h1>{d.title}</h1><div><a href='/people/1' class='note-author'>{d.author}</a> <span class='pub-date'>{d.stamp('%Y-%m-%d %H:%M:%S')}</span></div></div><div class='note' id='link-report'>{d.body()}</div><div class='copyright'>© 本文版权归作者 <a href='/p'>{d.author}</a> 所有，任何形式转载请联系作者。</div><div>了解版权计划</div></div><div class='sns-bar'><a>赞</a><span>{d.random.randint(1, 9)}</span><a>转发</a><a>微信扫码</a><a>新浪微博</a><a>QQ好友</a><a>QQ空间</a><a>回应</a></div>{d.comments()}</div><div class='aside'><div>作者</div><a>{d.author}</a><p>{d.place}</p><h2>{d.author}的最新日记 · · · · · · ( 全部 )</h2><ul>{d.links(5)}</ul></div></div></body></html>"
    )
    return d.case("douban", page, published=d.second(), authors=(d.author,))


def wordpress(d: Desk) -> Case:
    tag = d.choose(
        "h",
        "<h1 class='entry-title'>{}</h1>",
        "<h1 class='entry-title'><a href='/archives/12.html' rel='bookmark'>{}</a></h1>",
        "<h2 class='post-title'>{}</h2>",
    ).format(d.title)
    meta = d.choose(
        "meta",
        f"<div class='entry-meta'><span class='posted-on'>发布于<a href='/p'><time class='entry-date published' datetime='{d.minute()}'>{d.stamp('%Y年%m月%d日')}</time></a></span><span class='byline'>由<a href='/author/a'>{d.author}</a></span></div>",
        f"<div class='post-meta'><span>{d.stamp('%Y-%m-%d %H:%M')}</span> <span>分类：<a href='/c'>随笔</a></span> <span>作者：{d.author}</span> <span>阅读(123)</span> <span>评论(0)</span></div>",
        f"<div class='meta'>作者: {d.author} 时间: {d.stamp('%Y-%m-%d %H:%M')} 分类: <a>默认分类</a> <a>5 条评论</a></div>",
    )
    below = f"<footer class='entry-footer'><span class='cat-links'>分类目录：<a href='/c'>随笔</a></span><span class='tags-links'>标签：<a href='/t'>{d.place}</a></span></footer><div class='author-info'><h3>{d.author}</h3><p>写字，走路，修自行车。住在{d.place}。</p></div><nav class='post-navigation'><h2 class='screen-reader-text'>文章导航</h2><a href='/1'>上一篇文章 {d.other()}</a><a href='/2'>下一篇文章 {d.other()}</a></nav>"
    page = (
        head(d.choose("dt", f"{d.title} - {d.place}小记", f"{d.title} | {d.place}小记", f"{d.title} – {d.place}小记"))
        + f"<header><h1 class='site-title'><a href='/'>{d.place}小记</a></h1><p class='site-description'>走走停停</p>{d.menu()}</header><main><article class='post'>{tag}{meta}<div class='entry-content'>{d.body()}</div>{below}</article>{d.comments()}<div id='respond'><h3>发表评论 <small><a>取消回复</a></small></h3><p>您的电子邮箱地址不会被公开。 必填项已用*标注</p><p>评论 *</p><p>名称 *</p><p>在此浏览器中保存我的名字、电邮和网站。</p></div></main><aside><section><h2>近期文章</h2><ul>{d.links(5)}</ul></section><section><h2>近期评论</h2><ul><li>{d.writer.person()}发表在《{d.other()}》</li></ul></section><section><h2>归档</h2><ul><li>2020年5月</li><li>2019年3月</li></ul></section></aside><footer>自豪地采用 WordPress</footer></body></html>"
    )
    d.absent += ["修自行车", "必填项", "自豪地", "取消回复"]
    return d.case("wordpress", page, published=d.minute(), authors=(d.author,))


def hexo(d: Desk) -> Case:
    day = d.stamp("%Y-%m-%d")
    page = (
        head(
            f"{d.title} | {d.author}的博客",
            f"<meta property='article:published_time' content='{d.day()}T02:10:00.000Z'>"
            if d.chance("tag", 0.3)
            else "",
        )
        + f"<header class='header'><div class='site-meta'><a href='/' class='brand'><span class='site-title'>{d.author}的博客</span></a></div>{d.menu()}</header><main><article><header class='post-header'><h1 class='post-title' itemprop='name headline'>{d.title}</h1><div class='post-meta'><span class='post-time'><span>发表于</span> <time title='创建时间' datetime='{d.stamp('%Y-%m-%dT%H:%M:%S')}+08:00'>{day}</time> | <span>更新于</span> <time>{day}</time></span><span class='post-category'> | <span>分类于</span> <a href='/c'>随笔</a></span><span> | <span>阅读次数</span> <span>12</span></span><div class='post-wordcount'><span>本文字数：</span><span>1.2k</span> | <span>阅读时长 ≈</span><span>3 分钟</span></div></div></header><div class='post-body' itemprop='articleBody'>{d.body(0)}</div><footer class='post-footer'><ul class='post-copyright'><li><strong>本文作者：</strong>{d.author}</li><li><strong>本文链接：</strong><a href='https://b.example/1'>https://b.example/1</a></li><li><strong>版权声明：</strong>本博客所有文章除特别声明外，均采用 <a>BY-NC-SA</a> 许可协议。转载请注明出处！</li></ul><div class='post-tags'><a># {d.place}</a></div><div class='post-nav'><div><a href='/1'>{d.other()}</a></div><div><a href='/2'>{d.other()}</a></div></div></footer></article></main><aside><ul class='sidebar-nav'><li>文章目录</li><li>站点概览</li></ul><p class='site-author-name'>{d.author}</p><p class='site-description'>记录</p><div>{d.random.randint(1, 99)} 日志</div><div>{d.random.randint(1, 9)} 分类</div></aside><footer>© 2023 {d.author} 由 Hexo 强力驱动 | 主题 — NexT.Pisces</footer></body></html>"
    )
    d.absent += ["强力驱动", "阅读时长", "本文链接", "许可协议", "站点概览"]
    return d.case("hexo", page, authors=(d.author,))


def discuz(d: Desk) -> Case:
    def post(n: int, who: str, when: str, text: str) -> str:
        return f"<div id='post_{n}'><table class='plhin'><tr><td class='pls' rowspan='2'><div class='authi'><a href='space-uid-{n}2.html' class='xw1'>{who}</a></div><div><img src='/a.jpg'></div><div class='tns'><table><tr><th><p><a>12</a></p>主题</th><th><p><a>34</a></p>帖子</th><td><p><a>56</a></p>积分</td></tr></table></div><p><em><a>论坛元老</a></em></p><dl><dt>积分</dt><dd>{n * 7}</dd></dl><ul><li><a>发消息</a></li></ul></td><td class='plc'><div class='pi'><strong><a>{'楼主' if n == 1 else '沙发' if n == 2 else f'{n}#'}</a></strong><div class='pti'><div class='authi'><em>发表于 {when}</em><span class='pipe'>|</span><a>只看该作者</a><span class='pipe'>|</span><a>倒序浏览</a></div></div></div><div class='pct'><table><tr><td class='t_f' id='postmessage_{n}'>{text}</td></tr></table></div></td></tr><tr><td class='plc plm'><div class='sign'>{who}的签名：天道酬勤，一路向前，莫问收获。</div><div class='po'><a>回复</a><a>使用道具</a><a>举报</a></div></td></tr></table></div>"

    when = f"{d.when.year}-{d.when.month}-{d.when.day} {d.when:%H:%M:%S}"
    posts = [post(1, d.author, when, "<br />\n<br />\n".join(d.paragraphs))]
    for n in range(2, d.random.randint(3, 7)):
        told = d.writer.paragraphs("essay", 2)
        d.absent += [text[:24] for text in told if len(text) > 12]
        posts.append(
            post(
                n,
                d.writer.person(),
                f"{d.when.year}-{d.when.month}-{d.when.day} {d.when:%H}:{10 + n}:11",
                "<br />".join(told),
            )
        )
    page = (
        head(f"{d.title} - {d.place}生活 - {d.place}论坛 - Powered by Discuz!")
        + f"<div id='toptb'><a>设为首页</a><a>收藏本站</a></div><div id='hd'><form><table><tr><td>用户名</td><td><input></td><td>自动登录</td><td><a>找回密码</a></td></tr><tr><td>密码</td><td><input></td><td><button>登录</button></td><td><a>立即注册</a></td></tr></table></form>{d.menu()}</div><div id='pt'><a href='/'>{d.place}论坛</a> <em>›</em> <a>论坛</a> <em>›</em> <a>{d.place}生活</a> <em>›</em> <a>{d.title}</a></div><div id='pgt'><a>返回列表</a><a>发新帖</a></div><div id='postlist'><table><tr><td class='pls'>查看: <span>{d.random.randint(100, 999)}</span> | 回复: <span>{len(posts) - 1}</span></td><td class='plc'><h1 class='ts'><a href='/f'>[杂谈]</a> <span id='thread_subject'>{d.title}</span></h1><span><a>[复制链接]</a></span></td></tr></table>{''.join(posts)}</div><div id='f_pst'><p>您需要登录后才可以回帖 <a>登录</a> | <a>立即注册</a></p><p>本版积分规则</p></div><div id='ft'><p>Powered by Discuz! X3.4</p><p>© 2001-2017 Comsenz Inc.</p></div></body></html>"
    )
    d.absent += ["签名", "积分", "本版", "用户名"]
    return d.case("discuz", page, published=d.second(), authors=(d.author,))


def v2ex(d: Desk) -> Case:
    replies = []
    for n in range(1, d.random.randint(2, 8)):
        said = d.writer.paragraphs("essay", 1)[0]
        d.absent.append(said[:24])
        replies.append(
            f"<div class='cell' id='r_{n}'><table><tr><td><img class='avatar'></td><td><div class='fr'><span class='no'>{n}</span></div><strong><a href='/member/x'>lan{n}</a></strong> &nbsp; <span class='ago' title='{d.stamp('%Y-%m-%d %H:%M')}:30 +08:00'>{d.stamp('%Y-%m-%d %H:%M')}:30 +08:00</span><div class='reply_content'>{said}</div></td></tr></table></div>"
        )
    page = (
        head(f"{d.title} - V2EX")
        + f"<div id='Top'><a href='/'>首页</a><a>注册</a><a>登录</a></div><div id='Wrapper'><div id='Rightbar'><div class='box'><div class='cell'><strong>V2EX = way to explore</strong></div><div class='inner'>V2EX 是一个关于分享和探索的地方</div><div><a>现在注册</a> 已注册用户请 <a>登录</a></div></div></div><div id='Main'><div class='box'><div class='header'><div class='fr'><a href='/member/w'><img></a></div><a href='/'>V2EX</a> <span class='chevron'>&nbsp;›&nbsp;</span> <a href='/go/life'>生活</a><h1>{d.title}</h1><small class='gray'><a href='/member/weixm'>weixm</a> · <span title='{d.stamp('%Y-%m-%d %H:%M:%S')} +08:00'>{d.stamp('%Y-%m-%d %H:%M:%S')} +08:00</span> · {d.random.randint(100, 9999)} 次点击</small></div><div class='outdated'>这是一个创建于 1234 天前的主题，其中的信息可能已经有所发展或是发生改变。</div><div class='cell'><div class='topic_content'><div class='markdown_body'>{d.body(0)}</div></div></div></div><div class='box'><div class='cell'><span class='gray'>{len(replies)} 条回复</span> <strong>•</strong> {d.stamp('%Y-%m-%d %H:%M')}</div>{''.join(replies)}</div></div></div><div id='Bottom'>关于 · 帮助文档 · FAQ · API 创意工作者们的社区 World is powered by solitude</div></body></html>"
    )
    d.absent += ["天前的主题", "way to explore", "创意工作者"]
    return d.case("v2ex", page, published=d.second(), authors=("weixm",))


def question(d: Desk) -> Case:
    d.title = d.title.rstrip("？") + "？"
    page = (
        head(f"{d.title}_百度知道")
        + f"{d.menu()}<div class='ask'><h1><span class='ask-title'>{d.title}</span></h1><div class='ask-info'>我来答 分享 举报 <span>{d.random.randint(1, 9)}个回答</span></div></div><div class='best'><div class='hd'><span>最佳答案</span><a>{d.author}</a><span>{d.stamp('%Y-%m-%d')}</span> · TA获得超过12个赞</div><div class='best-text'>{d.body(0)}</div><div><span>本回答由提问者推荐</span><span>已赞过 已踩过</span><span>评论 收起</span></div></div><div class='related'><h2>其他类似问题</h2><ul>{d.links(5)}</ul></div>{d.sidebar()}{d.footer()}</body></html>"
    )
    return d.case("question", page)


def encyclopedia(d: Desk) -> Case:
    name = d.place + "米粉"
    d.title = name
    rows = "".join(
        f"<tr><th>{a}</th><td>{b}</td></tr>"
        for a, b in (("中文名", name), ("产地", d.place), ("口味", "酸辣"), ("始创", "清末"))
    )
    heads = d.random.sample(["历史", "做法", "特点", "传说", "分布"], 2)
    told = d.paragraphs
    lead, rest = told[0], told[1:] or d.writer.paragraphs("news", 2)
    cut = max(1, len(rest) // 2)
    marked = lead + "<sup class='reference'><a href='#cite_1'>[1]</a></sup>"
    d.paragraphs = [f"{lead}[1]", heads[0], *rest[:cut], *([heads[1], *rest[cut:]] if rest[cut:] else [])]
    second = (
        f"<h2><span class='mw-headline'>{heads[1]}</span><span class='mw-editsection'>[<a href='/e'>编辑</a>]</span></h2>{''.join(f'<p>{t}</p>' for t in rest[cut:])}"
        if rest[cut:]
        else ""
    )
    d.either += [
        *(f"{a}\t{b}" for a, b in (("中文名", name), ("产地", d.place), ("口味", "酸辣"), ("始创", "清末"))),
        "参考文献",
        "参考资料",
    ]
    d.either += [f"↑ {d.place}县志编纂委员会. {d.place}县志. 1993: 412."]
    page = (
        head(f"{name} - {d.place}百科")
        + f"<div id='content' class='mw-body'><h1 id='firstHeading'>{name}</h1><div id='bodyContent'><div id='siteSub'>出自{d.place}百科</div><div id='jump-to-nav'>跳转至： <a>导航</a>、<a>搜索</a></div><div id='mw-content-text'><div class='mw-parser-output'><table class='infobox'><tbody>{rows}</tbody></table><p>{marked}</p><div id='toc'><h2>目录</h2><ul><li><a href='#1'>1 {heads[0]}</a></li><li><a href='#2'>2 {heads[1]}</a></li></ul></div><h2><span class='mw-headline'>{heads[0]}</span><span class='mw-editsection'>[<a href='/e'>编辑</a>]</span></h2>{''.join(f'<p>{t}</p>' for t in rest[:cut])}{second}<h2>参考文献</h2><ol class='references'><li>↑ {d.place}县志编纂委员会. {d.place}县志. 1993: 412.</li></ol></div></div><div class='printfooter'>取自“<a href='/i'>https://wiki.example/index.php?title={name}</a>”</div><div id='catlinks'>分类：<a>美食</a></div></div></div><div id='mw-navigation'><h2>导航菜单</h2><ul><li>登录</li><li><a>页面</a></li><li><a>讨论</a></li><li><a>阅读</a></li><li><a>查看源代码</a></li></ul></div><div id='footer'><ul><li>本页面最后编辑于{d.when.year}年{d.when.month}月{d.when.day}日 (星期五) {d.stamp('%H:%M')}。</li><li>本站全部文字在知识共享 署名-相同方式共享 3.0协议之条款下提供。</li></ul></div></body></html>"
    )
    d.absent += ["取自", "导航菜单", "跳转至", "查看源代码"]
    return d.case("encyclopedia", page)


PEOPLE = (
    wechat,
    toutiao,
    baijiahao,
    zhihu,
    jianshu,
    csdn,
    cnblogs,
    douban,
    wordpress,
    hexo,
    discuz,
    v2ex,
    question,
    encyclopedia,
)
