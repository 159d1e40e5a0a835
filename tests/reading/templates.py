"""Articles in the manner of systems and papers that no sample comes from, in our own words, with what is to be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Template:
    """A page and what must come out of it; *absent* stands beside the article. None: not asked."""

    page: str
    url: str = "http://www.shiqiao.gov.cn/a/1.html"
    paragraphs: tuple[str, ...]
    title: str | None = None
    published: str | None = None
    undated: bool = False
    source: str | None = None
    authors: tuple[str, ...] | None = None
    column: str | None = None
    captions: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


A = "5月6日，石桥县水利局组织技术人员到青石岭水库检查大坝和溢洪道，要求管理所备足沙袋、块石和救生衣，落实二十四小时值班。"
B = "县水利局负责人表示，今年汛期来得早，各乡镇要提前转移住在低洼处的群众，做到不漏一户、不落一人。"
C = "检查组还到下游的三个村查看了预警广播，并与村民一起演练了转移路线，全程用时十八分钟，比去年缩短了四分钟。"
P = (A, B, C)
TITLE = "石桥县开展水库汛前检查"
SITE = "石桥县人民政府门户网站"
LINKS = "".join(
    f'<li><a href="/{n}.html">{text}</a></li>'
    for n, text in enumerate(
        (
            "石桥县召开春季造林现场会",
            "青石岭林场完成补植补造",
            "全县中小学开展防溺水教育",
            "县医院新门诊楼开诊",
            "石桥大桥恢复通车",
        )
    )
)


def _paragraphs(tag: str = "p", indent: str = "&emsp;&emsp;") -> str:
    return "".join(f"<{tag}>{indent}{text}</{tag}>" for text in P)


def _head(title: str = f"{TITLE} - {SITE}", more: str = "") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{more}</head>'


TEMPLATES: dict[str, Template] = {
    "epoint": Template(
        page=_head(TITLE)
        + f"""<body><div class="ewb-header"><ul>{LINKS}</ul></div><div class="ewb-location">您现在的位置：<a href="/">首页</a>
        &gt;&gt; <a href="/xw">新闻动态</a> &gt;&gt; <span>部门动态</span></div><div class="ewb-main"><h3 class="article-title">{TITLE}</h3>
        <div class="article-sources">【信息时间：2024/5/7 &nbsp; 阅读次数：<span id="infohits">36</span>】【我要打印】【关闭】</div>
        <div class="article-content"><div>{_paragraphs()}</div></div>
        <div class="ewb-related"><h4>相关信息</h4><ul>{LINKS}</ul></div></div></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2024-05-07",
        column="部门动态",
        absent=("阅读次数", "相关信息", "县医院新门诊楼开诊"),
    ),
    "powereasy": Template(
        page=_head(f"{TITLE} - 石桥农业信息网")
        + f"""<body><table width=980><tr><td class=path>您现在的位置： <a href=/>石桥农业信息网</a> &gt;&gt; <a href=/n>农情快报</a> &gt;&gt; 正文</td></tr>
        <tr><td class=articleTitle align=center>{TITLE}</td></tr><tr><td align=center class="property">作者：韦小满 文章来源：石桥县水利局
        点击数：<script src=/hits.asp></script> 更新时间：2013-5-7 9:12:33</td></tr><tr><td class="conTxt">{_paragraphs("div", "&nbsp;&nbsp;&nbsp;&nbsp;")}</td></tr>
        <tr><td align=right>文章录入：admin&nbsp;&nbsp;&nbsp;&nbsp;责任编辑：admin&nbsp;</td></tr>
        <tr><td><li>上一篇文章： <a href=/2.html>石桥县召开春季造林现场会</a></li><li>下一篇文章： 没有了</li></td></tr>
        <tr><td>【<a href=#>发表评论</a>】【<a href=#>加入收藏</a>】【<a href=#>告诉好友</a>】【<a href=#>打印此文</a>】【<a href=#>关闭窗口</a>】</td></tr></table></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2013-05-07T09:12:33+08:00",
        source="石桥县水利局",
        authors=("韦小满",),
        column="农情快报",
        absent=("文章录入", "上一篇文章", "告诉好友"),
    ),
    "dedecms": Template(
        page=_head(f"{TITLE}_石桥在线")
        + f"""<body><div class="place"><strong>当前位置:</strong> <a href='/'>主页</a>><a href='/news/'>石桥新闻</a> > </div>
        <div class="viewbox"><div class="title"><h2>{TITLE}</h2></div>
        <div class="info"><small>时间:</small>2016-05-07 11:22<small>来源:</small>石桥日报 <small>作者:</small>admin <small>点击:</small>189次</div>
        <div class="content"><table width='100%' border='0'><tr><td>{_paragraphs("div")}</td></tr></table></div>
        <div class="newdigg"><div>顶一下</div><div>(0)</div><div>0%</div><div>踩一下</div><div>(0)</div><div>0%</div></div>
        <div class="context"><ul><li>上一篇：<a href="/1.html">石桥大桥恢复通车</a></li><li>下一篇：没有了</li></ul>
        <div>------分隔线----------------------------</div></div></div></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2016-05-07T11:22:00+08:00",
        source="石桥日报",
        authors=(),
        column="石桥新闻",
        absent=("顶一下", "踩一下", "分隔线"),
    ),
    "phpcms": Template(
        page=_head(f"{TITLE} - 部门动态 - {SITE}")
        + f"""<body><div class="crumbs"><a href="/">首页</a><span> &gt; </span><a href="/bm">部门动态</a> > 正文</div><div id="Article">
        <h1>{TITLE}<br /><span>2015-05-07 08:30:21&nbsp;&nbsp;&nbsp;来源：县水利局&nbsp;&nbsp;&nbsp;评论：<a href="#">0</a> 点击：<span>52</span></span></h1>
        <div class="summary">县水利局提前做好防汛准备。</div><div class="content">{_paragraphs()}
        <div id="pages" class="text-c"></div></div><p class="f14"><strong>上一篇：</strong><a href="/3.html">青石岭林场完成补植补造</a></p>
        <div class="Article-Tool">分享到：<a>QQ空间</a><a>新浪微博</a><a>开心网</a><a>人人网</a></div></div></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2015-05-07T08:30:21+08:00",
        source="县水利局",
        column="部门动态",
        absent=("评论：", "开心网", "青石岭林场完成补植补造"),
    ),
    "vsb": Template(
        page=_head(f"{TITLE}-石桥县第一中学")
        + f"""<body><div class="main"><form name="_newscontent_fromname"><div align="center"><h2>{TITLE}</h2></div>
        <div align="center" style="line-height:40px">时间：2020-05-07&nbsp;&nbsp;作者：蓝志峰&nbsp;&nbsp;来源：校办公室&nbsp;&nbsp;点击：[<script>_showDynClicks("wbnews", 1, 2)</script>]</div>
        <div id="vsb_content_2"><div class="v_news_content">{_paragraphs()}</div></div>
        <ul style="list-style:none"><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=1">值班表.doc</a>】已下载<span>12</span>次</li></ul>
        <p align="right">【<a href="#">关闭</a>】</p></form></div></body></html>""",
        url="http://www.sqyz.example/info/1003/2345.htm",
        paragraphs=P,
        title=TITLE,
        published="2020-05-07",
        source="校办公室",
        authors=("蓝志峰",),
        absent=("已下载", "关闭"),
    ),
    "a table of layout with fonts": Template(
        page=f"""<html><head><title>{SITE}</title><meta http-equiv=Content-Type content="text/html; charset=utf-8"></head><body><table width=760 border=0>
        <tr><td colspan=2><table><tr><td><a href=/>首页</a></td><td><a href=/a>政务公开</a></td><td><a href=/b>招商引资</a></td><td><a href=/c>石桥旅游</a></td></tr></table></td></tr>
        <tr><td width=160 valign=top><table><tr><td><a href=1>县情概况</a></td></tr><tr><td><a href=2>领导之窗</a></td></tr><tr><td><a href=3>乡镇风采</a></td></tr></table></td>
        <td valign=top><p align=center><font size=5 color=red><b>{TITLE}</b></font></p><p align=center>2004-5-7&nbsp; 石桥县水利局供稿</p>
        <font size=3>&nbsp;&nbsp;&nbsp;&nbsp;{A}<br>&nbsp;&nbsp;&nbsp;&nbsp;{B}<br><br>&nbsp;&nbsp;&nbsp;&nbsp;{C}</font></td></tr>
        <tr><td colspan=2 align=center>版权所有：石桥县人民政府 邮编：545000</td></tr></table></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2004-05-07",
        absent=("版权所有", "领导之窗"),
    ),
    "an index of definitions above a circular": Template(
        page=_head(f"石桥县水利局关于做好汛前检查的通知_{SITE}")
        + """<body><div class="pos">当前位置：<a href="/">首页</a> > <a href="/zfxxgk">政府信息公开</a> > <a href="/zfxxgk/wj">部门文件</a></div>
        <dl class="xxgk"><dt>索 引 号：</dt><dd>11450000123456/2024-00018</dd><dt>主题分类：</dt><dd>农业、水利</dd><dt>发文机关：</dt><dd>石桥县水利局</dd>
        <dt>成文日期：</dt><dd>2024年05月06日</dd><dt>标　　题：</dt><dd>石桥县水利局关于做好汛前检查的通知</dd><dt>发文字号：</dt><dd>石水发〔2024〕12号</dd>
        <dt>发布日期：</dt><dd>2024年05月08日</dd></dl><div class="tit">石桥县水利局关于做好汛前检查的通知</div><div class="wh">石水发〔2024〕12号</div>
        <div class="view"><p>各乡镇水利站：</p><p>为确保安全度汛，现就做好汛前检查通知如下。</p><p>一、检查时间：2024年5月10日至5月20日。</p><p>二、各站要逐座检查水库、山塘，发现问题当场记录，能改的立即改。</p>
        <p>三、请于5月21日前报送检查表。联系人：韦小满，电话：0772-7210000。</p><p style="text-align:right">石桥县水利局</p><p style="text-align:right">2024年5月6日</p></div>
        <div class="fx">扫一扫在手机打开当前页</div></body></html>""",
        paragraphs=(
            "各乡镇水利站：",
            "为确保安全度汛，现就做好汛前检查通知如下。",
            "一、检查时间：2024年5月10日至5月20日。",
            "二、各站要逐座检查水库、山塘，发现问题当场记录，能改的立即改。",
            "三、请于5月21日前报送检查表。联系人：韦小满，电话：0772-7210000。",
            "石桥县水利局",
            "2024年5月6日",
        ),
        title="石桥县水利局关于做好汛前检查的通知",
        published="2024-05-08",
        source="石桥县水利局",
        column="部门文件",
        absent=("索 引 号", "扫一扫"),
    ),
    "a meeting with time and place": Template(
        page=_head(f"关于召开防汛工作会议的通知_通知公告_{SITE}")
        + f"""<body><div>首页 &gt; 通知公告</div><h1>关于召开防汛工作会议的通知</h1><div class="bar">发布时间：2024-05-07 16:20　来源：县政府办公室　【字体：大 中 小】</div>
        <div class="nr"><p>各乡镇人民政府，县直各单位：</p><p>经县人民政府研究，决定召开全县防汛工作会议，现将有关事项通知如下：</p><p>一、时间</p><p>2024年5月10日上午9:00</p>
        <p>二、地点</p><p>县政府三楼会议室</p><p>三、参加人员</p><p>时间：2024年5月9日17:00前报送名单。</p><p>请提前十分钟入场。</p></div><div><ul>{LINKS}</ul></div></body></html>""",
        paragraphs=(
            "各乡镇人民政府，县直各单位：",
            "经县人民政府研究，决定召开全县防汛工作会议，现将有关事项通知如下：",
            "一、时间",
            "2024年5月10日上午9:00",
            "二、地点",
            "县政府三楼会议室",
            "三、参加人员",
            "时间：2024年5月9日17:00前报送名单。",
            "请提前十分钟入场。",
        ),
        title="关于召开防汛工作会议的通知",
        published="2024-05-07T16:20:00+08:00",
        source="县政府办公室",
    ),
    "a call for bids in fields": Template(
        page=_head(f"青石岭水库加固工程招标公告_{SITE}")
        + """<body><h2>青石岭水库加固工程招标公告</h2><div>发布日期：2024-05-07 浏览：35</div><div class="c"><p>项目名称：青石岭水库加固工程</p><p>项目编号：SQ2024-018</p>
        <p>资金来源：财政资金</p><p>开标时间：2024年5月28日9:30</p><p>开标地点：县公共资源交易中心</p><p>招标人：石桥县水利局</p><p>地址：石桥县青石路18号</p>
        <p>联系人：蓝志峰</p><p>联系方式：0772-7210000</p><p>监督电话：0772-7210001</p></div><div>【打印】【关闭】</div></body></html>""",
        paragraphs=(
            "项目名称：青石岭水库加固工程",
            "项目编号：SQ2024-018",
            "资金来源：财政资金",
            "开标时间：2024年5月28日9:30",
            "开标地点：县公共资源交易中心",
            "招标人：石桥县水利局",
            "地址：石桥县青石路18号",
            "联系人：蓝志峰",
            "联系方式：0772-7210000",
            "监督电话：0772-7210001",
        ),
        title="青石岭水库加固工程招标公告",
        published="2024-05-07",
    ),
    "subheads that say keyword": Template(
        page=_head(f"三个关键词看懂今年防汛_{SITE}")
        + f"""<body><h1>三个关键词看懂今年防汛</h1><div>来源：石桥县融媒体中心 发布时间：2024-05-07 08:00</div><div class="txt"><p>{A}</p><p><strong>关键词：早</strong></p><p>{B}</p>
        <p><strong>关键词：实</strong></p><p>{C}</p><p>（记者 韦小满）</p></div><p>关键词：防汛</p></body></html>""",
        paragraphs=(A, "关键词：早", B, "关键词：实", C, "（记者 韦小满）"),
        title="三个关键词看懂今年防汛",
        published="2024-05-07T08:00:00+08:00",
        source="石桥县融媒体中心",
        authors=("韦小满",),
    ),
    "a body that a script shows": Template(
        page=_head(TITLE, f'<meta property="og:title" content="{TITLE}">')
        + f"""<body id="activity-detail"><div id="page-content"><h1 id="activity-name">{TITLE}</h1><div id="meta_content"><span><a id="js_name">石桥发布</a></span>
        <em id="publish_time">2024-05-07 18:03</em></div><div id="js_content" style="visibility: hidden; opacity: 0;"><section>{_paragraphs("section")}</section></div>
        <div>预览时标签不可点</div><div>微信扫一扫关注该公众号</div></div></body></html>""",
        url="http://mp.weixin.example/s/abc",
        paragraphs=P,
        title=TITLE,
        published="2024-05-07T18:03:00+08:00",
        absent=("预览时标签不可点", "扫一扫"),
    ),
    "an editor's sections": Template(
        page=_head(f"{TITLE}_{SITE}")
        + f"""<body><div><a href="/">首页</a> > <a href="/xw">要闻动态</a></div><h1>{TITLE}</h1><p>2024-05-07 09:15:00　　来源: 石桥融媒</p><div class="w1">
        <section style="box-sizing:border-box"><section><section><p><span style="font-size:15px">{A}</span></p></section></section></section>
        <section><img src="/up/1.jpg"></section><section style="text-align:center"><span style="font-size:12px;color:#888">图为技术人员检查溢洪道。</span></section>
        <section><section><p>{B}</p></section><section><p>{C}</p></section></section><section><p>- END -</p></section></div>
        <div class="like">猜你喜欢</div><ul>{LINKS}</ul></body></html>""",
        paragraphs=P,
        captions=("图为技术人员检查溢洪道。",),
        title=TITLE,
        published="2024-05-07T09:15:00+08:00",
        source="石桥融媒",
        column="要闻动态",
        absent=("猜你喜欢", "END"),
    ),
    "a player and a box of links within the text": Template(
        page=_head(f"{TITLE}-石桥新闻网")
        + f"""<body><h1>{TITLE}</h1><div class="source">2024年05月07日 09:15 石桥日报　韦小满</div><div class="left"><div class="player"><video>您的浏览器不支持video标签</video><p>点击播放</p></div>
        <p>{A}</p><div class="rel"><b>相关链接</b><ul>{LINKS}</ul></div><p>{B}</p><div class="ad"><a href="http://ad.example/x"><img src="/ad.gif"></a><p><a href="http://ad.example/x">点击了解石桥特产</a></p></div><p>{C}</p>
        <p>【责任编辑：蓝志峰】</p><p>声明：本网转载此文目的在于传递更多信息，不代表本网观点。</p></div><div><h3>24小时热文</h3><ol>{LINKS}</ol></div></body></html>""",
        paragraphs=(*P, "【责任编辑：蓝志峰】"),
        title=TITLE,
        published="2024-05-07T09:15:00+08:00",
        source="石桥日报",
        absent=("点击播放", "相关链接", "不支持", "石桥特产", "不代表本网", "24小时热文"),
    ),
    "summaries beside a short notice": Template(
        page=_head(f"关于停水的通知_{SITE}")
        + """<body><div class="l"><h1>关于停水的通知</h1><p>时间：2024-05-07 来源：县自来水公司</p><div class="t"><p>因管道抢修，5月8日8时至18时城北片区停水。</p><p>请用户提前储水，不便之处请谅解。</p></div></div>
        <div class="r"><h4>最新资讯</h4><dl><dt><a href="/1">石桥县召开春季造林现场会</a></dt><dd>会议指出，去冬今春全县完成造林一万二千亩，苗木成活率比上年提高，各乡镇要抓紧补植。<a href="/1">[详情]</a></dd>
        <dt><a href="/2">县医院新门诊楼开诊</a></dt><dd>新门诊楼共六层，设有十二个诊区，启用当天接诊三百余人次，市民反映候诊时间缩短。<a href="/2">[详情]</a></dd></dl></div></body></html>""",
        paragraphs=("因管道抢修，5月8日8时至18时城北片区停水。", "请用户提前储水，不便之处请谅解。"),
        title="关于停水的通知",
        published="2024-05-07",
        source="县自来水公司",
        absent=("新门诊楼共六层", "去冬今春"),
    ),
    "an interview": Template(
        page=_head(f"水利局负责人谈防汛_在线访谈_{SITE}")
        + """<body><div>位置：<a href=/>首页</a> &gt; <a href=/ft>在线访谈</a></div><h1>水利局负责人谈防汛</h1><div>发布时间：2024-05-07</div><div class="talk"><p>[主持人]：各位网友大家好，今天我们请来县水利局负责人，请他谈谈今年的防汛准备。</p>
        <p>[嘉宾]：大家好，很高兴与大家交流。</p><p>[主持人]：今年汛期有什么特点？</p><p>[嘉宾]：今年汛期来得早，局地暴雨多，我们已经检查水库三十八座，整改隐患十二处。</p></div></body></html>""",
        paragraphs=(
            "[主持人]：各位网友大家好，今天我们请来县水利局负责人，请他谈谈今年的防汛准备。",
            "[嘉宾]：大家好，很高兴与大家交流。",
            "[主持人]：今年汛期有什么特点？",
            "[嘉宾]：今年汛期来得早，局地暴雨多，我们已经检查水库三十八座，整改隐患十二处。",
        ),
        title="水利局负责人谈防汛",
        published="2024-05-07",
        column="在线访谈",
    ),
    "a press release in Traditional characters": Template(
        page="""<!DOCTYPE html><html lang="zh-HK"><head><meta charset="utf-8"><title>水務署檢查水塘</title></head><body><div><a href="/">主頁</a> | <a href="/a">新聞公報</a> | <a href="/b">列印</a></div>
        <div id="pr"><h1>水務署檢查水塘</h1><p>＊＊＊＊＊＊＊</p><p>　　水務署今日（五月七日）表示，已完成雨季前的水塘檢查，所有水閘運作正常，並已加強夜間巡查。</p><p>　　發言人說：「我們會密切留意雨量，如需排洪，會預先通知下游居民。」</p>
        <p>完</p><p>2024年5月7日（星期二）<br>香港時間18時30分</p></div><div><a href="#">返回頁首</a></div></body></html>""",
        url="http://www.info.example.hk/gia/general/202405/07/P1.htm",
        paragraphs=(
            "水務署今日（五月七日）表示，已完成雨季前的水塘檢查，所有水閘運作正常，並已加強夜間巡查。",
            "發言人說：「我們會密切留意雨量，如需排洪，會預先通知下游居民。」",
            "完",
            "2024年5月7日（星期二）",
            "香港時間18時30分",
        ),
        title="水務署檢查水塘",
        absent=("返回頁首", "列印"),
    ),
    "forum": Template(
        page=_head(f"{TITLE} - 石桥论坛 - Powered by Discuz!")
        + f"""<body><div id="pt"><a href="/">石桥论坛</a> › <a href="/f">百姓话题</a> › 查看内容</div><table class="plhin"><tr><td class="pls"><div class="authi"><cite><a href="/u/1">山里人家</a></cite></div><p>注册会员</p><p>帖子 12</p></td>
        <td class="plc"><h1>{TITLE}</h1><div class="authi">发表于 2012-5-7 10:11 | <a>只看该作者</a></div><div class="t_f">{A}<br><br>{B}</div><div>收藏 分享</div></td></tr></table>
        <table class="plhin"><tr><td class="pls"><div class="authi"><cite><a href="/u/2">河边柳</a></cite></div></td><td class="plc"><div class="authi">发表于 2012-5-7 12:30 | <a>只看该作者</a></div><div class="t_f">检查得仔细，我们村的广播昨天也响了，声音很清楚，老人都听得见。</div></td></tr></table>
        <div>© 2001-2012 Comsenz Inc.</div></body></html>""",
        paragraphs=(A, B),
        title=TITLE,
        published="2012-05-07T10:11:00+08:00",
        authors=("山里人家",),
        absent=("声音很清楚", "Comsenz", "注册会员"),
    ),
    "a verse": Template(
        page=_head("青石岭（外一首）_副刊_石桥日报数字报")
        + """<body><div>石桥日报 2024年05月07日 第04版：副刊</div><h1>青石岭（外一首）</h1><p>□蓝志峰</p><div id="c"><p>山路弯弯</p><p>一担春茶挑过石桥</p><p>母亲站在门口</p><p>数着归来的脚步</p></div>
        <div>上一篇 下一篇 返回版面</div></body></html>""",
        url="http://szb.shiqiao.example/html/2024-05/07/content_4_1.htm",
        paragraphs=("山路弯弯", "一担春茶挑过石桥", "母亲站在门口", "数着归来的脚步"),
        title="青石岭（外一首）",
        published="2024-05-07",
        source="石桥日报",
        authors=("蓝志峰",),
        absent=("返回版面",),
    ),
    "a reply to a letter": Template(
        page=_head(f"咨询水库钓鱼规定_县长信箱_{SITE}")
        + f"""<body><div>当前位置：<a href=/>首页</a> &gt; <a href=/hd>互动交流</a> &gt; <a href=/xx>县长信箱</a></div><h2>咨询水库钓鱼规定</h2><div class="letter"><p>您好，请问青石岭水库能不能钓鱼？如果可以，需要办理什么手续？</p>
        <p>{B}</p></div><ul>{LINKS}</ul></body></html>""",
        paragraphs=("您好，请问青石岭水库能不能钓鱼？如果可以，需要办理什么手续？", B),
        title="咨询水库钓鱼规定",
        undated=True,
        column="县长信箱",
    ),
    "a table of awards between paragraphs": Template(
        page=_head(f"关于表彰先进护林员的通报_{SITE}")
        + f"""<body><h1>关于表彰先进护林员的通报</h1><div class="xx"><span>发布时间：</span><span>2024-05-07 10:00</span><span>来源：</span><span>县林业局</span><span>点击：</span><span>18</span></div><div class="zw"><p>{B}</p>
        <table border=1><tr><td rowspan="2">一等奖</td><td>韦小满</td><td>青石岭林场</td></tr><tr><td>蓝志峰</td><td>石桥镇</td></tr><tr><td>二等奖</td><td>黄采薇</td><td>下河乡</td></tr></table><p>{C}</p></div><p>附件：<a href="/a.doc">获奖名单.doc</a></p></body></html>""",
        paragraphs=(B, "一等奖\t韦小满\t青石岭林场", "蓝志峰\t石桥镇", "二等奖\t黄采薇\t下河乡", C),
        title="关于表彰先进护林员的通报",
        published="2024-05-07T10:00:00+08:00",
        source="县林业局",
    ),
    "a frame of a catalogue": Template(
        page=_head("信息详情")
        + f"""<body><div class="title" style="text-align:center;font-size:24px">{TITLE}</div><div style="text-align:center">发布机构：石桥县水利局　　发布日期：2024-05-07　　信息来源：水利股</div><hr>
        <div>{_paragraphs()}</div><div style="text-align:right"><a href="javascript:window.print()">打印本页</a> <a href="javascript:window.close()">关闭窗口</a></div></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2024-05-07",
        source="水利股",
        absent=("打印本页",),
    ),
    "steps and a share bar in words": Template(
        page=_head(f"{TITLE}_部门动态_{SITE}")
        + f"""<body><ul class="bread"><li><a href="/">首页</a></li><li>&gt; <a href="/zx">资讯</a></li><li>&gt; 部门动态</li></ul><div class="art"><h2>{TITLE}</h2>
        <ul class="m"><li>日期：2024-05-07 15:20</li><li>来源：县水利局</li><li>作者：韦小满</li><li>编辑：黄采薇</li><li>浏览量：<b>108</b></li></ul>{_paragraphs()}
        <p>分享：微信 微博 QQ空间 复制链接</p><p>上一条：石桥大桥恢复通车</p><p>下一条：县医院新门诊楼开诊</p></div><div class="foot"><p>关于我们 | 网站地图 | 联系我们</p><p>主办单位：石桥县人民政府办公室</p></div></body></html>""",
        paragraphs=P,
        title=TITLE,
        published="2024-05-07T15:20:00+08:00",
        source="县水利局",
        authors=("韦小满",),
        column="部门动态",
        absent=("分享：", "上一条", "下一条", "网站地图", "编辑："),
    ),
    "links that a notice gives": Template(
        page=_head(f"关于网上办事入口的公告_{SITE}")
        + f"""<body><h1>关于网上办事入口的公告</h1><div>来源：县政务办　发布时间：2024-05-07 10:20</div><div><p>为方便群众，现将办事入口公布如下：</p><p>1.<a href="http://a.example">社保查询</a></p>
        <p>2.<a href="http://b.example">医保查询</a></p><p>3.<a href="http://c.example">公积金查询</a></p><p>如有疑问请致电0772-7210000。</p></div><div><h3>通知公告</h3><ul>{LINKS}</ul></div></body></html>""",
        paragraphs=(
            "为方便群众，现将办事入口公布如下：",
            "1.社保查询",
            "2.医保查询",
            "3.公积金查询",
            "如有疑问请致电0772-7210000。",
        ),
        title="关于网上办事入口的公告",
        published="2024-05-07T10:20:00+08:00",
        source="县政务办",
        absent=("石桥大桥恢复通车",),
    ),
}
