"""A copy desk for tests: reports as they are handed to the page, with headlines, signatures, pictures and cuts."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.reading.reporters import Reporters

Kind = Literal["kicker", "title", "subtitle", "byline", "text", "subhead", "caption", "picture", "stray"]


@dataclass(slots=True)
class Item:
    """A line to be set, and how it is."""

    kind: Kind
    text: str


@dataclass(slots=True)
class Filed:
    """A story as filed: the *items* to be set, and what must be read of them."""

    title: str
    paragraphs: list[str]
    kicker: str | None = None
    subtitle: str | None = None
    authors: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)  # may be read or not: datelines, bylines, subheads
    items: list[Item] = field(default_factory=list)
    seams: list[str] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


# Names are joined by 、 in 0, by a blank in 1, by a wide blank in 2; a and b are two groups of people.
LEADS = (
    "本报讯（记者 {1}）",
    "本报讯 （记者 {1} 通讯员 {b}）",
    "本报讯（{1}）",
    "本报讯（通讯员 {0} ）",
    "本报{place}讯（记者 {1}）",
    "（记者 {1}）",
    "（本报记者{1}）",
    "新华社长沙4月2日电（记者{0}）",
    "新华社北京4月2日电　记者{1}报道：",
    "{place}融媒讯（记者{2}）",
    "【本报讯】（通讯员 {1}）",
    "本报讯 记者{1}报道：",
    "本报记者 {1} 通讯员 {b} 报道：",
    "记者{0}报道：",
    "本报综合消息（记者 {1}）",
    "中新社{place}4月2日电 (记者 {1})",
    "□本报记者 {1} ",
    "通讯员{0}报道：",
    "日报讯（全媒体记者 {0}）",
    "本报讯（见习记者 {1} 实习生 {b}）",
)
BARE_LEADS = ("本报讯 ", "本报讯　", "据新华社电 ", "本报综合消息　", "据《{place}日报》报道，", "{place}日报讯 ")
UNDER = (
    "本报记者 {1}",
    "□ 本报记者 {1}",
    "■ 本报记者 {1} 通讯员 {b}",
    "记者 {1} 文/图",
    "作者：{1}",
    "◎{1}",
    "本报记者　{2}　文/摄",
    "文/本报记者 {1}",
    "全媒体记者　{2}",
    "记者 {1} 通讯员 {b}",
    "通讯员 {1}",
    "□{1}",
    "本报特约记者 {1}",
    "（本报记者 {1}）",
)
BELOW = (
    "通讯员：{1}",
    "（记者 {1}）",
    "（通讯员 {1}）",
    "（{1}）",
    "记者：{1}",
    "（{place}融媒体中心 {1}）",
    "文字：{1}",
    "供稿：{1}",
    "作者：{1}",
    "（记者 {1} 通讯员 {b}）",
    "本报通讯员 {1}",
    "（{1} 供稿）",
    "撰稿：{1}",
)
TAILS = (
    "（{1}）",
    "（记者 {1}）",
    "（{0}）",
    "(通讯员 {1})",
    "（{1} 文/图）",
    "（记者 {1} 通讯员 {b}）",
    "（{place}融媒 {1}）",
)
CREDITS = (
    "{shown}。（{who} 摄）",
    "{shown}。 {who} 摄",
    "图为{shown}。（本报记者 {who} 摄）",
    "{shown}（{who}/摄）",
    "▲{shown}。{who}摄",
    "{shown}。本报记者 {who} 摄",
    "{when}，{shown}。（通讯员 {who} 摄）",
    "↑{shown}。（{who} 摄）",
    "{shown}。　　{who}　摄",
    "{shown}。（资料图片）",
)
PLAIN_CREDITS = ("{shown}。", "{shown}", "图为{shown}。", "图①：{shown}。")
SUBHEADS = (
    "把好源头关",
    "算清明白账",
    "“老办法”碰上新问题",
    "一竿子插到底",
    "从等人来到上门去",
    "心往一处想 劲往一处使",
    "钱从哪里来",
    "看得见的变化",
    "下一步怎么走？",
    "村里来了年轻人",
)
KICKERS = (
    "{town}推进基层治理提质增效",
    "{office}念好“实”字诀",
    "坚持为民办实事",
    "走进{village}看变化",
    "乡村振兴看{town}",
    "{office}扎实开展专项行动",
)
SUBTITLES = (
    "——{town}见闻",
    "——来自{village}的报道",
    "——{office}服务群众侧记",
    "{office}多措并举解民忧",
    "全县已有{m}个乡镇推广",
    "——{village}蹲点手记",
)


class Copydesk:
    """Files stories, the same ones for the same random numbers."""

    def __init__(self, chance: random.Random) -> None:
        self.random = chance
        self.reporters = Reporters(chance)

    def story(
        self,
        sign: str,
        paragraphs: int = 3,
        longest: int = 3,
        heads: tuple[str, ...] = ("plain", "plain", "plain", "kicker", "subtitle", "both"),
        subheads: int = 0,
        pictures: int = 0,
        cuts: int = 0,
    ) -> Filed:
        """Return a story signed by *sign*: lead, bare lead, under, below, tail or none."""
        pick = self.random
        report = self.reporters.report(paragraphs, longest)
        story = Filed(report.title, list(report.paragraphs), features={f"sign {sign}"})
        body = [Item("text", text) for text in report.paragraphs]
        above, below = self._sign(story, sign, body)
        shape = pick.choice(heads)
        story.features.add(f"heads {shape}")
        items: list[Item] = []
        if shape in {"kicker", "both"}:
            story.kicker = self.reporters.line(KICKERS)
            items.append(Item("kicker", story.kicker))
        items.append(Item("title", story.title))
        if shape in {"subtitle", "both"}:
            story.subtitle = self.reporters.line(SUBTITLES)
            items.append(Item("subtitle", story.subtitle))
        self._cut(story, body, cuts)
        self._subheads(story, body, subheads)
        story.items = [*items, *above, *body, *below]
        for shown in report.shown[:pictures]:
            self._picture(story, shown, len(items) + len(above))
        return story

    def _sign(self, story: Filed, sign: str, body: list[Item]) -> tuple[list[Item], list[Item]]:
        pick = self.random
        forms = {"lead": LEADS, "bare lead": BARE_LEADS, "under": UNDER, "below": BELOW, "tail": TAILS}.get(sign)
        if forms is None:
            return [], []
        form = pick.choice(forms)
        story.features.add(f"form {form}")
        names = [self.reporters.person() for _ in range(pick.choice((1, 1, 2)))]
        others = [self.reporters.person() for _ in range(pick.choice((1, 1, 2)))] if "{b}" in form else []
        place = pick.choice(("青石", "平江", "石桥"))
        told = form.format("、".join(names), " ".join(names), "　".join(names), b=" ".join(others), place=place)
        if sign != "bare lead":
            story.authors = [*names, *others]
        story.loose.append(told)
        if sign in {"lead", "bare lead"}:
            body[0].text = told + body[0].text
        elif sign == "tail":
            body[-1].text += told
        return ([Item("byline", told)] if sign == "under" else []), ([Item("byline", told)] if sign == "below" else [])

    def _cut(self, story: Filed, body: list[Item], cuts: int) -> None:
        """Cut the text within sentences, wherever a column may end."""
        for _ in range(cuts):
            i = max(range(len(body)), key=lambda n: len(body[n].text) * self.random.random())
            text = body[i].text
            if len(text) < 50:
                continue
            at = self.random.randint(20, len(text) - 3)
            lead = max((len(one) for one in story.loose if text.startswith(one)), default=0)
            tail = min((text.rfind(one) for one in story.loose if text.endswith(one)), default=len(text))
            if at <= lead + 4 or at >= tail - 2 or re.search(r"[。！？”：；\s]$", text[:at]) or text[at].isspace():
                continue
            if text[at] in "，。、；：！？”）》…" or (len(text) - at < 20 and i + 1 < len(body) and not _ends(text)):
                continue  # no printer lets a line begin with one of these, and no column is as short
            story.seams.append(text[at - 8 : at] + text[at : at + 8])
            body[i : i + 1] = [Item("text", text[:at]), Item("text", text[at:])]
            story.features.add(f"cut {_spot(text, at)}")

    def _subheads(self, story: Filed, body: list[Item], subheads: int) -> None:
        heads = self.random.sample(SUBHEADS, subheads)
        starts = [i for i in range(1, len(body)) if re.search(r"[。！？”）)]$", body[i - 1].text)]
        for at in sorted(self.random.sample(starts, min(len(starts), subheads)), reverse=True):
            text = heads.pop()
            story.loose.append(text)
            body.insert(at, Item("subhead", text))
            story.features.add("subheads")

    def _picture(self, story: Filed, shown: str, start: int) -> None:
        pick = self.random
        credited = pick.random() < 0.75
        form = pick.choice(CREDITS if credited else PLAIN_CREDITS)
        who = self.reporters.person()
        text = form.format(shown=shown, who=who, when="4月2日")
        story.photographers.append(who)
        whole = [
            i
            for i in range(start, len(story.items) + 1)
            if i == start or re.search(r"[。！？”）)]$", story.items[i - 1].text)
        ]
        at = pick.choice(whole)
        where = "above the text" if at == start else "below the text" if at == len(story.items) else "in the text"
        below = not credited or pick.random() < 0.8
        story.items[at:at] = (
            [Item("picture", ""), Item("caption", text)] if below else [Item("caption", text), Item("picture", "")]
        )
        story.captions.append(text)
        story.features |= {f"caption {form}", f"caption {where}", "caption below" if below else "caption above"}


def _ends(text: str) -> bool:
    return bool(re.search(r"[。！？”）)]$", text))


def _spot(text: str, at: int) -> str:
    """Say what a cut at *at* goes through."""
    if text[at - 1].isdigit():
        return "behind a figure"
    if text[at - 1] in "，、":
        return "behind a comma"
    if text[:at].count("“") > text[:at].count("”"):
        return "in quotation marks"
    return "within a clause"


def numbered(style: str) -> Callable[[int], str]:
    """Return what opens the items of a digest in *style*, by their numbers."""
    han = "一二三四五六七八九十"
    styles: dict[str, Callable[[int], str]] = {
        "一、": lambda n: f"{han[n - 1]}、",
        "1、": lambda n: f"{n}、",
        "1.": lambda n: f"{n}.",
        "1．": lambda n: f"{n}．",
        "（一）": lambda n: f"（{han[n - 1]}）",
        "①": lambda n: "①②③④⑤⑥⑦⑧⑨⑩"[n - 1],
        "01": lambda n: f"0{n} ",
        "■": lambda _: "■",
        "★": lambda _: "★",
        "●": lambda _: "● ",
        "◆": lambda _: "◆",
        "▲": lambda _: "▲",
        "【】": lambda _: "",
    }
    return styles[style]


MARKS = ("一、", "1、", "1.", "1．", "（一）", "①", "01", "■", "★", "●", "◆", "▲", "【】")
