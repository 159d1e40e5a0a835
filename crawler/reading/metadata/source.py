"""Whom a page names as the source of its article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from crawler.reading.body.furniture import is_furniture
from crawler.reading.body.profiles import is_member_field
from crawler.reading.body.prune import is_bare_time, is_metadata_bar
from crawler.reading.body.weights import weigh
from crawler.reading.dates import find_stamp
from crawler.reading.metadata.bars import signed_outlet
from crawler.reading.metadata.index import index_fields
from crawler.reading.metadata.outlets import as_linked, called_source
from crawler.reading.metadata.tags import Tags
from crawler.reading.metadata.unlabelled import is_of_edition, is_signature, read_unlabelled
from crawler.reading.metadata.written import written_lines
from crawler.reading.metadata.zone import Zone
from crawler.reading.page.flow import Line, Page
from crawler.reading.patterns import pattern
from crawler.reading.provinces import PROVINCE

_SOURCE = pattern(
    r"(?<!资料)(?<!数据)(?<!图片)(?<!资金)(?<!能量)(?:来\s*源|來\s*源|来自|出处|转[载贴帖发]?自|摘自|稿\s*源|\bSource)(?:于|自|媒体|单位|部门|(?:微信)?公众号|[（(][^）)]{1,6}[）)])?"
    r"[^\S\n]*(?:(?P<mark>[：:】｜丨]|\|(?!\s*\|))\s*)?(?=[^\S\n]*(?P<value>[^\n]{0,60}))"
)
# Who sent the text in, named in the bar of a page that has no field for its source.
_SENDER = pattern(
    r"(?:(?:供稿|来稿|撰稿|报送|投稿|发布|发文)(?:单位|部门|机构)|(?:發[布佈]|公告|張貼|提供|發文)(?:單位|機關|部門|部门))\s*[：:]\s*([^\n]{0,60})|(?:信息提供|供稿|(?<![\u4e00-\u9fff])发布)(?:者|方|人)?\s*[：:]\s*([^\n]{0,60})"
)
# 石桥发布 is what a county calls its account; 发布 is a label where 时间 or a colon follows, or a blank stands before.
_NEXT = pattern(
    r"\s{1,}(?=\S{0,6}\s?[：:])|\s*(?:https?://|www\.)\S*"
    r"|[\s|｜;；]+[发發][布佈表]|[发發][布佈表](?=\s*[：:]|(?:时间|時間|日期|单位|机构|人(?!民)|者|于|於))"
    r"|(?:信息|更新|录入|上传|添加|刊发|采集)(?=(?:时间|時間|日期|于))"
    r"|(?:发[稿文帖]|公开|加入|上[网线]|创建|撰写|生成|制作|编[写辑]|修改|刊[登载]|提交|张贴|推送|收录)(?=(?:时间|時間|日期)\s*[：:])"
    r"|[\s|｜;；]*(?:时间|日期|浏览|瀏覽|阅读|点击|访问|(?:已|共)?有\s*\d+\s*人参与|作者|记者(?!网|协会|站|之家)|编辑(?!部)|責任|责任|[大中小]?字[号体號體]|我要[评投纠分反打]|打印|分享|责编|供稿|评论(?!网|员)|查看|我来说|参与互动|网友评|举报|关注|订阅|手机看|跟[帖贴])"
    r"|\s+(?:[于於](?=\s)|A[+-])|\s+[∙•·](?=\s)|\s*\+\d"
    r"|(?:19|20)\d\d\s*[-年/.]|[|｜\n\t]|\s{2,}|[（(【\[](?=[^）)】\]]*(?:$|字|ID|微信|打\s?印|关\s?闭|编辑|作者|记者))"
)
# A portal adds where the paper is printed: 石桥商报 (石桥); 人民日报（海外版） is called so.
_CITY = pattern(r"(?<=[报网刊台社])\s*[（(][\u4e00-\u9fff]{2,3}(?<![版级刊网社报部])[)）]$")
_PROVINCE = pattern(rf"(?:^|\s+)(?:IP属地[：:]?\s*)?{PROVINCE}$")
_EDGE = " \u3000[]【】()（）<>《》「」:：,，.。-—|/\"'·•∙・"
# What ends in a colon is the label of an empty field.
_EDGE_BEHIND = _EDGE.replace(":：", "")
_BAD = pattern(
    r"=|https?:|^\d+$|^[\u4e00-\u9fff]{2,4}(?:时间|時間|日期)"
    r"|^(?:发布|时间|日期|作者|编辑|字号|点击|浏览|暂无|null|无|未知|不详)|^(?:文章|信息|稿件|内容)?(?:类型|类别|分类|属性|状态)[：:]"
)
_OFFICE_LABEL = pattern(
    r"^(?:信息)?(?:发[布文]|制发|印发|颁布|公[开布]|制作|公开责任|责任)(?:机[构关]|单位|部门|主体)$|^信息公开单位$|^(?:信息)?来源$"
)
_PAPER = pattern(
    r"([\u4e00-\u9fff]{2,8}?(?:日报|晚报|晨报|早报|时报|商报|农报|教育报|都市报|周报|新报))"
    r"(?:社|(?:数字|电子)[报版]|多媒体|出版|主办|版权所有|\s*[-—_|](?!\d)|$)"
)
# 石桥报社版权所有, 版权所有 石桥报社
_OWNED = pattern(
    r"(?:版权所有[:：\s]*)(?P<name>[\u4e00-\u9fff]{2,8}报)社|^\s*(?P<of>[\u4e00-\u9fff]{2,8}报)社\s*版权所有"
)
# /html/2025-04/09/content_20995.htm, /pc/content/202505/13/content_4528.html, paper.qingshi.cn, /epaper/
_EDITION = pattern(r"/(?:19|20)\d\d-?\d\d/\d\d/(?:content|node|nw)[_.]|//(?:e?paper|szb|dzb)\.|/(?:e?paper|szb|dzb)/")
# A label in a cell or an item of its own, its value in the next.
_LABEL = pattern(r"^\s*(?:信息|文章|稿件|新闻)?来\s*源\s*[：:]?\s*$")
# 我校与某市共建某研究院 is a headline.
_OUTLET = pattern(
    r"^(?!我[省市县区州校院局镇乡村])(?:新华社|新华网|人民网|央视网|央视国际|央广网|光明网|中新[社网]|中国新闻网|中国政府网"
    r"|[\u4e00-\u9fffA-Za-z·]{1,14}(?:日报|晚报|晨报|早报|时报|商报|导报|周报|周刊|月刊|杂志|在线|报社|新闻网|政府网|新华网|人民网|网站|电视台|广播台|融媒体?|"
    r"融媒体中心|新闻中心|客户端|公众号|新华社|通讯社|新闻社|(?<=[\u4e00-\u9fff])[报网]|卫视|电台|频道|办公室|委员会|人民政府|(?<=[\u4e00-\u9fff]{2})(?:局|发布|财经)|"
    r"(?<=[\u4e00-\u9fff]{3})[委办部厅院](?<!怎么办)|(?<=[\u4e00-\u9fff]{2})(?:镇|乡|街道)政府))$"
)
# Behind an outlet on its line: 石桥晚报 记者 韦小满.
_REPORTER = pattern(r"\s+(?:记者|通讯员)\s*[\u4e00-\u9fff、 ]{2,12}$")
# 《青石日报》（2024年04月02日　第02版）, 《 青石日报 》（ 2024年04月02日 第 02 版）
_QUOTED = pattern(r"《\s*([\u4e00-\u9fff]{2,10}[报刊])\s*》\s*[（(]?\s*$")
_OURS = frozenset({"本报", "本刊", "本网", "本台", "本社"})
# Before what may stand beside the date and the outlet: 【大 中 小】, | 0条评论.
_BOXES = pattern(r"[|｜／【\[(（]")
_LONGEST_OFFICE, _LONGEST_STAMP, _MOST_WORDS, _LONGEST_BAR = 40, 90, 4, 120
_LONGEST_OUTLET, _LONGEST_DAY = 14, 24
_TAGS = ("contentsource", "source", "mediaid", "article:source", "og:article:source")
_OWN_LABEL = pattern(r"^(?:信息|文章|稿件)?来源\s*[：:]\s*")
_OFFICE = pattern(
    r"(?:[局委办部厅处科院校站所队台社网报镇乡村]|中心|政府|公司|协会|办公室|街道|社区|支队|大队|联合会|融媒体?)$"
)
_PLACE = pattern(r"([\u4e00-\u9fff]{2,8}?)(?:省|市|县|區|区|自治[州县区]|旗)")


def find_source(zone: Zone, page: Page, tags: Tags, url: str = "") -> str | None:
    """Return whom the page at *url* names as the article's source: printed, in its tags, or as its issuing office."""
    printed, asked = _printed(zone)
    printed = printed or _written(tags) or _sender(zone)
    if printed:
        return printed
    tagged = _tagged(tags) or tags.paper.get("source") or tags.paper.get("papername") or _newspaper(page, tags, url)
    if tagged and not asked and not _is_of_another_place(tagged, page, tags):
        return tagged
    beside = None if asked else _beside_the_date(zone, tags.page_title) or called_source(zone)
    if beside:
        return beside
    fields = [(label, read_source(value) or "") for label, value in index_fields(page) if _OFFICE_LABEL.match(label)]
    sound = [(label, value) for label, value in fields if 2 <= len(value) <= _LONGEST_OFFICE and not _BAD.search(value)]
    # A document reprinted by a portal names both its source and the office that issued it.
    named = min(sound, key=lambda field: not field[0].endswith("来源"), default=(None, None))[1]
    return (read_source(named) or named) if named else None


def _written(tags: Tags) -> str | None:
    """The source that a script of the page writes behind its label."""
    for text in written_lines(tags.scripts):
        match = _SOURCE.search(text)
        if match and match["mark"] and (value := read_source(match["value"])):
            return value
    return None


def _sender(zone: Zone) -> str | None:
    # Below a text such a field is the text's own (报送单位：县水利局), unless the day of publication stands there too.
    fields = zone.tail if any(_is_dated_field(line.text) for line in zone.tail) else ()
    for line in (*zone.head, *fields):
        match = _SENDER.search(line.text) if line.size <= _LONGEST_BAR else None
        value = read_source(match[1] or match[2] or "") if match else None
        # 供稿：韦小满 names a person.
        if match and value and (match[1] or _OFFICE.search(value)):
            return value
    return None


def _is_dated_field(text: str) -> bool:
    return is_metadata_bar(text) and not is_bare_time(text) and find_stamp(text) is not None


def _tagged(tags: Tags) -> str | None:
    for name in _TAGS:
        if name not in tags.metas:
            continue
        value = read_source(_OWN_LABEL.sub("", tags.metas[name]))
        if value:
            return value
    return None


def _beside_the_date(zone: Zone, page_title: str) -> str | None:
    """The outlet named without a label on the line that holds the date: 2024-05-06 10:20 石桥日报.

    A site whose name a column may have as well (石桥新闻) is told by *page_title*, which ends with it.
    """
    for line in zone.head:
        stamp = find_stamp(line.text) if line.size <= _LONGEST_STAMP else None
        if stamp is None:
            continue
        if (bar := read_unlabelled(line.text)) and bar.outlet:
            return bar.outlet
        if (quoted := _QUOTED.search(line.text[: stamp.start])) is not None:
            return quoted[1]
        for rest in (line.text[stamp.end :], line.text[: stamp.start]):
            rest = rest.strip(_EDGE)
            cut = _NEXT.search(rest)
            told = _BOXES.split(rest[: cut.start()] if cut else rest)[0]
            words = [word for word in told.split() if not is_of_edition(word)]
            name = words[0] if words else ""
            known = _OUTLET.match(name) or (name.endswith("新闻") and page_title.endswith(name))
            if len(words) <= _MOST_WORDS and known and not (is_furniture(name) or name in _OURS):
                return name
    return _among_fields(zone)


def _among_fields(zone: Zone) -> str | None:
    """The outlet on a line of its own among the short lines around that of the day: each field in an item or a cell."""
    days = [at for at, line in enumerate(zone.below) if line.size <= _LONGEST_DAY and find_stamp(line.text)]
    for at in days[:1]:
        above = takewhile(_is_field, reversed(zone.below[:at]))
        below = takewhile(_is_field, zone.below[at + 1 :])
        for line in (*above, *below):
            name = _REPORTER.sub("", line.text)
            if _OUTLET.match(name) and not is_furniture(name) and "caption" not in (line.node.get("class") or ""):
                return name
    return None


def _is_field(line: Line) -> bool:
    return line.size <= _LONGEST_OUTLET


def _newspaper(page: Page, tags: Tags, url: str) -> str | None:
    """The paper whose electronic edition the page belongs to; it is the source of its own stories."""
    if not tags.paper and not _EDITION.search(url):
        return None
    for text in (tags.page_title, *(line.text for line in page.lines if line.size < 120)):
        match = _PAPER.search(text) or _OWNED.search(text)
        if match:
            return match[match.lastindex or 1]
    return None


def _printed(zone: Zone) -> tuple[str | None, bool]:
    """The source that the page prints, and whether it prints the label at all."""
    asked = False
    for lines in (zone.head, zone.tail):
        if lines is zone.tail and (named := _unlabelled(zone)):
            return named, True  # where a text was reprinted from again is said below it
        told = (_labelled(line.text) for line in lines if lines is zone.head or is_metadata_bar(line.text))
        text = "\n".join(told)
        text = "\n".join(_without_member(text.split("\n"))) if "来自" in text else text
        for match in _SOURCE.finditer(text):
            if match["mark"] is None and not _opens_line(text, match.start()):
                continue
            if match["mark"] is None and _PROVINCE.match(match["value"].strip(_EDGE)):
                continue
            asked = True
            value = read_source(match["value"])
            if value:
                return as_linked(value, lines), True
        for line, after in pairwise(lines):
            value = read_source(after.text) if _LABEL.match(line.text) else None
            if value:
                return value, True
    if not asked and (named := next(_named_below(zone), None)):
        return named, True
    return None, asked


def _named_below(zone: Zone) -> Iterator[str]:
    """The outlets that bars without labels name below the text."""
    bars = (read_unlabelled(line.text) for line in zone.tail if not is_signature(line.text))
    return (bar.outlet for bar in bars if bar and bar.outlet)


def _labelled(text: str) -> str:
    """The line *text*, in which 资料来源 is a bar's label, and not that of a table's figures."""
    return text.replace("资料来源", "来源") if "资料来源" in text and is_metadata_bar(text) else text


def _without_member(texts: list[str]) -> list[str]:
    """*texts* without what a forum tells of a member, who comes from somewhere too: 注册：2003-11-02, 来自：石桥."""
    fields = [is_member_field(text) for text in ("", *texts, "")]
    return [text for at, text in enumerate(texts, 1) if not (fields[at] and (fields[at - 1] or fields[at + 1]))]


def _unlabelled(zone: Zone) -> str | None:
    """The outlet in a bar without labels right below the headline."""
    for line in zone.below:
        bar = read_unlabelled(line.text)
        if outlet := (bar.outlet if bar else None) or signed_outlet(line.text):
            return outlet
    return None


def read_source(text: str) -> str | None:
    """Return the source that *text*, which stands behind its label, opens with.

    >>> read_source("广西日报 2024-10-17 08:03"), read_source("发布日期：2024-07-05")
    ('广西日报', None)
    """
    text = _closed(text.lstrip(_EDGE).rstrip(_EDGE_BEHIND))
    cut = _NEXT.search(text)
    value = _PROVINCE.sub("", (text[: cut.start()] if cut else text).strip(_EDGE)).strip(_EDGE)
    value = _CITY.sub("", _closed(value))
    while " " in value and is_furniture(value.rsplit(" ", 1)[1]):
        value = value.rsplit(" ", 1)[0].strip(_EDGE)
    value = _closed(value)
    if not 2 <= len(value) <= 30 or _BAD.search(value) or is_furniture(value) or "。" in value:
        return None
    return value


def _closed(value: str) -> str:
    """The *value* with the closing bracket that was taken for its edge."""
    for opening, closing in ("《》", "（）", "()"):
        value += closing if value.count(opening) > value.count(closing) else ""
    return value


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "\n |｜\t"


def _is_of_another_place(source: str, page: Page, tags: Tags) -> bool:
    """A government's name that the page mentions nowhere came with a copied template."""
    if "政府" not in source:
        return False
    place = _PLACE.search(source)
    if place is None:
        return False
    where = tags.page_title + tags.metas.get("sitename", "")
    return place[1] not in where and not any(place[1] in line.text for line in page.lines if weigh(line) > 0)
