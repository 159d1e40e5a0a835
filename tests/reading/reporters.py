"""Reporters for tests: invented local news, each report of a matter of its own, put together from stocks of clauses."""

from __future__ import annotations

import random
from typing import NamedTuple

from tests.reading.matters import MATTERS, Matter

_TOWNS = (
    "青岭镇",
    "白马乡",
    "沙溪镇",
    "石鼓镇",
    "云台乡",
    "枫桥街道",
    "大湾镇",
    "铜锣镇",
    "龙头乡",
    "和平镇",
    "桐木镇",
    "板桥乡",
)
_VILLAGES = ("上塘村", "九里村", "木根村", "新圩村", "竹园村", "下坪村", "水口村", "古楼村", "黄泥塘村", "罗家坝村")
_OFFICES = (
    "县水利局",
    "县教育局",
    "县文旅局",
    "县农业农村局",
    "县卫健局",
    "县应急局",
    "县市场监管局",
    "县住建局",
    "县司法局",
    "县林业局",
)
_RIVERS = ("清水河", "白沙江", "大溪", "洛江", "沙埠河")
_WHENS = (
    "4月2日",
    "近日",
    "日前",
    "11月18日上午",
    "连日来",
    "上周末",
    "12月5日",
    "昨日",
    "6月30日",
    "8月1日至3日",
    "9月中旬",
    "本月初",
)
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏辉雪梅林松波宁浩宇晨曦佳欣怡雨婷思远志建国海燕凤琴春秋冬晓立群光荣德才"
_DUTIES = (
    "有关负责人表示，接下来将把这项工作纳入年度考核，月月通报、季季评比",
    "为了让这件事长久办下去，当地还专门建立了联席会议制度",
    "截至目前，相关投入已达{n}万元，惠及群众{n}人",
    "谈起下一步打算，{who}很有信心",
    "当地还把经验做法印成小册子，发到{m}个村（社区）",
    "据统计，今年前{m}个月，群众满意率比去年同期提高了{m}个百分点",
)


class Report(NamedTuple):
    """A report before it is set: its paragraphs carry no dateline and no byline."""

    title: str
    paragraphs: list[str]
    shown: list[str]


class Reporters:
    """Writes reports, the same ones for the same random numbers, no two under one headline."""

    def __init__(self, chance: random.Random) -> None:
        self.random = chance
        self._people: set[str] = set()
        self._titles: set[str] = set()
        self._matters: list[Matter] = []

    def person(self) -> str:
        """Return a name that nobody else on the page has."""
        while True:
            given = "".join(self.random.choice(_GIVEN) for _ in range(self.random.choice((1, 2, 2, 2))))
            name = self.random.choice(_SURNAMES) + given
            if name not in self._people and len(set(name)) == len(name):
                self._people.add(name)
                return name

    def report(self, paragraphs: int, longest: int = 3) -> Report:
        """Return a report of so many paragraphs, of up to *longest* sentences each."""
        pick = self.random
        if not self._matters:
            self._matters = pick.sample(MATTERS, len(MATTERS))
        matter = self._matters.pop()
        place = {
            "town": pick.choice(_TOWNS),
            "village": pick.choice(_VILLAGES),
            "office": pick.choice(_OFFICES),
            "river": pick.choice(_RIVERS),
        }
        title = self._fill(pick.choice(matter.titles), place)
        stock = pick.sample(matter.sentences, len(matter.sentences)) + pick.sample(_DUTIES, len(_DUTIES))
        texts = [self._fill(pick.choice(matter.openings), place)]
        told: list[str] = []
        for number in range(paragraphs):
            count = pick.randint(number > 0, longest)
            texts += [self._fill(text, place) for text in stock[:count]]
            del stock[:count]
            if texts:
                told.append("".join(_stopped(text) for text in texts))
            texts = []
        self._titles.add(title)
        shown = [*pick.sample(matter.shown, 2), *(pick.choice(other.shown) for other in pick.sample(MATTERS, 4))]
        return Report(title, told, [self._fill(text, place) for text in dict.fromkeys(shown)])

    def line(self, forms: tuple[str, ...]) -> str:
        """Return one of *forms*, its blanks filled."""
        place = {
            "town": self.random.choice(_TOWNS),
            "village": self.random.choice(_VILLAGES),
            "office": self.random.choice(_OFFICES),
            "river": self.random.choice(_RIVERS),
        }
        return self._fill(self.random.choice(forms), place)

    def _fill(self, text: str, place: dict[str, str]) -> str:
        pick = self.random
        while "{" in text:
            name = text[text.index("{") + 1 : text.index("}")]
            value = (
                place.get(name)
                or {
                    "when": lambda: pick.choice(_WHENS),
                    "who": self.person,
                    "n": lambda: str(pick.randint(31, 980)),
                    "m": lambda: str(pick.randint(3, 29)),
                }[name]()
            )
            text = text.replace("{" + name + "}", value, 1)
        return text


def _stopped(text: str) -> str:
    return text if text.endswith(("。", "。”", "！", "？")) else text + "。"
