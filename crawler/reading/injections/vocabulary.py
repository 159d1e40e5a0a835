"""Words of the trades that buy injected links.

Judging by words alone would take news about gambling raids for spam: these count only in places where no editor writes
(hidden blocks, keyword titles, links to hosts that have nothing to do with the page).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from crawler.reading.patterns import pattern
from crawler.reading.spun.script import simplify_each, traditional_pattern

# Everyday words of portals as well (成人教育, 代开发票, 网上办证): these prove nothing of a link within a site.
_EVERYDAY = re.findall(
    r"\S+",
    """
    国产 國產 日韩 日韓 欧美 歐美 亚洲 亞洲 成人 免费观看 在线观看 在线视频 视频在线 在线播放 高清视频 大片 激情
    捕鱼 开奖网 开奖结果 开奖直播 代开发票 办证 刻章 枪支 app下载 官网入口 黑客 下载安装 贷款平台 套现 刷单
    赌博网 网赚
    """,
)
_SPAMMERS = re.findall(
    r"\S+",
    """
    青青草 青青久 青青视频 青青青 青青在线 青青精品 青青操
    无码 無碼 有码 中文字幕 精品视频 人人干 人人操 人人看 三级片 黄色网 a片 色情 情色 做爰 毛片 黄片
    乱码 一区二区 二区三区 亚洲一区 一级片 二级片 少妇 嫩模 约炮 性爱 博彩 彩票平台 彩票网 彩票登录 彩票app
    时时彩 北京赛车 赌场 赌博平台 赌球 棋牌 真人娱乐 真人视讯 真人荷官 娱乐城 娱乐平台 娱乐场 百家乐 老虎机
    体育投注 体育平台 体育app 体育下载 投注网 投注平台 足球投注 足球外围 足彩 威尼斯人 新葡京 澳门金沙
    澳门威尼斯 澳门银河 澳门永利 澳门葡京 澳门赌 太阳城 皇冠体育 皇冠网 六合彩 注册送 送彩金 私服 外挂 代孕 迷药
    催情 伟哥 壮阳 贷款口子 破解版 开云体育 开云app 开云官网 云开体育 乐鱼体育 乐鱼app 爱游戏体育 爱游戏app
    爱游戏官网 华体会 九游会 金年会 米兰体育 半岛体育 星空体育 江南体育 必威体育 必威官网 亚博体育 亚博app
    万博体育 万博官网 欧宝体育 bob体育 ob体育 尊龙凯时 凯发k8 凯发娱乐 凯时娱乐 永利娱乐 永利皇宫 银河娱乐
    金沙娱乐 金沙国际 利来国际 龙8国际 伟德国际 南宫娱乐 老哥俱乐部 bet365 betway beplay manbetx 188bet 12bet
    pg电子 pg麻将 麻将胡了 mg电子 cq9 抢庄牛牛 炸金花 真钱 赌钱 买球 外围网站 世界杯外围 体育外围 下注平台
    网上投注 pk10 pk拾 幸运飞艇 极速赛车 五分彩 分分彩 大发快三 大发彩票 加拿大28 pc28 现金网 一本道 东京热
    大香蕉 伊人网 人妻 熟女 熟妇 乱伦 内射 无遮挡 巨乳 裸聊 楼凤 外围女 春药 万艾可
    viagra cialis levitra casino sportsbook payday スーパーコピー ブランドコピー 激安通贩
    """,
)
# One of these stands in nearly every row of keywords: to look for them takes a tenth of the time of looking for all.
_SEEDS = ("百家乐", "六合彩", "博彩", "棋牌", "时时彩", "娱乐城", "赌场", "老虎机", "无码", "代孕")
# What keywords are padded with: search phrases are made of it and of names of the trade, and of little else.
_PADDING = re.findall(
    r"\S+",
    """
    buy cheap online bonus loans free best 激安 伪物 通贩
    年 竞猜 预测 官方网站 官方入口 官网 官方 网站 网址 平台 下载 安装 手机版 安卓版 苹果版 安卓 苹果 ios app
    最新版 最新 登录 登陆 入口 注册 开户 投注 下注 直播 开奖 结果 在线 线上 网上 网络 游戏 大厅 技巧 规则 玩法 攻略 代理
    正规 信誉 排行榜 排行 导航 论坛 俱乐部 娱乐 体育 电子 真人 现金 免费 试玩 视频 观看 播放 高清 电影 精品 综合 国际
    集团 有限公司 中国 澳门 香港 北京 重庆 日本 韩国 美女 三区 四区 五区 客户端 网页版 版 网
    """,
)
# What editors write of the trade: reports, warnings, and clubs for chess and cards.
_EDITORS = pattern(
    r"警|捣|案|打掉|破获|抓获|查[处获封]|严查|打击|严打|打非|禁|诈|防范|整治|判|获刑|罪|涉[赌黄案]|举报|曝光|治理|提醒|通[告报]|公告|"
    r"落网|沉迷|协会|酒店|度假|旅游|比赛|大赛|[劝戒]赌|犯|骗|新闻"
)
# A seller's name with this behind it heads hijacked pages by the hundred thousand.
_OFFICIAL_SITE = pattern(r"[(（]中国[)）](?:有限公司)?[-·]?(?:官方网站|官网|官方入口)")


@cache
def _trade() -> re.Pattern[str]:
    """Return a pattern of all words in small letters; to choose by first characters is many times faster."""
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted((*_EVERYDAY, *_SPAMMERS), key=len, reverse=True):
        tails[word[0]].append(re.escape(word[1:]))
    words = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return re.compile(rf"{words}|彩票(?:\d|开户|投注|注册|代理|官方|在线)?(?:平台|开户|官网|app)|久久(?!为功)")


_VIDEO = pattern(r"\bav(?![a-z])")
# Set between the characters of a name so that no filter finds it: 开云·体育.
_BETWEEN = pattern(r"[·•・|丨.\s\u200b-\u200f\u2060\ufeff]+")
_WORD = pattern(r"[\u4e00-\u9fffa-z]")
_MOST_UNPADDED = 0.5


def trade_words(text: str) -> list[str]:
    """Return the words of such trades in *text*, in small letters, each as often as it stands there.

    >>> trade_words("棋牌平台_在线观看APP下载")
    ['棋牌', '在线观看', 'app下载']
    """
    text = text.lower()
    return _trade().findall(text) + (_VIDEO.findall(text) if "av" in text else [])


def spammers_own(words: Iterable[str]) -> frozenset[str]:
    """Return those of *words* that portals have no use for.

    >>> spammers_own(["成人", "百家乐"])
    frozenset({'百家乐'})
    """
    return frozenset(words).difference(_EVERYDAY)


@cache
def _padding() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _PADDING)))


def may_hold_keywords(hanzi: str) -> bool:
    """Say whether a page of the Chinese characters *hanzi* may hold a row of keywords: quick, for every page.

    >>> may_hold_keywords("石门镇举行春耕培训")
    False
    """
    return any(seed in hanzi for seed in _SEEDS)


def may_be_keywords(text: str) -> bool:
    """Say whether *text* may hold what ``keywords`` finds: quick.

    >>> may_be_keywords("开云·体育(中国)官方网站"), may_be_keywords("石门镇举行春耕培训")
    (True, False)
    """
    return bool(_OFFICIAL_SITE.search(text) or trade_words(_bare(text)))


def _bare(phrase: str) -> str:
    bare = _BETWEEN.sub("", phrase.lower())
    return simplify_each(bare) if traditional_pattern().search(bare) else bare


def offers(phrase: str) -> frozenset[str]:
    """Return the words of the trade in *phrase*, none where it reads like an editor's report of the trade.

    >>> offers("2025足彩竞猜预测"), offers("警方捣毁地下赌场")
    (frozenset({'足彩'}), frozenset())
    """
    bare = _bare(phrase)
    found = frozenset([*trade_words(bare), *_OFFICIAL_SITE.findall(bare)])
    return frozenset() if found and _EDITORS.search(bare) else found


def keywords(phrase: str, most_unpadded: float = _MOST_UNPADDED) -> frozenset[str]:
    """Return the words of the trade in *phrase*, if it is what spammers want found: such words, padding, little else.

    *most_unpadded* is the share of its characters that may be neither.

    >>> sorted(keywords("开云·体育(中国)官方网站")), keywords("警方捣毁地下赌场"), keywords("石门县棋牌协会")
    (['(中国)官方网站', '开云体育'], frozenset(), frozenset())
    """
    found = offers(phrase)
    if not found or _OFFICIAL_SITE.search(phrase):
        return found
    bare = _bare(phrase)
    left = _padding().sub("", _trade().sub("", bare))
    return found if len(_WORD.findall(left)) <= most_unpadded * len(_WORD.findall(bare)) else frozenset()
