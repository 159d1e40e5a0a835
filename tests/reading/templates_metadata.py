"""What pages of many systems print around an article, each in a few lines of our own, with what is to be read."""

from __future__ import annotations

from tests.reading.pages import FOOTER, prose

TITLE = "石桥县召开春季造林现场会"
SITE = "石桥县人民政府门户网站"
HOME, NEWS, DEPARTMENTS = '<a href="/">首页</a>', '<a href="/xw">新闻中心</a>', '<a href="/xw/b">部门动态</a>'


def article(
    bar: str = "发布时间：2025-04-09 来源：石桥日报",
    *,
    title: str = f"{TITLE}_部门动态_{SITE}",
    heading: str = f"<h1>{TITLE}</h1>",
    trail: str = f"<div>当前位置：{HOME} &gt; {NEWS} &gt; {DEPARTMENTS}</div>",
    head: str = "",
    body: str = prose(),
    below: str = "",
) -> str:
    """Return a page that says of its article what is asked for, and nothing else twice."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f'<ul><li><a href="/">首页</a></li><li><a href="/a">走进石桥</a></li><li><a href="/b">政务公开</a></li></ul>{trail}'
        f"<div>{heading}<div>{bar}</div><div>{body}</div>{below}</div>"
        f'<ul><li><a href="/1">石桥县举办招聘会</a><span>2025-03-02</span></li></ul>{FOOTER}</body></html>'
    )


def meta(**tags: str) -> str:
    """Return meta tags; two underscores stand for a colon."""
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in tags.items())


# The bar, the source, the date.
BARS: dict[str, tuple[str | None, str | None]] = {
    "稿源：石桥县融媒体中心　　日期：2025-04-09 10:32": ("石桥县融媒体中心", "2025-04-09T10:32:00+08:00"),
    "供稿单位：县水利局　发布时间：2025-04-09": ("县水利局", "2025-04-09"),
    "供稿：县水利局　发布时间：2025-04-09": ("县水利局", "2025-04-09"),
    "供稿：韦小满　发布时间：2025-04-09": (None, "2025-04-09"),
    "信息提供：县水利局　发布时间：2025-04-09": ("县水利局", "2025-04-09"),
    "发布单位：县水利局　发布日期：2025-04-09": ("县水利局", "2025-04-09"),
    "发布机构：石桥县水利局　|　发布时间：2025-04-09 10:32": ("石桥县水利局", "2025-04-09T10:32:00+08:00"),
    "来源：石桥发布　2025-04-09 10:32": ("石桥发布", "2025-04-09T10:32:00+08:00"),
    "来源：石桥发布发布时间：2025-04-09": ("石桥发布", "2025-04-09"),
    "来源：石桥日报发稿时间：2025-04-09 10:32": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "来源：石桥日报加入时间：2025-04-09": ("石桥日报", "2025-04-09"),
    "信息来源：　发表时间：2025-04-09 10:32": (None, "2025-04-09T10:32:00+08:00"),
    "【来源】石桥日报　2025-04-09": ("石桥日报", "2025-04-09"),
    "来源丨石桥日报　2025-04-09": ("石桥日报", "2025-04-09"),
    "发布机构：县水利局发布时间：2025-04-09 点击数：12": ("县水利局", "2025-04-09"),
    "来源：“石桥发布”微信公众号　2025-04-09": ("“石桥发布”微信公众号", "2025-04-09"),
    "来源：石桥新闻网 www.shiqiaonews.example 2025-04-09": ("石桥新闻网", "2025-04-09"),
    "来源：中国记者网 2025-04-09": ("中国记者网", "2025-04-09"),
    "来源：石桥日报记者韦小满 2025-04-09": ("石桥日报", "2025-04-09"),
    "2025-04-09 10:32（作者：韦小满）（来源：石桥新闻网）": ("石桥新闻网", "2025-04-09T10:32:00+08:00"),
    "来源：石桥日报（作者：韦小满）　2025-04-09": ("石桥日报", "2025-04-09"),
    "<span>2025-04-09</span><span>10:32</span>　来源：石桥日报": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "<div>2025-04-09</div><div>10:32:00</div>": (None, "2025-04-09T10:32:00+08:00"),
    "发布时间：2025-04-09 03:05:09 PM": (None, "2025-04-09T15:05:09+08:00"),
    "發布日期：114-04-09": (None, "2025-04-09"),
    "發布日期：民國114年4月9日": (None, "2025-04-09"),
    "中華民國114年4月9日": (None, "2025-04-09"),
    "发布时间：２０２５－０４－０９　１０：３２": (None, "2025-04-09T10:32:00+08:00"),
    "日期：25.04.09 来源：石桥日报": ("石桥日报", "2025-04-09"),
    "发布时间：Wed Apr 09 10:32:00 CST 2025": (None, "2025-04-09T10:32:00+08:00"),
    "2025-04-09 文字：韦小满 图片：蓝志峰 审核：黄采薇": (None, "2025-04-09"),
    "<time datetime='2025-04-09T02:32:00.000Z'>3天前</time>": (None, "2025-04-09T10:32:00+08:00"),
    "发表于 <span title='2025-4-9 10:32:00'>前天 10:32</span>": (None, "2025-04-09T10:32:00+08:00"),
    "发布 / 2025年4月9日 5:15 PM　更新 / 2025年4月9日 6:15 PM": (None, "2025-04-09T17:15:00+08:00"),
    "2025年04月09日 格林尼治标准时间02:32北京时间10:32发表": (None, "2025-04-09T10:32:00+08:00"),
    "更新时间 2025年4月8日, 格林尼治标准时间18:32": (None, "2025-04-09T02:32:00+08:00"),
    "2025-04-09 HKT 10:32": (None, "2025-04-09T10:32:00+08:00"),
    "日期 09.04.2025 作者 韦小满": (None, "2025-04-09"),
    "【大石桥2025年04月09日讯】": (None, "2025-04-09"),
    "April 9, 2025 at 10:32 am | Posted in 杂感": (None, "2025-04-09T10:32:00+08:00"),
    "文章来源: 石桥日报 于 2025-04-09 10:32:00": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "2025年04月09日 10:32 石桥日报 【大 中 小】 【打印】 共有评论0条": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "2025年04月09日 10:32　来源：石桥新闻网<a>参与互动(<span>0</span>)</a>": (
        "石桥新闻网",
        "2025-04-09T10:32:00+08:00",
    ),
    "2025-04-09 10:32:00　来源: <a>石桥日报</a><a>举报</a>": ("石桥日报", "2025-04-09T10:32:00+08:00"),
    "發布日期：114-04-09　發布單位：秘書室　點閱數：35": ("秘書室", "2025-04-09"),
    "<b>2025</b><b>04</b>/<b>09</b> <i>10:32:00</i> 来源：石桥通讯社": ("石桥通讯社", "2025-04-09T10:32:00+08:00"),
    "<div>2025</div><div>04/09</div><div>10:32:00</div>": (None, "2025-04-09T10:32:00+08:00"),
    "<div>09</div><div>2025-04</div>": (None, "2025-04-09"),
    "<time datetime='2025-04-09 10:32'><b>10:32</b><i>2025/04/09</i></time>": (None, "2025-04-09T10:32:00+08:00"),
    "石桥县委宣传部 2025年04月09日": ("石桥县委宣传部", "2025-04-09"),
    "2025-04-09 新华社": ("新华社", "2025-04-09"),
    "石桥发布 2025年4月9日 10:32": ("石桥发布", "2025-04-09T10:32:00+08:00"),
    "来源：石桥发布 更新时间：2025-06-01 发布时间：2025-04-09": ("石桥发布", "2025-04-09"),
    "稿源：石桥日报｜日期：2025.04.09": ("石桥日报", "2025-04-09"),
    "报名截止日期：2025-05-30": (None, None),
    "有效期至：2030-04-09": (None, None),
}

# What a script writes into the bar, only where there is something to write.
WRITTEN: dict[str, tuple[str | None, str | None]] = {
    '2025-04-09 <script>var ly="石桥日报";if(ly!=""){document.write("来源："+ly);}</script>': (
        "石桥日报",
        "2025-04-09",
    ),
    '2025-04-09 <script>var ly="";if(ly!=""){document.write("来源："+ly);}</script>': (None, "2025-04-09"),
    '2025-04-09 来源：<script>document.write("石桥日报")</script>': ("石桥日报", "2025-04-09"),
    "2025-04-09 来源：<script>var s='石桥日报';if(s==''){document.write('本网');}else{document.write(s);}</script>": (
        "石桥日报",
        "2025-04-09",
    ),
    '<script>document.write("<span>发布时间：2025-04-09 10:32</span>")</script>': (None, "2025-04-09T10:32:00+08:00"),
    "发布时间：<script>var t='2025-04-09 10:32:00';document.write(t.substring(0,16));</script>": (
        None,
        "2025-04-09T10:32:00+08:00",
    ),
}

# Tags of the head, scripts in it, for pages that print no date.
HEADS: dict[str, str | None] = {
    meta(article__published_time="2025-04-09T02:32:00Z"): "2025-04-09T10:32:00+08:00",
    meta(bytedance__published_time="2025-04-09T10:32:00+08:00"): "2025-04-09T10:32:00+08:00",
    meta(PubDate="Wed Apr 09 10:32:00 CST 2025"): "2025-04-09T10:32:00+08:00",
    meta(PubDate="20250409103200"): "2025-04-09T10:32:00+08:00",
    meta(PubDate="1744165920000"): "2025-04-09T10:32:00+08:00",
    meta(PubDate="1970-01-01 08:00:00"): None,
    meta(PubDate="2025-04-09 11:00", others="页面生成时间 2025-04-09 11:00:23"): None,
    meta(PubDate="2025-04-09 11:00:22", others="页面生成时间 2025-04-09 11:00:23"): None,
    meta(PubDate="2025-04-09 10:32", others="页面生成时间 2025-04-09 11:00:23"): "2025-04-09T10:32:00+08:00",
    '<script>var publishTime = "2025-04-09 10:32:00";</script>': "2025-04-09T10:32:00+08:00",
    '<script>var ct = "1744165920";</script>': "2025-04-09T10:32:00+08:00",
    '<script>var list = [{"publishTime":"2025-04-01 10:32:00"}];</script>': None,
    '<script>var today = "2025-04-09";</script>': None,
}

SOURCES_OF_TAGS: dict[str, str | None] = {
    "来源：石桥日报": "石桥日报",
    "石桥日报 2025-04-09": "石桥日报",
    "123": None,
    "http://www.shiqiao.example/a.html": None,
}

ADDRESSES: dict[str, str | None] = {
    "http://news.shiqiao.example/n1/2025/0409/c1-2.html": "2025-04-09",
    "http://news.shiqiao.example/2025/04/09/123.html": "2025-04-09",
    "http://news.shiqiao.example/2025-04/09/c_123.htm": "2025-04-09",
    "http://news.shiqiao.example/20250409/abc.html": "2025-04-09",
    "http://news.shiqiao.example/columns/a/202504/09/b.html": "2025-04-09",
    "http://news.shiqiao.example/c100/202504/abc.shtml": None,
    "http://news.shiqiao.example/p/20250409123.html": None,
    "http://news.shiqiao.example/2025/1399/123.html": None,
}


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


# The index of open government: who issued the document, when it was published.
INDEXES: dict[str, tuple[str, tuple[str | None, str | None]]] = {
    "day of writing and of publication": (
        _table(
            ("索引号", "x/2025-1", "成文日期", "2025-04-01"), ("发文机关", "石桥县水利局", "公开日期", "2025-04-09")
        ),
        ("石桥县水利局", "2025-04-09"),
    ),
    "only the day of writing": (
        _table(("索引号", "x/2025-1", "成文日期", "2025-04-01"), ("发文单位", "石桥县水利局", "文号", "无")),
        ("石桥县水利局", None),
    ),
    "the department in charge": (
        _table(("索引号", "x/2025-1", "公开时间", "2025-04-09"), ("公开责任部门", "石桥县水利局", "公开形式", "网站")),
        ("石桥县水利局", "2025-04-09"),
    ),
    "the subject that publishes": (
        _table(("信息索引号", "x/2025-1", "信息生成日期", "20250409"), ("公开主体", "石桥县水利局", "文号", "无")),
        ("石桥县水利局", "2025-04-09"),
    ),
    "label and value in one cell": (
        _table(("索引号：x/2025-1", "发布机构：石桥县水利局"), ("发布日期：2025-04-09", "文号：无")),
        ("石桥县水利局", "2025-04-09"),
    ),
    "definitions without colons": (
        "<dl><dt>索引号</dt><dd>x/2025-1</dd><dt>发布机构</dt><dd>石桥县水利局</dd><dt>发布日期</dt><dd>2025-04-09</dd></dl>",
        ("石桥县水利局", "2025-04-09"),
    ),
    "labels in brackets": (
        "<div>【发布机构】石桥县水利局　【发布日期】2025-04-09　【索引号】x/2025-1</div>",
        ("石桥县水利局", "2025-04-09"),
    ),
    "a document that a portal reprints": (
        _table(
            ("发文机关：", "石桥县水利局", "来　　源：", "石桥政府网"),
            ("成文日期：", "2025年04月01日", "发布日期：", "2025年04月09日"),
        ),
        ("石桥政府网", "2025-04-09"),
    ),
    "several fields on a line": (
        "<p>索引号：x/2025-1　　发布机构：石桥县水利局　　发布日期：2025-04-09</p>",
        ("石桥县水利局", "2025-04-09"),
    ),
}

# Trails of columns: what parts the steps, what follows the last of them.
TRAILS: dict[str, str | None] = {
    f"当前位置：{HOME}-{NEWS}-{DEPARTMENTS}": "部门动态",
    f"位置：{HOME}|{NEWS}|{DEPARTMENTS}": "部门动态",
    f"位置：{HOME}·{NEWS}·{DEPARTMENTS}": "部门动态",
    f"{HOME} • {NEWS} • {DEPARTMENTS}": "部门动态",
    f"{HOME}〉{NEWS}〉{DEPARTMENTS}": "部门动态",
    f"{HOME}》{NEWS}》{DEPARTMENTS}": "部门动态",
    f"{HOME} :: {NEWS} :: {DEPARTMENTS}": "部门动态",
    f"{HOME} ▶ {NEWS} ▶ {DEPARTMENTS}": "部门动态",
    f"[{HOME}]-[{NEWS}]-[{DEPARTMENTS}]": "部门动态",
    f"当前位置：{HOME}<img src=a.gif>{NEWS}<img src=a.gif>{DEPARTMENTS}": "部门动态",
    f"当前位置：{HOME}<i></i>{NEWS}<i></i>{DEPARTMENTS}": "部门动态",
    f"当前位置： {HOME} <i></i> {NEWS} <i></i> {DEPARTMENTS}": "部门动态",
    f'<ol class="breadcrumb"><li>{HOME}</li><li>{NEWS}</li><li>部门动态</li></ol>': "部门动态",
    f'<ul class="path"><li>{HOME}</li><li>{NEWS}</li><li>{DEPARTMENTS}</li><li>正文</li></ul>': "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} > {TITLE}": "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} > 石桥县召开春季...": "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} > 新闻详情": "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} > 详情页": "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} > 信息浏览": "部门动态",
    f"当前位置：{HOME} > {NEWS} > {DEPARTMENTS} 【字体：大 中 小】": "部门动态",
    f"今天是2026年11月22日 星期日　　您现在的位置：{HOME} > {NEWS} > {DEPARTMENTS}": "部门动态",
    f'<a href="/">石桥新闻网</a> > {NEWS} > {DEPARTMENTS} > 正文': "部门动态",
    f'<a href="/">石桥新闻网首页</a> > {NEWS} > {DEPARTMENTS}': "部门动态",
    f"导航：{HOME} > {NEWS} > {DEPARTMENTS}": "部门动态",
    f'<table><tr><td width="9"></td><td>您的位置：{HOME} &gt;&gt; {NEWS} &gt;&gt; {DEPARTMENTS} &gt;&gt; 正文</td></tr></table>': "部门动态",
    f'<ol class="breadcrumb"><li>您的位置：{HOME}</li><li>{NEWS}</li><li>{DEPARTMENTS}</li></ol>': "部门动态",
    f'<div class="crumb">{HOME}<em></em>{NEWS}<em></em>{DEPARTMENTS}<em></em><span>正文</span></div>': "部门动态",
    f'{HOME} > <a href="/1">《造林办法》解读材料汇编</a>': "《造林办法》解读材料汇编",
    "栏目：部门动态": "部门动态",
    f'<a href="#C" accesskey="C">:::</a> {HOME} / <a href="/n">最新消息</a> / 活動訊息': "活動訊息",
    f"{HOME} | {NEWS} | <a href='/map'>网站地图</a>": None,
    "": None,
}

# Titles of the page, and the headline as it is set.
TITLES: dict[str, tuple[str, str, tuple[str | None, str | None, str | None]]] = {
    "a generic title": ("文章内容页", f"<h1>{TITLE}</h1>", (TITLE, None, None)),
    "the column as title": (f"部门动态-{SITE}", f"<h1>{TITLE}</h1>", (TITLE, None, None)),
    "pinned on top": (f"{TITLE}_石桥论坛", f"<h1>[置顶] {TITLE}</h1>", (TITLE, None, None)),
    "an icon's text": (f"{TITLE}_石桥日报", f"<h1>{TITLE} <i>HOT</i></h1>", (TITLE, None, None)),
    "a deck within the heading": (
        f"{TITLE}_石桥日报",
        f"<h1>{TITLE}<small>全县造林工作见闻</small></h1>",
        (TITLE, None, "全县造林工作见闻"),
    ),
    "a subtitle in the title": (
        f"{TITLE}——全县造林工作见闻_石桥日报",
        f"<h1>{TITLE}</h1><h2>——全县造林工作见闻</h2>",
        (TITLE, None, "——全县造林工作见闻"),
    ),
    "the number of the document": (
        f"{TITLE}_石桥日报",
        f"<h1>{TITLE}</h1><h3>石政办发〔2025〕12号</h3>",
        (TITLE, None, None),
    ),
    "the section above": (f"{TITLE}_石桥日报", f"<h2>石桥县水利局政务公开</h2><h1>{TITLE}</h1>", (TITLE, None, None)),
    "a headline that no title spells, above a day and an office": (
        SITE,
        f"<p>{TITLE}</p><p>2025-04-09 石桥县林业局</p>",
        (TITLE, None, None),
    ),
    "an office and its decision": (
        SITE,
        "<p style='font-size:22pt'>石桥县人民政府办公室</p><p style='font-size:22pt'>关于印发水库安全管理办法的通知</p>",
        ("石桥县人民政府办公室关于印发水库安全管理办法的通知", None, None),
    ),
    "a headline broken by hand": (
        f"石桥县人民政府关于水库安全的通告-{SITE}",
        "<h1>石桥县人民政府<br>关于水库安全的通告</h1>",
        ("石桥县人民政府关于水库安全的通告", None, None),
    ),
}

SITES: dict[str, str | None] = {
    f"{TITLE}_石桥融媒": "石桥融媒",
    f"{TITLE} - 石桥云 - 石桥融媒体中心": "石桥融媒体中心",
    f"{TITLE}_石桥县人民政府信息公开平台": "石桥县人民政府",
    f"{TITLE}（{SITE}）": "石桥县人民政府",
    f"{TITLE} {SITE}": "石桥县人民政府",
    f"欢迎访问{SITE}": "石桥县人民政府",
    f"{TITLE} - 石橋鎮公所全球資訊網": "石橋鎮公所",
    f"{TITLE} - 石桥县政府门户网站": "石桥县人民政府",
    f"{TITLE} - 石桥县政府信息公开专栏": "石桥县人民政府",
    f"{TITLE}_中国石桥官方网站": "中国石桥官方网站",
    f"{TITLE}_中国石桥政府网": "中国石桥政府网",
    f"{TITLE}-石桥县教育局官网": "石桥县教育局",
    f"{SITE} - www.shiqiao.example": "石桥县人民政府",
    f"{TITLE} - {SITE} www.shiqiao.example": "石桥县人民政府",
}

# Who wrote it: in the bar, in a line of its own, behind the text.
PEOPLE: dict[str, tuple[tuple[str, str | None], ...]] = {
    "2025-04-09 记者：韦小满 通讯员：蓝志峰": (("韦小满", "记者"), ("蓝志峰", "通讯员")),
    "2025-04-09 文字：韦小满 图片：蓝志峰 来源：石桥日报": (("韦小满", "文字"), ("蓝志峰", "图片")),
    "2025-04-09 撰稿：韦小满 摄影：蓝志峰 编辑：黄采薇 审核：覃立春": (("韦小满", "撰稿"), ("蓝志峰", "摄影")),
    "2025-04-09 供稿人：韦小满 审核人：覃立春": (("韦小满", "供稿人"),),
    "来源：石桥日报 作者：韦小满 选稿：黄采薇 2025-04-09": (("韦小满", "作者"),),
    "原作者: 韦小满 来自: 石桥日报 2025-04-09": (("韦小满", "原作者"),),
    "作者单位：县水利局 作者：韦小满 2025-04-09": (("韦小满", "作者"),),
    "作者：韦小满（县水利局） 2025-04-09": (("韦小满", "作者"),),
    "作者：John Smith 2025-04-09": (("John Smith", "作者"),),
    "2025-04-09 作者：县水利局办公室": (("县水利局办公室", "作者"),),
    "2025-04-09 本报记者 韦小满": (("韦小满", "本报记者"),),
    "<p>2025-04-09</p><p>县融媒体中心记者 韦小满</p>": (("韦小满", "县融媒体中心记者"),),
    "<p>2025-04-09</p><p>韦小满/文 蓝志峰/图</p>": (("韦小满", "文"), ("蓝志峰", "图")),
    "<p>2025-04-09</p><p>韦小满　蓝志峰</p>": (("韦小满", None), ("蓝志峰", None)),
    "<p>2025-04-09</p><p>農業　水利</p>": (),
    "2025-04-09 記者韋小滿／石橋報導": (("韋小滿", "記者"),),
    "作者：青石老农　提交日期：2025-4-9 10:32:00　访问：1234　回复：56": (("青石老农", "作者"),),
    "Posted on 2025年4月9日 by <a>青石老农</a>": (("青石老农", None),),
    "时间：2025-04-09 10:32:00　作者：韦小满　新闻来源：石桥检察": (("韦小满", "作者"),),
    "文/韦小满　图/蓝志峰　审/黄采薇　发布日期：2025-04-09": (("韦小满", "文"), ("蓝志峰", "图")),
    "2025-04-09　口述：农春　整理：韦小满": (("韦小满", "整理"),),
    "作者：约翰·史密斯　译者：韦小满　2025-04-09": (("约翰·史密斯", "作者"),),
    "主持人：韦小满　嘉宾：蓝志峰　2025-04-09": (),
    "文 ■ 韦小满　2025-04-09": (("韦小满", None),),
    "◎韦小满　2025-04-09": (("韦小满", None),),
    '<p>2025-04-09</p><p><span class="author">石桥日报：2025</span></p>': (),
    "作者：本站 发布时间：2025-04-09": (),
    "2025-04-09 作者：韦小满 来 源：石桥日报": (("韦小满", "作者"),),
    "来源: 穿山镇人民政府 发表于： 2025-04-09 10:32": (),
    '<a href="/member/login">登录个人中心</a></div><div>发布于：2025-04-09 10:32': (),
    "来源：　　作者：　　发布时间：2025-04-09 10:32": (),
}

# Who posted an entry of a forum or a blog, on 7 May 2005 at a quarter past nine: as the stamp, a field or a link says.
POSTERS: dict[str, str] = {
    '<a href="member.php?u=7">青石老农</a></div><div>2005-05-07, 09:15 AM': "青石老农",
    '2005-05-07, 09:15 AM &nbsp; #1</div><div><a href="member.php?u=7">青石老农</a>': "青石老农",
    "posted by 青石老农 @ <a>5/07/2005 09:15:00 AM</a>": "青石老农",
    "by 青石老农 on 2005-05-07 09:15": "青石老农",
    "青石老农 @ 2005-05-07 09:15": "青石老农",
    "发贴人：青石老农　发贴时间：2005-5-7 9:15:00": "青石老农",
    "发帖者: 青石老农 于 2005-05-07 09:15:00": "青石老农",
    "送交者: 青石老农 2005年05月07日09:15:00 于 [石桥论坛]": "青石老农",
    "网友：青石老农　2005-5-7 9:15:00": "青石老农",
    "作者：青石老农 回复日期：2005-5-7 9:15:00": "青石老农",
    "由 青石老農 在 2005-05-07 09:15 發表": "青石老農",
    "作者：青石老農　發表日期：2005-05-07 09:15": "青石老農",
    "作者 青石老農 (oldman) 看板 Shiqiao</div><div>時間 Sat May  7 09:15:00 2005": "青石老農",
    '<span class="author">青石老农</span> <span class="date">2005-05-07 09:15</span>': "青石老农",
    '<a rel="author" href="/author/x">青石老农</a> <span>2005-05-07 09:15</span>': "青石老农",
    "2005年05月07日09:15　石桥日报　韦小满": "韦小满",
    "青石老农 发表于 05-05-07 09:15": "青石老农",
}

FEET: dict[str, str] = {
    "Posted by 青石老农 at May 7, 2005 09:15 AM | <a>Comments (3)</a> | <a>TrackBack</a>": "青石老农",
    "由 青石老农 发表于 May 7, 2005 09:15 AM": "青石老农",
    "青石老农 发表于 2005-5-7 9:15:00 阅读全文(35) | 回复(2) | 引用通告(0) | 编辑": "青石老农",
}

# Where no title and no tag names the site: (what stands above the article, the footer) and what it is called.
NAMELESS: dict[str, tuple[str, str, str | None]] = {
    "rights": ("", "<p>版权所有：石桥县人民政府 地址：石桥县人民路1号 邮编：415000</p>", "石桥县人民政府"),
    "rights behind": (
        "",
        "<p>Copyright &copy; 2003-2012 石桥县教育局 版权所有 All Rights Reserved</p>",
        "石桥县教育局",
    ),
    "years": ("", "<p>Copyright 2011 石桥党建网 All Rights Reserved.</p>", "石桥党建网"),
    "host": ("", "<p>主办：石桥县人民政府办公室 承办：石桥县大数据中心</p>", "石桥县人民政府"),
    "two hosts": ("", "<p>主办单位：中共石桥县委 石桥县人民政府 技术支持：石桥县电信局</p>", "石桥县人民政府"),
    "office": ("", "<p>主办单位：石桥医科大学纪检监察室 版权所有</p>", "石桥医科大学纪检监察室"),
    "banner": ('<a href="/"><img src="logo.png" alt="石桥县人民政府"></a>', "", "石桥县人民政府"),
    "banner of a name": ('<a href="/"><img src="logo.png" alt="石桥阅读"></a>', "", "石桥阅读"),
    "way home": ('<div><a href="/">石桥县水利局</a> &gt; <a href="/gz">工作动态</a></div>', "", "石桥县水利局"),
    "friend": ('<a href="http://www.gov.example/">中央人民政府</a>', "<p>版权所有 石桥县林业局</p>", "石桥县林业局"),
    "all contents": ("", "<p>所有内容为石桥新闻网版权所有，未经授权不得复制转载</p>", "石桥新闻网"),
    "nobody": ("", "<p>技术支持：石桥县电信局 邮编：415000</p>", None),
}
