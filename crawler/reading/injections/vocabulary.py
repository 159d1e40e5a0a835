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

# Everyday words of portals as well (成人教育, 代开发票, 网上办证): these prove nothing of a link within a site.
_EVERYDAY = re.findall(
    r"\S+",
    """
    国产 國產 日韩 日韓 欧美 歐美 亚洲 亞洲 成人 免费观看 在线观看 在线视频 视频在线 在线播放 高清视频 大片 激情 捕鱼
    开奖网 开奖结果 开奖直播 代开发票 办证 刻章 枪支 app下载 官网入口 黑客 下载安装 贷款平台 套现 刷单 赌博网 网赚
    """,
)
_SPAMMERS = re.findall(
    r"\S+",
    """
    无码 無碼 有码 中文字幕 精品视频 久久 青青 人人干 人人操 人人看 三级片 黄色网 a片 色情 情色 做爰 毛片 黄片 乱码
    一区二区 二区三区 亚洲一区 一级片 二级片 少妇 嫩模 约炮 性爱 博彩 彩票平台 彩票网 彩票登录 彩票app 时时彩
    北京赛车 赌场 赌博平台 赌球 棋牌 真人娱乐 真人视讯 真人荷官 娱乐城 娱乐平台 娱乐场 百家乐 老虎机 体育投注
    体育平台 体育app 体育下载 投注网 投注平台 足球投注 足球外围 足彩 威尼斯人 新葡京 澳门金沙 澳门威尼斯 澳门银河
    澳门永利 澳门葡京 澳门赌 太阳城 皇冠体育 皇冠网 六合彩 注册送 送彩金 私服 外挂 代孕 迷药 催情 伟哥 壮阳
    贷款口子 破解版
    """,
)


@cache
def _trade() -> re.Pattern[str]:
    """Return a pattern of all words in small letters; to choose by first characters is many times faster."""
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted((*_EVERYDAY, *_SPAMMERS), key=len, reverse=True):
        tails[word[0]].append(re.escape(word[1:]))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in tails.items()) + r"|彩票\d?平台")


_VIDEO = pattern(r"\bav(?![a-z])")


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
