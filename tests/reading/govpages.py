"""Whole pages of county sites, composed at random, with what is to be read in them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from tests.reading import govfurniture, govprint
from tests.reading.govarticles import KINDS, Article, Block
from tests.reading.govdamage import damaged, encoded
from tests.reading.govtwists import TWISTS, Parts
from tests.reading.govwords import Words, iso

# Names for: what holds all, the headline, the bar, the body.
_SYSTEMS: dict[str, tuple[str, str, str, str]] = {
    "trs": ("article", "tit", "xx_con", "TRS_Editor"),
    "trs-new": ("content-wrap", "article-title", "article-inf", "trs_editor_view TRS_UEDITOR"),
    "ucap": ("con_left", "article-title", "article-info", "article-content"),
    "hanweb": ("main-fl", "title", "xxly", "bt_content"),
    "nfcms": ("zw", "zw-title", "zw-info", "article-content"),
    "lonsun": ("wzbox", "newstitle", "newsinfo", "j-fontContent newscontent"),
    "epoint": ("ewb-main", "article-title", "article-sources", "article-content"),
    "vsb": ("main", "bt", "sj", "v_news_content"),
    "jpage": ("neirong", "biaoti", "laiyuan", "zhengwen"),
    "kaipu": ("detail", "detail-tit", "detail-sub", "detail-con"),
    "taiji": ("xl_box", "xl_tit", "xl_ly", "xl_con"),
    "asp": ("STYLE1", "style2", "STYLE3", "unnamed1"),
    "net": ("ctl00_main", "lblTitle", "lblInfo", "lblContent"),
    "none": ("", "", "", ""),
    "random": ("q7", "zk3", "m_9", "r15"),
}
_FILE_ENDS = ("doc", "xls", "pdf", "docx", "wps", "rar")


@dataclass
class Page:
    """A page as served, and its gold; *authors* None where it is not asked; *free* may be read or not."""

    body: bytes = b""
    url: str = "http://www.shiqiao.gov.cn/info/1008/2351.html"
    title: str = ""
    kicker: str | None = None
    subtitle: str | None = None
    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] | None = None
    column: str | None = None
    site: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    attachments: list[tuple[str, str]] = field(default_factory=list)
    free: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    features: dict[str, str] = field(default_factory=dict)


def compose(seed: int) -> Page:
    """Return the page of *seed*."""
    words = Words(random.Random(seed))
    kind = words.rng.choice(sorted(KINDS))
    system = words.rng.choice(sorted(_SYSTEMS))
    page = Page(features={"kind": kind, "system": system})
    article = KINDS[kind](words)
    page.title = article.title
    keeper = words.government
    page.site = keeper
    head = _head(words, page, keeper)
    crumb = _trail(words, page)
    title = _headline(words, page, system)
    above = _metadata(words, page, article)
    body = _body(words, page, article, system)
    below = govfurniture.below(words, page.absent)
    parts = Parts(head, crumb, title, above, body, below, page.title, keeper, page.published, page.source)
    page.features["twist"] = twist = words.rng.choice(["", "", *sorted(TWISTS)])
    if twist and not page.features.get("deck"):
        TWISTS[twist](words, parts)
        page.published, page.source = parts.published, parts.source
        page.authors = None if twist == "tags_alone" else page.authors
    whole = _framed(words, page, system, parts)
    markup = f"{parts.head}<body>{whole}{govfurniture.foot(words, keeper, page.absent)}</body></html>"
    page.features["damage"], markup = damaged(words, markup, page.url)
    page.features["charset"], page.body = encoded(words, markup)
    return page


def _head(words: Words, page: Page, keeper: str) -> str:
    site = words.pick(keeper, f"{keeper}门户网站", keeper)
    page.features["title tag"] = form = words.pick(
        "title_site", "title-site", "title only", "site", "title_column_site", "reversed"
    )
    column = words.column()
    told = {
        "title_site": f"{page.title}_{site}", "title-site": f"{page.title} - {site}", "title only": page.title, "site": site,
        "title_column_site": f"{page.title}_{column}_{site}", "reversed": f"{site}-{column}-{page.title}"}[form]  # fmt: skip
    metas = ""
    if words.chance(0.4):
        page.features["metas"] = "yes"
        metas = f'<meta name="SiteName" content="{site}"><meta name="SiteIDCode" content="4307230001"><meta name="ColumnType" content="x"><meta name="Author" content=""><meta name="keywords" content="{page.title}">'
        if words.chance(0.6):
            metas += f'<meta name="ArticleTitle" content="{page.title}">'
    old = words.chance(0.5)
    doctype = (
        words.pick("", '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x">')
        if old
        else "<!DOCTYPE html>"
    )
    style = "<style>.TRS_Editor P{margin:0}body{font-size:12px}</style><script>var x='<div>正文</div>';function f(){return 1}</script>"
    return f"{doctype}<html><head><!--charset--><title>{told}</title>{metas}{style}</head>"


def _trail(words: Words, page: Page) -> str:
    page.column = words.column()
    steps = [
        words.pick("首页", "网站首页"),
        *dict.fromkeys([words.parent() for _ in range(words.rng.randint(0, 2))]),
        page.column,
    ]
    return govprint.trail(words, steps)


def _headline(words: Words, page: Page, system: str) -> str:
    name = _SYSTEMS[system][1]
    page.features["headline"] = form = words.pick(
        "h1", "h1", "h2", "h3", "div", "td", "p", "ucaptitle", "br", "two", "centre"
    )
    told = page.title
    if form in ("br", "two") and len(told) > 14:
        at = told.find("关于") if told.find("关于") > 3 else len(told) // 2
        if form == "br":
            told = f"<h1>{told[:at]}<br>{told[at:]}</h1>"
        else:
            told = f'<p class="{name or "title"}">{told[:at]}</p><p class="{name or "title"}">{told[at:]}</p>'
    else:
        told = {
            "div": f'<div class="{name}" style="font-size:24px;font-weight:bold">{told}</div>', "td": f'<table width=100%><tr><td align=center class="{name}"><strong>{told}</strong></td></tr></table>',
            "p": f'<p align=center><font size="5"><b>{told}</b></font></p>', "ucaptitle": f'<h1 class="article-title"><ucaptitle>{told}</ucaptitle></h1>',
            "centre": f"<center><b>{told}</b></center>"}.get(form, f'<{form if form[0] == "h" else "h1"} class="{name}">{told}</{form if form[0] == "h" else "h1"}>')  # fmt: skip
    if words.chance(0.1):
        page.features["deck"] = deck = words.pick(
            "subtitle h", "subtitle dash", "subtitle named", "kicker h", "kicker named"
        )
        text = words.fill("{thing}{deed}走在前列")
        if deck.startswith("sub"):
            page.subtitle = f"——{text}" if deck.endswith("dash") else text
            tag = {"subtitle h": "h4", "subtitle dash": "p", "subtitle named": 'p class="subtitle"'}[deck]
            return f"{told}<{tag}>{page.subtitle}</{tag.split()[0]}>"
        page.kicker = text
        tag = "h4" if deck == "kicker h" else 'p class="yinti"'
        return f"<{tag}>{text}</{tag.split()[0]}>{told}"
    return told


def _metadata(words: Words, page: Page, article: Article) -> str:
    """The bar, the index, both, or none."""
    day = words.day()
    printed, published = govprint.stamp(words, day)
    page.features["meta form"] = form = words.pick("bar", "bar", "bar", "index", "both", "none")
    page.features["stamp"] = re.sub(r"\d", "0", printed)
    parts = []
    if form in ("index", "both"):
        office = words.office()
        fields = [
            ("索引号", f"43072300{words.rng.randint(1, 9)}/{day[0]}-{words.rng.randint(10000, 99999)}"),
            ("主题分类", words.column()),
            ("发布机构", office),
        ]
        fields += [("文号", article.number or "无")] if words.chance(0.6) else []
        fields += [("成文日期", iso(words.day()))] if words.chance(0.5) else []
        fields += [("发布日期", iso(day)), ("名称", page.title)]
        fields += [("有效性", "有效")] if words.chance(0.5) else []
        page.published, page.source = iso(day), office
        parts.append(govprint.index(words, fields))
        page.absent += [fields[0][1], "索引号"]
    if form in ("bar", "both"):
        parts.append(_bar(words, page, printed, published))
    return "".join(parts)


def _bar(words: Words, page: Page, printed: str, published: str) -> str:
    dated = words.pick("发布时间：", "发布日期：", "时间：", "日期：", "发布时间: ", "信息时间：", "")
    fields = [f"{dated}{printed}"]
    page.published = published
    if words.chance(0.75):
        page.source = words.pick(
            words.paper(), words.office(), f"{words.place}政府办", words.government, "本站原创", "新华社"
        )
        label = words.pick(
            "来源：", "信息来源：", "文章来源：", "来源: ", "稿源：", "【来源】：" if False else "来源："
        )
        fields.insert(words.rng.randint(0, 1), f"{label}{page.source}")
    if words.chance(0.3):
        writer = words.person()
        page.authors = (writer,)
        fields.insert(words.rng.randint(0, len(fields)), f"作者：{writer}")
    if words.chance(0.6):
        fields.append(
            words.pick(
                "浏览次数：<span id=hits></span>次",
                f"点击数：{words.rng.randint(1, 999)}",
                "阅读：<script>hits()</script>",
                f"访问量：[{words.rng.randint(1, 99)}]",
                "浏览量：-",
            )
        )
    page.absent += [field for field in fields if "浏览" in field and "<" not in field]
    return govprint.bar(words, fields, govfurniture.tools(words, page.absent))


def _body(words: Words, page: Page, article: Article, system: str) -> str:
    page.features["form"] = form = words.rng.choice(govprint.FORMS)
    for block in article.blocks:
        if block.kind == "table":
            page.paragraphs += ["\t".join(row) for row in block.rows]
        elif block.kind == "image" and block.text:
            page.captions.append(re.sub(r"^▲|（\w+摄）$|(?<=。)\w+ 摄$", "", block.text))
            page.free.append(block.text)
        elif block.text:
            page.paragraphs.append(block.text)
            if block.kind == "centre":
                page.free.append(block.text)
    told = govprint.blocks(words, article.blocks, form)
    if article.number and words.chance(0.3):
        page.features["title again"] = "yes"
        told = govprint.blocks(words, [Block("centre", page.title)], form) + told
        page.free.append(page.title)
    files = (
        _files(words, page)
        if page.features["kind"] in ("decision", "names", "tender", "short_notice", "consultation", "nothing")
        else ""
    )
    inside = words.chance(0.5)
    name = _SYSTEMS[system][3]
    mark = words.pick("div", "div", "td", "span id=zoom", "comment")
    page.features["body mark"] = mark
    told += files if inside else ""
    told = {
        "td": f'<table><tr><td class="{name}">{told}</td></tr></table>', "span id=zoom": f'<div id="zoom">{told}</div>',
        "comment": f"<div><!-- 正文s -->{told}<!-- 正文e --></div>"}.get(mark, f'<div class="{name}"><div>{told}</div></div>')  # fmt: skip
    return told + ("" if inside else files)


def _files(words: Words, page: Page) -> str:
    if words.chance(0.4):
        return ""
    made = []
    for number in range(1, words.rng.randint(2, 4)):
        end = words.rng.choice(_FILE_ENDS)
        title = words.fill("{thing}{deed}登记表") + words.pick(f".{end}", "", f".{end}")
        address = words.pick(
            f"/upload/file/{words.rng.randint(1, 9999)}.{end}",
            f"./P0{words.rng.randint(1000, 9999)}.{end}",
            f"/module/download/downfile.jsp?classid=0&filename={words.rng.randint(1, 9999)}.{end}",
        )
        made.append((title, address))
        page.free += [f"附件{number}：", title]
    page.free += ["附件：", "附件下载", "相关附件：", "附件【", "】已下载"]
    page.attachments = [(title, urljoin(page.url, address)) for title, address in made]
    page.features["files"] = "yes"
    return govprint.files(words, made)


def _framed(words: Words, page: Page, system: str, parts: Parts) -> str:
    page.features["frame"] = form = words.pick(
        "div", "div side before", "div side after", "tables", "tables side", "nested"
    )
    top = govfurniture.top(words, page.absent)
    side = govfurniture.side(words, page.absent) if "side" in form else ""
    main = _SYSTEMS[system][0]
    page.features["index place"] = place = words.pick("above title", "below title")
    title, above, crumb, body, below = parts.heading, parts.above, parts.crumb, parts.body, parts.below
    first = above + title if place == "above title" and page.features["meta form"] == "index" else title + above
    copy = _copy(words, page, body)
    if form.startswith("div"):
        middle = f'<div class="{main}">{crumb}<div>{first}</div>{body}{below}</div>{copy}'
        parts = [side, middle] if form.endswith("before") else [middle, side]
        return f'<div class="header">{top}</div><div class="wrap">{"".join(f"<div>{part}</div>" for part in parts if part)}</div>'
    inner = f"<table width=100%><tr><td>{crumb}</td></tr><tr><td align=center>{title}</td></tr><tr><td>{above}</td></tr><tr><td>{body}</td></tr><tr><td>{below}</td></tr></table>"
    if form == "nested":
        inner = f"<table><tr><td><table><tr><td><table width=98%><tr><td>{inner}</td></tr></table></td></tr></table></td></tr></table>"
    cells = f"<td width=210 valign=top>{side}</td><td valign=top>{inner}</td>" if side else f"<td>{inner}</td>"
    return f"<table width=1000><tr><td>{top}</td></tr></table><table width=1000 align=center><tr>{cells}</tr></table>{copy}"


def _copy(words: Words, page: Page, body: str) -> str:
    """A second copy of the body that no reader sees, or that only telephones show."""
    page.features["copy"] = form = words.pick("no", "no", "no", "no", "hidden", "textarea", "print")
    plain = re.sub(r"<(style|script).*?</\1>|<[^>]+>", "", body, flags=re.S)
    if form == "hidden":
        return f'<div style="display:none" id="readhtml">{plain}</div>'
    if form == "textarea":
        return f"<textarea style='display:none'>{plain}</textarea>"
    return f'<div id="print_area" style="display: none;"><h1>{page.title}</h1>{body}</div>' if form == "print" else ""
