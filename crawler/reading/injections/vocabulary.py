"""Words of the trades that buy injected links.

Judging by words alone would take news about gambling raids for spam: these count only in places where no editor writes
(hidden blocks, keyword titles, links to hosts that have nothing to do with the page).
"""

from __future__ import annotations

import re

_WORDS = re.findall(
    r"\S+",
    """
    国产 國產 日韩 日韓 欧美 歐美 亚洲 亞洲 成人 无码 無碼 有码 中文字幕 免费观看 在线观看 在线视频 视频在线
    在线播放 高清视频 大片 精品视频 久久 青青 人人干 人人操 人人看 三级片 黄色网 A片 色情 情色 激情 做爰 毛片
    黄片 乱码 一区二区 二区三区 亚洲一区 一级片 二级片 少妇 嫩模 约炮 性爱 博彩 彩票平台 彩票网 彩票登录 彩票app
    时时彩 北京赛车 赌场 赌博网 赌博平台 赌球 棋牌 真人娱乐 真人视讯 真人荷官 娱乐城 娱乐平台 娱乐场 百家乐
    老虎机 捕鱼 体育投注 体育平台 体育app 体育下载 投注网 投注平台 足球投注 足球外围 足彩 威尼斯人 新葡京
    澳门金沙 澳门威尼斯 澳门银河 澳门永利 澳门葡京 澳门赌 太阳城 皇冠体育 皇冠网 六合彩 开奖网 开奖结果 开奖直播
    注册送 送彩金 app下载 官网入口 私服 外挂 代孕 代开发票 办证 刻章 迷药 催情 伟哥 壮阳 枪支 刷单 套现 贷款口子
    贷款平台 网赚 黑客 破解版 下载安装
    """,
)
_LETTERS = tuple((word, frozenset(word)) for word in _WORDS)
_TRADE = re.compile(
    "|".join(map(re.escape, sorted(_WORDS, key=len, reverse=True))) + r"|\bav(?![a-z])|彩票\d?平台", re.I
)


def trade_words(text: str) -> list[str]:
    """Return the words of such trades in *text*, each as often as it stands there.

    >>> trade_words("棋牌平台_在线观看")
    ['棋牌', '在线观看']
    """
    return _TRADE.findall(text)


def common_trade_words(text: str) -> tuple[str, ...]:
    """Return which such words *text* holds, but the rarest forms; many times faster on long texts."""
    held = set(text)
    return tuple(word for word, characters in _LETTERS if characters <= held and word in text)
