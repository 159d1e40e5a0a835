"""Lines that stand inside or around an article's container and are not the article."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.patterns import pattern

_BUTTON = (
    r"(?:我要)?(?:打印|列印)(?:本?[页頁]|此[页頁]|(?:本|此)?文(?:章|档)?|正文|[页頁]面|稿件)?(?:预览)?|"
    r"(?:关闭|關閉)(?:本[页頁]|窗口|視窗|[页頁]面|此[页頁])?|我要“?揪”?错|我要[纠糾][错錯]|[纠糾][错錯]|挑错|"
    r"返回(?:[顶頂]部|首[页頁]|主[页頁]|上[页頁级層]|上一[页頁级]|列表|目[录錄]|[页頁]首|本版|版面|头版)?|回到?[顶頂]部|[页頁]面[顶頂]部|(?:加入|添加到?)?收藏(?:本[页頁]|此[页頁]|夹)?|"
    r"(?:一键)?分享(?:到|至|给好友|按钮|让更多人看到)?|转发(?:到)?|复制(?:链接|地址)?|推荐(?:给(?:好友|朋友))?|保存(?:本页)?|"
    r"(?:请?用?微信)?扫[一描]?扫?(?:描|码|二维码)?.{0,24}|.{0,6}二维码.{0,16}|手机(?:看|扫|阅读|版).{0,10}|"
    r"字[号號体體](?:[大小])?|(?:放大|缩小|正常|默认|超大|特大|[大中小])(?:字[号体])?|小字号|大字号|[\[［]?[大中小](?:\s*[大中小])+[\]］]?|A[+-]?|"
    r"(?:总|今日)?(?:[浏瀏]览|阅读|閱讀|点击|點擊|访问|查看|人气|播放)(?:次[数數]|量|[数數]|人次|率)?[：:]?\s*[-\d,]*\s*次?|-?\s*次|"
    r"网站地图|关于(?:我们|本站)|联系我们|(?:网站|隐私|法律)声明|隐私(?:政策|保护)|使用帮助|设为首[页頁]|RSS(?:订阅)?|繁[体體]|简[体體]|English|登录|注册|订阅|"
    r"没有了|(?:点击)?(?:展开|收起)(?:全文|全部|更多)?|(?:点击)?(?:阅读|查看)(?:全文|原文)|暂无(?:数据|内容)?|赞赏|打赏|回[复覆](?:本楼)?|引用|只看(?:该作者|楼主)|听全文|语音播报|朗读|播放|暂停|点击播放|TOP|END|全文完|广告位?|推广|赞助商(?:链接)?|(?:[\[【]\d{1,3}[\]】]\s*){2,}|您是(?:本[页站文帖]的?)?第\s*\d+\s*[位个](?:访问者|访客|读者|浏览者|阅读者)?|编辑次数[：:]\s*\d+\s*次?|TrackBack(?:\s*\(\d+\))?|Permalink|(?:引用|[回迴](?:應|响|響)|留言)\s*\(\d*\)|[上下]一[篇条條则則版期]|告诉好友|微信|微博|(?:新浪|腾讯)微博|QQ(?:空间|好友)?|微博空间|头条|朋友圈|"
    r"页面功能|我来说两句|我要评论|发表评论|(?:查看)?评论(?:\(\d+\))?|收听|点赞|赞|投诉|举报|下载本?文?|"
    r"(?:微信)?公众号|客户端|标签[：:].{0,30}|[>»|/×]+|第\d+页/共\d+页|(?:上|下)一[页頁]|<+|>+|"
    r"附件(?:下载|列表)?|相关附件|文件下载|关联文件|下载点点通|(?:pdf|word|docx?|ofd|wps|excel|txt|图片|文字|网页|html)\s*(?:版(?:本)?(?:下载)?|下载)"
)
_BUTTON_RE = pattern(_BUTTON, re.I)
# Nothing but buttons and what is no word; no way back into a button that was read (?>) keeps it linear.
_BUTTONS = pattern(rf"(?>{_BUTTON}|[\W\d_])*+$", re.I)
_TRAIL = pattern(
    r"^(?:您|你)?(?:(?:当前|现在|目前|所在)(?:的|所在)?(?:的)?|所在的?)?位置\s*(?:是)?\s*[：:>]?|^首\s*[页頁]\s*(?:[>»/|／\-—＞]|->)"
)
_NEIGHBOUR = pattern(
    r"^[\s\[【<>«»◀▶]*(?:[上下]一?[篇条條则頁页](?:文章|新闻|新聞)?|[前后後]一[篇条條页頁])\s*[】\]]?\s*(?:[：:>»]|$|\[)"
)
_SELF = pattern(
    r"^[（(]?本文(?:(?:通告引用.{0,20}|标题|標題|地址|链接|鏈接|网址|網址|永久链接|转载自)\s*[：:]|发表于.{0,60}(?:阅读|浏览).{0,12}$)"
)
_RIGHTS = pattern(
    r"版[权權]所有|ICP[备備]|公网安[备備]|网站标识码|(?i:copyright|all rights? reserved)|技术支持\s*[：:]|"
    r"^\s*(?:主办|承办)(?:单位)?\s*[：:].*(?:政府|局|委|办)|"
    r"举报(?:电话|邮箱)|(?:许可证|经营许可)(?:编)?号|不良信息|广告(?:热线|经营许可)|转载申请|禁止商业转载|^©|邮编\s*[：:]\s*\d{6}",
)
# A disclaimer says so at once; an article on copyright may say the same words further on.
_OPENING = 60
_COMMENTS = pattern(
    r"^[\s【\[]*(?:(?:网友|最新|精彩|热门|用户|全部|读者)(?:评论|評論|跟帖)(?:\s*[（(]\d+[）)])?[：:]?|评论(?:列表|区)[：:]?"
    r"|.{0,40}(?:已有|共有?)\s*\d+\s*[件条條篇个個]?(?:评论|評論|跟帖|回应|回應).{0,6}|\d+\s*(?:Responses?|Comments?)\b.{0,40}|Comments?|Replies|回應|迴響|访客留言)[】\]\s]*$",
    re.I,
)
_DISCLAIMER = pattern(
    r"凡本[网站刊报].{0,12}(?:注明|转载)|转载.{0,8}目的在于传递|不代表本[网站]|免责声明|版权声明|^[【\[]?(?:特别)?声明[】\]：:]|"
    r"如涉及.{0,12}版权|与本网(?:站)?(?:联系|无关)|未经.{0,14}(?:授权|许可|书面).{0,20}(?:转载|复制|使用)|本文(?:仅)?代表作者(?:个人)?观点"
)
_RELATED = pattern(
    r"^[\s【\[·■◆●□▪◎★]*(?:(?:相[关關]|关联|關聯)(?:阅读|閱讀|新[闻聞]|[链鏈]接|文章|稿件|[报報]道|信息|专题|專題|文[档檔]|推荐|内容|资讯|视频|图片)|"
    r"延伸[阅閱][读讀]|推荐(?:阅读|新闻|文章|视频)|[热熱][点點门門](?:新[闻聞]|推荐|文章|评论|专题|图片|排行)|猜你喜[欢歡].{0,4}|为您推荐|更多(?:新闻|阅读|相关|精彩).{0,6}|"
    r"今日(?:焦点|推荐|热点|头条)|(?:网友|最新|精彩|热门|用户)(?:评论|留言|跟帖)|我来说两句|本文评论|编辑推荐|图片新闻|新闻排行.{0,4}|"
    r"(?:其他|其它).{0,4}(?:内容|文章|新闻)|最新(?:文章|新闻|发布|资讯)|[热熱]文排行|网站导航|友情链接|词条(?:统计|标签)|数字报|精彩专栏|留言内容)[】\]\s：:>»]*.{0,4}$"
)
_DATE = pattern(r"(?:19|20)\d\d\s*[-/.年．]\s*\d{1,2}\s*[-/.月．]\s*\d{1,2}\s*日?|\d{1,2}/\d{1,2}/(?:19|20)\d\d")
_CLOCK = pattern(
    r"\d{1,2}\s*[:：]\s*\d{2}(?:\s*[:：]\s*\d{2})?\s*(?:[AP]M)?|\d{1,2}[时點点]\d{1,2}分(?:\d{1,2}秒)?", re.I
)
_FIELD = pattern(
    r"(?<!资料)(?<!数据)(?<!图片)(?<!资金)(?:信息|文章|稿件|新[闻聞]|内容|文字|消息|稿)?(?:来|來)\s*[源自]\s*[：:]\s*[\[【]?\s*(?!(?:发布|日期|时间|作者|浏览|阅读))[^\s|｜\]】]{0,24}"
    r"|(?:出处|转自|摘自|发布(?:单位|机构|者|人)|信息提供)\s*[：:]\s*[^\s|｜\]】]{0,24}"
    r"|(?:时间发布|[发發][布佈表文]|公[开開布]|上[传网]|更新|修改|录入|[创創]建|生成|添加|出版|刊发)\s*(?:时间|時間|日期|日)?\s*[：:于於]?"
    r"|(?<![\u4e00-\u9fff])(?:时间|時間|日期)\s*[：:]"
    r"|(?:总|今日)?(?:[浏瀏]览|阅读|閱讀|点击|點擊|访问|查看|人气)(?:次[数數]|量|[数數]|人次)?\s*[：:]?\s*[-\d]*\s*次?"
    r"|(?:張貼|张贴)|(?i:Posted\s+by\s*[：:]?\s*\S{1,20}\s+(?:at|on)\b)"
)
# Without one of these no line has a field; each begins with a sign of its own, so that prose is passed over fast.
_FIELD_HINT = pattern(
    r"[来來]\s*[源自]\s*[：:]|[出转摘][处自]\s*[：:]|[发發][布佈表文]|信息提供|公[开開布]|上[传网]|更新|修改|录入|[创創]建|生成|添加|出版|刊发|"
    r"[时時][间間]\s*[：:]|日期\s*[：:]|[浏瀏]览|[阅閱][读讀]|[点點][击擊]|访问|查看|人气|[张張][贴貼]|(?i:Posted)"
)
# No bar has as many buttons.
_MOST_BUTTONS = 80
_PERSON = pattern(
    r"(?:作者|记者|編輯|编辑|责任编辑|责编|审核|审校|校对|编审|供稿|通讯员|撰稿|录入|初审|复审|终审|一审|二审|三审|值班编辑|监制)\s*[：:]\s*[^\s|｜:：]{0,12}"
)
# Where a reprint stood: 柳州日报 2024-11-02 01版.
_PRINTED = pattern(
    r"^[\u4e00-\u9fff]{2,10}[报刊]\s*(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?\s*第?\s*[0-9A-Z]{1,3}\s*版?$"
)
# The page of a paper behind the date: 石桥日报 2024-11-02 第01版：要闻.
_BOARD = pattern(r"第?\s*[A-Z]?\d{1,3}\s*版\s*(?:[：:|·]\s*\S{1,8})?\s*$")
_RULE = pattern(r"^\s*(?:[*＊=＝_#＃~～+＋.-]\s*){3,}(?:分隔线[-\s]*)?$")
_KEYWORDS = pattern(r"^\s*[【\[]?(?:本文)?(?:关键[词字]|關鍵[詞字])[】\]]?\s*[：:].{0,80}$")
# What only a bar beside an article says; a day and an hour alone may be when a meeting is held.
_TELLING_FIELD = pattern(
    r"[来來]\s*[源自]\s*[：:]|(?:出处|转自|摘自)\s*[：:]|[发發][布佈表文]|上[传網网]|更新|录入|刊发|[浏瀏]览|[阅閱][读讀]|[点點][击擊]|访问|人气|"
    r"[张張][贴貼]|字[号號体體]|打印|(?i:posted)"
)
_OUTLET = (
    r"[\u4e00-\u9fff]{2,14}(?:[报网社台刊局办委厅处]|周刊|政府|办公室|中心|新闻|在线|供稿)"
    r"(?:\s*(?:供稿|记者\s*[\u4e00-\u9fff]{2,4}))?"
)
# The day is put as @ before.
_DATED_OUTLET = pattern(rf"^(?:{_OUTLET})?\s*[|｜(（]?@[)）]?\s*[|｜]?\s*(?:{_OUTLET})?$")
_MARKS = pattern(r"[\W_]+")
_WORDS = pattern(r"[^\W\d_]")
_SITE = pattern(
    r"(?:https?://)?(?:www\.|[a-z0-9-]+\.)[a-z0-9.-]+\.[a-z]{2,4}\S*|\S{2,14}(?:门户网站?|新闻网|政府网|官网|网)(?=[\s|｜]|$)",
    re.I,
)
_ROW_LABEL = pattern(
    r"^(?:索引号|索引号码|信息索引|发[文布]机[关构]|发布单位|发文单位|公开机构|责任部门|成文日期|发[布文]日期|发[布文]时间|生成日期|生效日期|废止日期|"
    r"文号|发文字号|文件编号|编号|有效性|是否有效|时效性?|效力状态|主题分类|信息分类|分类|组配分类|体裁分类|服务对象分类|主题词|关键词|公文种类|"
    r"公开方式|公开形式|公开时限|公开范围|公开程序|公开类别|公开日期|信息名称|名称|标题|内容概述|内容分类|信息来源|来源|所属机构|制发机关|"
    r"发布机构|信息类别|所属类别|文件状态|实施日期|失效日期|有效期|载体类型|统一编号|信息格式|语种|公开责任部门)[:：]?$"
)


def is_furniture(text: str) -> bool:
    """Say whether the line *text* is a button, a share bar, a counter, a trail of columns or a way to other pages.

    >>> is_furniture("【打印】【关闭】"), is_furniture("打印机由县财政局统一采购。")
    (True, False)
    """
    return len(text) <= 120 and _is_furniture(text)


@lru_cache(maxsize=4096)
def _is_furniture(text: str) -> bool:
    if _TRAIL.match(text) or _NEIGHBOUR.match(text) or _SELF.match(text):
        return True
    return bool(_BUTTONS.match(text) and (_WORDS.search(text) or _BUTTON_RE.search(text)))


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
    if "。" in text[:-2]:
        return False  # a sentence, and something after it
    dated = bool(_DATE.search(text)) and bool(_CLOCK.search(text) or _PERSON.search(text))
    if not dated and not (_FIELD_HINT.search(text) and _FIELD.search(text)):
        return False
    rest = text
    for part in (_DATE, _CLOCK, _FIELD, _PERSON, _BOARD, _SITE):
        rest = part.sub(" ", rest)
    if len(_MARKS.sub("", rest)) > _MOST_BUTTONS:
        return False
    words = len(_MARKS.sub("", _BUTTON_RE.sub(" ", rest)))
    if words <= max(4, len(text) // 8):
        return True
    # A forum's or a blog's stamp: who, when.
    return words <= 14 and len(text) < 70 and bool(_DATE.search(text) and _CLOCK.search(text)) and "。" not in text


def is_bare_time(text: str) -> bool:
    """Say whether the line *text*, a metadata bar, names no more than a day, an hour and a few words.

    >>> is_bare_time("开标时间：2024年5月28日9:30"), is_bare_time("发布时间：2024年5月28日9:30")
    (True, False)
    """
    return bool(_DATE.search(text) or _CLOCK.search(text)) and not _TELLING_FIELD.search(text)


def is_dated_outlet(text: str) -> bool:
    """Say whether the line *text* is a day and the name of a paper or an office, as older pages print it.

    >>> is_dated_outlet("2004-5-7　石桥县水利局供稿"), is_dated_outlet("2004年5月7日，石桥县水利局开会。")
    (True, False)
    """
    return len(text) <= 50 and bool(_DATED_OUTLET.match(_CLOCK.sub("", _DATE.sub("@", text.strip(), count=1)).strip()))


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
    return len(text) < 80 and bool(_PERSON.search(text)) and len(_MARKS.sub("", _PERSON.sub("", text))) <= 4


def is_rights_line(text: str) -> bool:
    """Say whether the line *text* belongs to a site's footer."""
    return len(text) < 300 and _is_rights_line(text)


@lru_cache(maxsize=4096)
def _is_rights_line(text: str) -> bool:
    return bool(_RIGHTS.search(text))


def is_disclaimer(text: str) -> bool:
    """Say whether the line *text* speaks of the site's rights and duties, not of the article's matter."""
    return len(text) < 400 and bool(_DISCLAIMER.search(text[:_OPENING]))


def opens_related(text: str) -> bool:
    """Say whether the line *text* is the heading of links to other articles or of readers' comments."""
    return len(text) < 30 and bool(_RELATED.match(text))


def opens_comments(text: str) -> bool:
    """Say whether the line *text* is the heading of readers' comments, which may be longer than the article.

    >>> opens_comments("《春天的青石岭》已有3条评论"), opens_comments("评论员文章")
    (True, False)
    """
    return len(text) < 80 and bool(_COMMENTS.match(text))


def is_metadata_row(cells: tuple[str, ...]) -> bool:
    """Say whether *cells* are a row of the table of 索引号, 发文机关 and 成文日期 above a document.

    >>> is_metadata_row(("索 引 号：", "11450221007/2025-00123", "发布机构", "柳江区人民政府办公室"))
    True
    """
    labels = sum(1 for cell in cells if _ROW_LABEL.match("".join(cell.split())))
    return labels >= 1 and labels * 2 >= sum(1 for cell in cells if cell)


_INDEX = pattern(
    r"^\s*(?:信息)?(?:索\s*引\s*号|发[文布]机[关构]|成文日期|发[布文]日期|生成日期|文\s*号|发文字号|文件编号|主题分类|组配分类|信息分类|公开方式|公开时限|"
    r"公开范围|公开程序|公开形式|主\s*题\s*词|有\s*效\s*性|废止日期|生效日期)\s*[：:]"
)


def is_index_line(text: str) -> bool:
    """Say whether the line *text* is a field of the index that open-government rules put above a document."""
    return len(text) < 160 and bool(_INDEX.match(text))
