"""Lines that stand inside or around an article's container and are not the article."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.body.furniture import BUTTON
from crawler.reading.patterns import pattern
from crawler.reading.provinces import PROVINCE

_RIGHTS = pattern(
    r"版[权權]所有|ICP[备備]|公网安[备備]|网站标识码|(?i:copyright|all\srights?\sreserved)|广告(?:热线|经营许可)|[本此]页面?(?:的)?最[后後]修[订訂改]|知识共享署名|转载申请|禁止商业转载|^©|©\s*(?:19|20)\d\d|©.{0,16}(?:网站?|公司|Inc\b)|(?i:webmaster@)|ICP证|视听(?:节目)?许可证"
    r"|^[\u4e00-\u9fff]{3,20}[会校院社站网司]\s+(?:设计)?制作$"
)
# A footer names its keepers, and so does a notice: where to report, who is host, where to write.
_KEEPERS = pattern(
    r"技术支持\s*[：:]|^\s*(?:主办|承办)(?:单位)?\s*[：:].*(?:政府|局|委|办)|"
    r"^\s*主[管办][：:].*主[管办][：:]|^[\u4e00-\u9fff]{2,20}(?:政府|办公室|委员会|[局厅])\s?主办(?=\s|$)|举报(?:电话|邮箱)|(?:许可证|经营许可)(?:编)?号(?!\t|$)|(?:服务|节目|经营|出版)许可证\s*[：:]\s*[\dA-Z]|不良信息|邮编\s*[：:]\s*\d{6}|"
    r"^\W*(?:投稿|爆料|来稿|新闻)(?:邮箱|信箱|热线|电话|QQ)\s*[：:]|"
    r"^[\u4e00-\u9fff]{3,20}(?:政府|办公室|委员会|[局厅])\s+(?:地址|电话)\s*[：:]"
)
_DATE = pattern(r"(?:19|20)\d\d\s*[-/.年．]\s*\d{1,2}\s*[-/.月．]\s*\d{1,2}\s*日?|\d{1,2}/\d{1,2}/(?:19|20)\d\d")
# As only some pages write a day: by the calendar of Taiwan, with two digits for the year, in words, as C and Java do.
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_RARE_DATE = pattern(
    r"(?:(?:中[華华])?民[國国]\s*\d{1,3}|(?<!\d)1[01]\d)\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|"
    r"(?<![\d.-])(?:1[01]\d|\d\d)([-/.])(?:1[0-2]|0[1-9])\1(?:3[01]|[12]\d|0[1-9])(?![\d.-])|"
    r"(?<!\d)[09]\d年(?:1[0-2]|0?[1-9])月(?:3[01]|[12]\d|0?[1-9])日|"
    r"(?:十[一二]?|[一二三四五六七八九]|\d{1,2})月\s+\d{1,2}(?:st|nd|rd|th)?,\s*(?:19|20)\d\d|"
    r"(?<!\d)20\d\d(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?!\d)|"
    r"(?:[一二][〇○零一二三四五六七八九]{3}|(?:中[華华])?民[國国][一二三四五六七八九十百零〇○]{1,6})年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿]{1,3}日|"
    rf"(?:\b[A-Z][a-z]{{2}},?\s+)?\b{_MONTH}\s+\d{{1,2}}(?:,|\s)\s*(?:\d\d:\d\d:\d\d\s+(?:[A-Z]{{3}}\s+)?)?(?:19|20)\d\d\b|"
    rf"\b\d{{1,2}}\s+{_MONTH},?\s+(?:19|20)\d\d\b"
)
# Without one of these no line has such a day, or digits as wide as Chinese signs. All begin with one set of signs, so
# that a line is passed over fast.
_RARE_HINT = pattern(
    r"[0-9０-９民一二](?:(?<=[０-９])|[國国]|[〇○零一二三四五六七八九]{3}年|[0-9][-/.][0-9]{2}[-/.][0-9]|[01][0-9]\s?年|(?:(?<=[^0-9][09])|(?<=^[09]))[0-9]年|[0-9]{7}|"
    r",?\s+(?:[0-9]{2}:|(?:19|20)[0-9]{2}|[A-Z][a-z]))"
)
_NARROW = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_CLOCK = pattern(
    r"\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?\s*(?:[AP]M)?|\d{1,2}[时點点]\d{1,2}分(?:\d{1,2}秒)?", re.I
)
_OUTLET = (
    r"[\u4e00-\u9fff]{2,14}(?:[报网社台刊局办委厅处]|周刊|政府|办公室|中心|新闻|在线|供稿)"
    r"(?:\s*(?:供稿|记者\s*[\u4e00-\u9fff]{2,4}))?"
)
_FIELD = pattern(
    r"(?<!资料)(?<!数据)(?<!图片)(?<!资金)(?:信息|文章|稿件|新[闻聞]|内容|文字|消息|稿)?(?:来|來)\s*[源自][于於]?\s*[：:】]\s*[\[【]?\s*(?!(?:发布|日期|时间|作者|浏览|阅读))[^\s|｜\]】]{0,24}"
    r"|(?:出处|转[载贴帖发]?自|摘自|发布(?:单位|机构|者|人(?!\s*[：:]\s*\S{2,20}(?:主任|[局县市区院处科部]长|书记)\s))|信息提供|上[传傳][者人]|稿\s*源)\s*[：:]\s*[^\s|｜\]】]{0,24}"
    r"|(?:(?:[供来撰投发]稿|报送|来源)(?:单位|部门|机构)|(?:發[布佈]|公告|張貼|提供|發文)?(?:單位|機關))\s*[：:]\s*[^\s|｜\]】]{0,24}"
    rf"|^\W*转载自\s*{_OUTLET}\W*$|(?:(?:来自|发布于)\s*{PROVINCE}|IP\s*属地\s*[：:]?\s*[\u4e00-\u9fff]{{2,4}})(?=\W|$)"
    r"|(?:[发發][布佈]|录入|上传|添加)\s*[：:]\s*[A-Za-z]\w{1,11}(?!\w)"
    r"|(?:时间发布|[发發][布佈表文]|公[开開布]|上[传网]|更新|修改|录入|加入(?=时间|日期)|[创創]建|生成|添加|出版|刊发)\s*(?:时间|時間|日期|日)?\s*"
    r"(?:[：:于於]|(?=\d|\W|$))"
    r"|(?:(?<![\u4e00-\u9fff])|信息|[发成][稿帖文]|撰写|编辑|加入|上线|提问|刊[登载])(?:时间|時間|日期)\s*[：:]"
    r"|(?:总|今日)?(?:[浏瀏]览|阅读|閱讀|点击|點擊|访问|查看|人气|热度)(?:次[数數]|量|[数數]|[率人]次?)?\s*"
    r"(?:[：:]\s*[-\d]*\s*次?|-?\d+\s*次?|(?=\W|$))"
    r"|由\s?[^\s，。：]{2,16}\s?(?:发[表布]|撰写)|(?:張貼|张贴)(?:日期|[时時][间間]|[者人])?\s*[：:]?|(?i:Posted\s+by\s*[：:]?\s*\S{1,20}\s+(?:(?:at|on)\b|@))|所属分类\s*[：:]\s*\S{0,12}"
)
# What else a system prints among the fields of a bar, each as short.
_ANY_FIELD = pattern(r"(?<![^\s|｜])[\u4e00-\u9fff]{2,5}\s?[：:]\s?[^\s|｜：:。，]{0,14}(?=[\s|｜]|$)")
# A field of the article's own kind, alone on its line: 经费来源：财政拨款, 采购公告发布日期：2024年4月20日.
_OWN_FIELD = pattern(
    r"^[\s（(【]*[一-龥]{1,10}(?<!信息)(?<!文章)(?<!稿件)(?<!新闻)(?<!新聞)(?<!内容)(?<!文字)(?<!消息)(?<!最后)(?<!最近)(?<!最後)(?<!本文)(?<!页面)(?<!网页)"
    r"(?<!资讯)(?<!首次)(?<!帖子)(?<!网站)(?<!本站)(?<!本网)(?<!稿)(?<!时间)(?:来源|[发公][布开表]|更新|修改)(?:日期|时间)?\s*[：:][^：:]*$"
)
# How far a document is open to the public is its own last line: （此件公开发布）.
_OPENNESS = pattern(r"^[\s（(]*(?:[此本]件|公开(?:方式|属性|形式|类别|选项|类型)|信息公开(?:选项|属性|方式))")
# Without one of these no line has a field; each begins with a sign of its own, so that prose is passed over fast.
_FIELD_HINT = pattern(
    r"[来來](?:\s*[源自][于於]?\s*(?:[：:】]|单位|部门)|稿[单部机])|[出转摘][处自]\s*[：:]|转载自|稿\s*源\s*[：:]|[供撰]稿[单部机]|"
    r"[发發][布佈表文稿帖]|(?:撰写|编辑|加入|信息|上线|成[稿文]|刊[登载])[时日]|信息提供|公[开開布]|上[传傳网]|更新|修改|录入|[创創]建|生成|添加|出版|刊发|"
    r"[时時][间間]\s*[：:]|日期\s*[：:]|[浏瀏]览|[阅閱][读讀]|[点點][击擊]|访问|查看|人气|热度|[张張][贴貼]|所属分类|(?i:Posted)"
)
# No bar has as many buttons.
_MOST_BUTTONS = 80
_LONGEST_SIGNED, _CLAUSE = 60, 40
_PERSON = pattern(
    r"(?:(?:文章|信息|稿件)?作者|提问者|回答者|记者|編輯|编辑|责任编辑|责编|审[核校稿]|校对|编审|供稿|通讯员|撰稿|选稿|录入|初审|复审|终审|一审|二审|三审|值班编辑|监制|签发)\s*[：:]\s*[^\s|｜:：]{0,12}"
)
# Who wrote or pictured what, or where it was found, beside a day.
_TAKER = pattern(
    r"资料来源\s*[：:]\s*[^\s|｜\]】]{2,24}|(?:(?<![\u4e00-\u9fff])[文图圖]|撰文|摄影|攝影|文字|图片|信息员|(?:供|撰|投)稿人?|口述|整理)\s*[：:/]\s*(?!\d)[\u4e00-\u9fff·、]{2,12}"
)
# Where a reprint stood: 柳州日报 2024-11-02 01版.
_PRINTED = pattern(
    r"^[\u4e00-\u9fff]{2,10}[报刊]\s*(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s*第?\s*[0-9A-Z]{1,3}\s*版?$"
    r"|^(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s*(?:星期[一二三四五六日]\s*)?"
    r"第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,2})\s*版(?:\s*[:：·]\s*\S{1,8})?$"
)
# The page of a paper behind the date: 石桥日报 2024-11-02 第01版：要闻.
_BOARD = pattern(r"第?\s*[A-Z]?\d{1,3}\s*版\s*(?:[：:|·]\s*\S{1,8})?(?=\s|$)")
_SENTENCE = pattern(r"[。？！?!，；]")
_EDITING = pattern(
    r"^[\s\W]*(?:信息|网站|网络|值班|责任|本期|文字)?(?:编辑|責任編輯|編輯|责编|审[核校稿]|校对|编审|录入|[初复终一二三]审|监制|签发|发布)(?:人|员)?\s*[：:]"
)
_WRITING = pattern(r"(?:记者|记\s*者|作者|撰稿|供稿|通讯员|撰文)\s*[：:]")
# A heading of a text: 二、依申请公开.
_NUMBERED = pattern(r"[一二三四五六七八九十]{1,2}、")
# What an office says when and in what words: 县气象台2023年7月12日15时20分发布暴雨橙色预警信号：.
_ANNOUNCES = pattern(r"(?:发布|通报|公告|宣布|决定|发出).*[\u4e00-\u9fff]{4}[：:]$")
# VSB's list of files: 附件【名单.doc】已下载12次.
_DOWNLOADED = pattern(r"^[\s·•]*附件\s*\d*\s*[【\[(（].{1,120}[】\])）]\s*已下载\s*\d*\s*次\s*$")
_MAIL = pattern(
    r"^(?:From|To|Cc|Date|Sent|Subject|Reply-To|Newsgroups|Organization|Message-ID|发件人|寄件者|收件者|(?:收件人|抄送)(?=.*[@＠]))\s*[：:]"
)
_MAIL_SIGNS, _LONGEST_HEAD = frozenset("FTCDSRNOM发收抄寄"), 160
_RULE = pattern(r"^\s*(?:[*＊=＝_#＃~～+＋.-]\s*){3,}(?:分隔线[-\s]*)?$|^([◇◆☆★※])\1[^。，]{2,100}\1\1$")
# A rule drawn at the end of a line, above a member's signature.
DRAWN = "_" * 8
_KEYWORDS = pattern(r"^\s*[【\[]?(?:本文)?(?:关键[词字]|關鍵[詞字])[】\]]?\s*[：:].{0,80}$")
# What only a bar beside an article says; a day and an hour alone may be when a meeting is held.
_TELLING_FIELD = pattern(
    r"[来來]\s*[源自][于於]?\s*[：:]|来源(?:单位|部门)|(?:出处|转自|摘自)\s*[：:]|转载自|稿\s*源\s*[：:]|[供来撰发]稿(?:单位|部门|机构)|[发發][布佈表文]|上[传網网]|更新|录入|刊发|[浏瀏]览|[阅閱][读讀]|[点點][击擊]|访问|人气|"
    r"[张張][贴貼]|字[号號体體]|打印|(?i:posted)"
)
_SIZES = pattern(r"字[号體体][：:\s]|[大T][\s|]+中?[\s|]*[小T](?=\W|$)")
# The day is put as @ before.
_DATED_OUTLET = pattern(rf"^(?:{_OUTLET})?\s*[|｜(（\[【]?@[)）\]】]?\s*[|｜]?\s*(?:{_OUTLET})?$")
_MARKS = pattern(r"[\W_]+")
_SITE = pattern(
    r"(?:https?://)?(?:www\.|[a-z0-9-]+\.)[a-z0-9.-]+\.[a-z]{2,4}\S*|\S{2,14}(?:门户网站?|新闻网|政府网|官网|网)(?=[\s|｜]|$)",
    re.I,
)


def is_metadata_bar(text: str) -> bool:
    """Say whether the line *text* is nothing but source, date, counter and the like.

    A line that only names people is none: it is a byline.

    >>> is_metadata_bar("湘江新闻网 www.xj.example 发布时间：2024-09-30 09:24 【字体：大 中 小】")
    True
    >>> is_metadata_bar("责任编辑：李明"), is_metadata_bar("2025年3月12日")
    (False, False)
    """
    return len(text) <= 220 and _is_metadata_bar(text)


@lru_cache(maxsize=4096)
def _is_metadata_bar(text: str) -> bool:
    if _PRINTED.match(text):
        return True
    if "、" in text[:3] and _NUMBERED.match(text):
        return False
    if "。" in text[:-2] or (len(text) > _CLAUSE and text.endswith("。")):
        return False  # a sentence, and something after it, or one longer than a slip of the pen behind a bar
    text, rare = _narrowed(text)
    day = bool(_DATE.search(text) or (rare and _RARE_DATE.search(text)))
    # A bar may say nothing but where from, when, and how large: [县发改局] 2016-04-01 字号：大 小.
    sized = day and bool(_SIZES.search(text))
    dated = sized or (day and bool(_CLOCK.search(text) or _PERSON.search(text) or _TAKER.search(text)))
    if _is_signed_button(text):
        return True
    if not dated and not (_FIELD_HINT.search(text) and _FIELD.search(text)):
        return False
    if not dated and (_OPENNESS.match(text) or _OWN_FIELD.match(text)):
        return False
    rest = _RARE_DATE.sub(" ", _DATE.sub(" ", text)) if rare else _DATE.sub(" ", text)
    rest = _PERSON.sub(" ", _FIELD.sub(" ", _CLOCK.sub(" ", rest)))
    rest = _SITE.sub(" ", _BOARD.sub(" ", _TAKER.sub(" ", rest) if day else rest))
    if count_letters(rest) > _MOST_BUTTONS:
        return False
    rest = BUTTON.sub(" ", rest)
    words = count_letters(rest)
    if words <= max(4, len(text) // 8):
        return True
    if day and len(_FIELD.findall(text)) > 1 and count_letters(_ANY_FIELD.sub(" ", rest)) <= 4:
        return True  # 发布时间：… 征集部门：… 状态：已结束 阅读：402次
    # A forum's or a blog's stamp: who, when; the name of a site before 作者.
    told = sized or bool(_CLOCK.search(text) or _PERSON.search(text))
    return words <= 14 and len(text) < 70 and day and told and "。" not in text and not _ANNOUNCES.search(text)


def _narrowed(text: str) -> tuple[str, bool]:
    """Return *text* with narrow digits, and whether it may name a day as only some pages write it."""
    return (text.translate(_NARROW), True) if _RARE_HINT.search(text) else (text, False)


def _is_signed_button(text: str) -> bool:
    """Whether buttons and a name are all there is: 【我要纠错】 责任编辑：韦小满."""
    if len(text) > _LONGEST_SIGNED or not _PERSON.search(text) or not BUTTON.search(text):
        return False
    words = [word for word in _PERSON.sub(" ", text).split() if count_letters(word)]
    others = [word for word in words if count_letters(BUTTON.sub(" ", word))]  # 牙小春 holds a button, and is none
    return len(others) < len(words) and count_letters("".join(others)) <= 2


def count_letters(text: str) -> int:
    """Return how many letters and digits *text* holds.

    >>> count_letters("【打印】 2024_5")
    7
    """
    return len(_MARKS.sub("", text))


def is_bare_time(text: str) -> bool:
    """Say whether the line *text*, a metadata bar, names no more than a day, an hour and a few words.

    >>> is_bare_time("开标时间：2024年5月28日9:30"), is_bare_time("发布时间：2024年5月28日9:30")
    (True, False)
    """
    text, rare = _narrowed(text)
    day = _DATE.search(text) or _CLOCK.search(text) or (rare and _RARE_DATE.search(text))
    return bool(day) and not _TELLING_FIELD.search(text)


def is_dated_outlet(text: str) -> bool:
    """Say whether the line *text* is a day and the name of a paper or an office, as older pages print it.

    >>> is_dated_outlet("2004-5-7　石桥县水利局供稿"), is_dated_outlet("2004年5月7日，石桥县水利局开会。")
    (True, False)
    """
    if len(text) > 50:
        return False
    text, rare = _narrowed(text.strip())
    rest = _DATE.sub("@", text, count=1)
    if rest == text:
        rest = _RARE_DATE.sub("@", text, count=1) if rare else text
        if rest == text:
            return False
    return bool(_DATED_OUTLET.match(_CLOCK.sub("", rest).strip()))


def is_rule(text: str) -> bool:
    """Say whether the line *text* is a rule made of signs.

    >>> is_rule("＊＊＊＊＊＊"), is_rule("……")
    (True, False)
    """
    return len(text) <= 200 and bool(_RULE.match(text))


def is_keywords(text: str) -> bool:
    """Say whether the line *text* lists keywords; one subhead among others may read the same.

    >>> is_keywords("关键词：造林 春耕"), is_keywords("关键词很多。")
    (True, False)
    """
    return len(text) < 100 and bool(_KEYWORDS.match(text))


def is_byline_field(text: str) -> bool:
    """Say whether the line *text* is only labelled people: 作者：某某 编辑：某某."""
    if len(text) >= 80 or not _PERSON.search(text) or _SENTENCE.search(text):
        return False  # 记者：桥修好了吗？
    return count_letters(_PERSON.sub("", text)) <= 4


def is_editing(text: str) -> bool:
    """Say whether the line *text* is only those who edited, checked and entered an article, or a counter of downloads.

    >>> is_editing("[责编：韦小满 审核：蓝志峰]"), is_editing("记者：韦小满"), is_editing("附件【名单.doc】已下载12次")
    (True, False, True)
    """
    if "已下载" in text:
        return bool(_DOWNLOADED.match(text))
    return is_byline_field(text) and bool(_EDITING.match(text)) and not _WRITING.search(text)


def opens_mail(text: str) -> bool:
    """Say whether the line *text* is one of the head of a mail or of a newsgroup's message.

    >>> opens_mail("Subject: 小河"), opens_mail("主题公园开放")
    (True, False)
    """
    return text[:1] in _MAIL_SIGNS and len(text) <= _LONGEST_HEAD and bool(_MAIL.match(text))


def is_rights_line(text: str) -> bool:
    """Say whether the line *text* belongs to a site's footer."""
    return len(text) < 300 and _is_rights_line(text)


@lru_cache(maxsize=4096)
def _is_rights_line(text: str) -> bool:
    return bool(_RIGHTS.search(text) or _KEEPERS.search(text))


def names_keepers(text: str) -> bool:
    """Say whether the line *text* of a footer may as well be a notice's: whom to call, who is host, where to write.

    >>> names_keepers("举报电话：12380"), names_keepers("版权所有：石桥县人民政府 举报电话：12380")
    (True, False)
    """
    return len(text) < 300 and bool(_KEEPERS.search(text)) and not _RIGHTS.search(text)
