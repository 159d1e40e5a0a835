"""Bylines as Chinese newspapers and portals print them."""

from __future__ import annotations

import re

from crawler.reading.patterns import pattern
from crawler.reading.people.surnames import has_double_surname, has_surname, is_tibetan
from crawler.reading.values import Author

# 本报记者, 全媒体记者, 特约通讯员, 见习记者 …: what stands before the word belongs to the role.
_PREFIX = (
    r"(?:(?:本报|本刊|本网|本台|本社|我报|日报|晚报|全媒体|融媒体?|融媒体中心|记者站|报社|首席|特约|特派|特邀|见习|实习|"
    r"资深|学生|校园|小|驻[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{1,8}(?:日报|晚报|晨报|早报|时报|商报|报|社|网|台|电视台|新闻|视频|财经|周刊|在线|融媒体中心|融媒体?|客户端)社?)\s?){0,3}"
)
_WRITER = (
    r"(?:摄影记者|文字记者|实习生|[记記]者|通[讯訊][员員]|通信员|评论员|撰稿人?|原?作者|撰文|执笔人?|供稿人?|投稿人?|文字|报道员|信息员|"
    r"文[/／、]?[图圖]|[图圖][/／、]?文|文/摄影|摄影报道|[摄攝]影|整理|文并图|文|[图圖]片?|[摄攝])"
)
_ROLE = pattern(rf"({_PREFIX}{_WRITER})")
# Only what may stand *behind* the names of the person who did it.
_TRAILING = pattern(
    r"(?:[\s/／|:：]*(文[/／、并]?图|文[/／、并]摄|图[/／、]文|摄影报道|图文报道|采写|摄影|报道|供图|供稿|撰文|整理|摄)|[\s/／|:：]+(文|图))"
    r"(?:报道)?(?=[\s、,，;；/／|]|$)"
)
_BARE = pattern(r"文字?|[图圖]片?|[摄攝]影?|整理|文[/／、]?[图圖]|[图圖][/／、]?文|文并图")
_LABEL_GAP = pattern(r"[\s:：/／|]+")
# People and offices that had a hand in the page and did not write it.
_EDITING = pattern(
    r"[\u4e00-\u9fff]{0,6}?(?:责任编辑|责编|编辑|值班编委|编审|校对|审核|审校|复审|终审|初审|[一二三]审|监制|监审|美编|版式|统筹|"
    r"制图|信息来源|来源|稿源|供稿单位|发布单位|主办|承办|热线|电话)(?!部)[:：/／\s]*"
)
_EDITOR = pattern(
    r"(责任编辑|责编|网络编辑|编辑(?!时间|日期|词条|条目|本[页段]))\s*[:：/／丨]?\s*([^:：丨()（）\[\]【】|]{2,30})"
)
# 韦小满（县水利局）: where the writer works.
_WORKS_AT = pattern(
    r"(?<=[\u4e00-\u9fff])\s?[（(][\u4e00-\u9fff]{2,16}(?:[局委办部厅处科院校站所队社网报镇乡村]|中心|政府|公司|大学|学院|中学|小学|办公室|街道)[)）]"
)
# 記者韋小滿／石橋報導: where a paper of Taiwan reports from.
_REPORTED_FROM = pattern(r"[／/╱][\u4e00-\u9fff]{1,10}?(?:[报報][导導道]|[电電])(?=[)）\]】〕]?$)")
# 本报记者 韦小满 北京报道: where a national paper's reporter writes from. Some cities are called as people are.
_WRITTEN_IN = pattern(
    r"(?<=[\u4e00-\u9fff])\s+(?:北京|上海|天津|重庆|广州|深圳|南京|杭州|苏州|宁波|温州|无锡|合肥|福州|厦门|泉州|南昌|济南|青岛|烟台|郑州|洛阳|武汉|长沙|"
    r"南宁|柳州|桂林|海口|三亚|成都|绵阳|贵阳|遵义|昆明|大理|拉萨|西安|兰州|西宁|银川|乌鲁木齐|呼和浩特|沈阳|大连|长春|哈尔滨|石家庄|太原|佛山|东莞|珠海|"
    r"香港|澳门|台北|[\u4e00-\u9fff]{1,5}[省市县州])(?:综合)?报[道导](?=[)）\]】〕]?$)"
)
# What forums print beside a post's stamp: 发表于 2010-5-7 10:11 | 只看该作者 | 只看大图 | 倒序浏览
_BUTTON = pattern(r"只看(?:该作者|楼主|大图)|[倒正]序[浏瀏][览覽]|阅读模式|电梯直达")
_COLONS = (":", "：")
_SPACED = pattern(r"(?<![\u4e00-\u9fff·])([\u4e00-\u9fff]) +([\u4e00-\u9fff]{1,2})(?![\u4e00-\u9fff·])")
# 施 文: behind one character alone 文 is the rest of a name and no role.
_CALLED_WEN = pattern(r"(?<=[\u4e00-\u9fff]{2} )([\u4e00-\u9fff]) +文(?![\u4e00-\u9fff/／:：])")
_LAST_WORD = pattern(r"(?:^|[\s、,，])\S{1,8}$")
_MARKS = "□■◆◇●○◎▲△★☆※▪·•\u3000 \t"
_LONGEST = 200
_NAME = pattern(r"^[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}$|^[\u4e00-\u9fff]{1,8}(?:[·•‧][\u4e00-\u9fff]{1,8}){1,3}$")
# What the names of places and offices end in, and those of people do not: 石桥县 begins with a family name too.
PLACE_ENDS = tuple("省市县縣区區州镇鎮乡鄉村局委办部厅处科股室院校站所队网報报社台园馆")
# A paper and its application, which a reporter writes for: 石桥晚报·掌上石桥.
_HOUSES = pattern(r"(?:[日晚晨早时商都快]报|卫视|电视台|新闻|融媒|客户端|视频)(?:[·•‧]|$)")
# 农技站 韦小满; those who look at the stock market for a paper are named with their house: 石林证券 韦小满.
_OUTSIDE = ("站", "证券", "投资", "期货", "基金", "投顾")
_LATIN_NAME = pattern(r"^[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+)*$")
_OFFICE = pattern(
    r"^[\u4e00-\u9fff]{2,14}(?:局|委|办|办公室|部|厅|处|科|院|校|站|中心|政府|公司|协会|党委|支队|大队|工会|团委|妇联|编辑部|报道组|街道|"
    r"小学|中学|大学|学院|融媒|日报|社)$"
)
# Words that stand in brackets as names do, and begin with what may be a family name or are short enough for one.
_NOT_NAMES = pattern(
    r"本报讯?|发自[\u4e00-\u9fff]{1,8}|本网|报道|通讯|消息|上接|下转|未完|待续|完|记者|作者|单位|供图|资料图?|图片|摄影?|文|图|讯|见习|综合|整理|原标题|"
    r"简介|介绍|专栏|文集|档案|授权|投稿|收藏|分享|打印|推荐|举报|讨论|回复|评论|关闭|返回|佚名|未知|不详|匿名|网络|本站|管理员|近日|日前|如下|编者按?|全文|节选|摘要|试行|草案|暂行|略|附|注|[见如上下左右]图|有限公司|责任编辑"
    r"|[\u4e00-\u9fff]{2,6}(?:[省市县州]|自治区)(?:报道|电)?|[初高][一二三]"
)


def read_byline(text: str) -> tuple[Author, ...]:
    """Return the authors named in *text*, which is a byline and nothing else.

    A role is kept as printed, with what stands before it (本报通讯员); a bare list of names has the role that
    follows it (摄), or None. Sources and editors are no authors: see ``find_editors``.

    >>> [(a.name, a.role) for a in read_byline("通讯员:王海力 吴艺湘")]
    [('王海力', '通讯员'), ('吴艺湘', '通讯员')]
    >>> [(a.name, a.role) for a in read_byline("(肖博 摄)")]
    [('肖博', '摄')]
    >>> read_byline("责任编辑：李明")
    ()
    """
    authors: list[Author] = []
    for role, chunk in _chunks(_inside(text[:_LONGEST])):
        if role is None or not _EDITING.match(role):
            authors.extend(a for a in _named(role, chunk) if a not in authors)
    return tuple(authors)


def find_editors(text: str) -> tuple[Author, ...]:
    """Return the editors printed in *text* (责任编辑, 编辑 …), for pages that name nobody else.

    >>> find_editors("来源：某日报    编辑：苏亮")
    (Author(name='苏亮', role='编辑'),)
    """
    found: list[Author] = []
    text = text[:_LONGEST]
    for match in _EDITOR.finditer(text):
        role, names = match.groups()
        if text[match.end() :].lstrip()[:1] in _COLONS:
            names = _LAST_WORD.sub("", names.rstrip())  # the label of the next field
        found.extend(Author(name, role) for name in _names(_EDITING.split(names)[0], strict=False))
    return tuple(found)


def without_post_buttons(text: str) -> str:
    """Return the stamp *text* of a forum's post without the buttons beside it.

    >>> without_post_buttons("发表于 2010-5-7 10:11|只看该作者|倒序浏览").split("|")
    ['发表于 2010-5-7 10:11', ' ', ' ']
    """
    return _BUTTON.sub(" ", text) if "只看" in text else text


def _inside(text: str) -> str:
    text = _WORKS_AT.sub("", re.sub(r"[\u3000\xa0\t]", " ", without_post_buttons(text)).strip(_MARKS))
    text = _WRITTEN_IN.sub("", _REPORTED_FROM.sub("", text))
    if text[:1] in "(（[【" and text[-1:] in ")）]】":
        text = text[1:-1]
    text = re.sub(r"[()（）\[\]【】]", " ", text).strip(_MARKS + "-—－")
    return _CALLED_WEN.sub(r"\1文", text) if " 文" in text else text


def _chunks(text: str) -> list[tuple[str | None, str]]:
    """Cut *text* before each role, so that every piece is a role and the names under it."""
    opened = [m for m in _ROLE.finditer(text) if _opens_names(text, m)] + list(_EDITING.finditer(text))
    cuts = sorted((m.start(), m.end()) for m in opened)
    pieces: list[tuple[str | None, str]] = [(None, text[: cuts[0][0]] if cuts else text)]
    ends = [start for start, _ in cuts[1:]] + [len(text)]
    for (start, names), end in zip(cuts, ends, strict=False):
        pieces.append((re.sub(r"\s", "", text[start:names]), text[names:end]))
    return pieces


def _opens_names(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if not after.strip(" :：/／|、,，;；"):
        return False  # 「肖博 摄」: the role closes the byline
    if _BARE.fullmatch(match.group(1)):
        return bool(
            re.match(r"\s*[:：/／|]", after) or (after[0] == " " and not _closes(before))
        ) and not before.endswith(("/", "／"))
    return after[0] in " :：/／|、,，;；" or has_surname(after) or bool(_OFFICE.match(after))


def _closes(before: str) -> bool:
    """Return whether a bare 文 or 图 after *before* stands behind a name (张三 文 李四 图)."""
    return bool(re.search(r"(?:^|[\s、;；])[\u4e00-\u9fff]{2,3} ?$", before))


def _named(role: str | None, chunk: str) -> list[Author]:
    chunk = _LABEL_GAP.sub(" ", chunk, count=1) if _LABEL_GAP.match(chunk) else chunk
    authors: list[Author] = []
    start = 0
    for tail in _TRAILING.finditer(chunk):
        names = _names(chunk[start : tail.start()], strict=role is None)
        authors.extend(Author(name, role or tail.group(1) or tail.group(2)) for name in names)
        start = tail.end()
    authors.extend(Author(name, role) for name in _names(chunk[start:], strict=role is None))
    return authors


def _names(text: str, *, strict: bool) -> list[str]:
    """Return the names listed in *text*; *strict* asks for known surnames, where no role vouches for them."""
    text = _SPACED.sub(_joined, text.strip())
    parts = [
        p.strip(" .。:：*")
        for p in re.split(r"[、,，;；/／|&＆\s]+|(?<=[\u4e00-\u9fff]{2})(?:和|与)(?=[\u4e00-\u9fff]{2})", text)
    ]
    if _LATIN_NAME.match(text.strip()):
        parts = [text.strip()]
    names = [p for p in parts if p and not _NOT_NAMES.fullmatch(p) and _is_name(p, strict=strict)]
    return names[1:] if len(names) > 1 and _is_unit(names[0]) and has_surname(names[1]) else names


def _is_unit(name: str) -> bool:
    """Whether *name* is a part of an office or a school, or a broker, set before its member's: 体育组 韦小满."""
    return name.endswith(_OUTSIDE) or (name.endswith(("科", "组", "室", "股")) and not has_surname(name))


def _joined(match: re.Match[str]) -> str:
    """A name whose signs are spaced out, 韦 满 or 韦 小满, as one word."""
    whole = match[1] + match[2]
    return whole if len(match[2]) == 1 or has_surname(whole) else match.group()


def _is_name(part: str, *, strict: bool) -> bool:
    if _OFFICE.match(part) and not (len(part) <= 3 and has_surname(part)):
        return not strict and len(part) > 3
    if "·" in part and _HOUSES.search(part):
        return False
    if is_tibetan(part):
        return True
    if _NAME.match(part):
        short = len(part) <= 3 or has_double_surname(part) or "·" in part
        return not strict or (short and has_surname(part) and not part.endswith(PLACE_ENDS))
    return not strict and bool(_LATIN_NAME.match(part))
