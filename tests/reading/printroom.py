"""A printing room for tests: stories set as pages that are harsher than most, with what must be read from them.

Stories are cut anywhere (behind a figure, in a name, in quotation marks), and captions, notices, page numbers, lines
of continuation and whole other stories stand in the cuts. ``Printroom(seed).page()`` gives the same page for a seed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.reading.newsroom import Newsroom
from tests.reading.stock import BRIEFS, POEMS, STOCK


class Copy(NamedTuple):
    """A story as its writer hands it in."""

    title: str
    kicker: str | None
    subtitle: str | None
    paragraphs: list[str]
    subheads: list[tuple[int, str]]  # the paragraph each stands above


@dataclass
class Printed:
    """A story as it was printed, and what must be read from it."""

    title: str
    paragraphs: list[str]
    heads: list[str] = field(default_factory=list)  # kicker and subtitle, as printed
    authors: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)  # may be read or not: bylines, captions, subheads, notes
    lines: list[str] = field(default_factory=list)
    seams: list[str] = field(default_factory=list)
    features: set[str] = field(default_factory=set)


@dataclass
class Sheet:
    """A page: its lines, the stories on it, and the title of a digest."""

    lines: list[str]
    stories: list[Printed]
    title: str | None = None
    features: set[str] = field(default_factory=set)


@dataclass
class Score:
    """What was read of a sheet."""

    found: int = 0
    wanted: int = 0
    surplus: int = 0
    joined: int = 0
    seams: int = 0
    signed: int = 0
    missed: list[Printed] = field(default_factory=list)
    unjoined: list[str] = field(default_factory=list)
    unsigned: list[Printed] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)


_LEADS = {
    "lead 通讯员": ("本报讯（通讯员{0}）", "本报讯(通讯员 {1})", "本报讯　（通讯员　{1}）"),
    "lead 记者": ("本报讯（记者 {1}）", "本报讯 （全媒体记者{0}）", "本报讯（见习记者 {1}）", "本报讯（本报记者 {1}）"),
    "lead both": ("本报讯（记者 {a} 通讯员 {b}）", "本报讯（记者{a}通讯员{b}）", "本报讯(记者 {a}、通讯员 {b})"),
    "lead bare": ("本报讯 记者 {1} 报道 ", "本报讯　通讯员{0}报道：", "本报讯 记者{a} 通讯员{b}报道 "),
    "lead wire": ("新华社南宁3月5日电（记者 {1}）", "据新华社北京3月5日电（记者{0}）", "中新网桂林5月8日电 (记者 {1})"),
    "lead office": (
        "青石融媒讯（记者 {1}）",
        "县融媒体中心讯（通讯员 {1}）",
        "日报消息（通讯员{0}）",
        "本报青石讯（{1}）",
    ),
    "lead bracket": ("（记者 {1}）", "（通讯员{0}）", "（记者 {a} 通讯员 {b}）"),
    "lead square": ("【本报讯】（记者 {1}）", "[本报讯]（通讯员 {1}）"),
    "lead reports": ("本报记者 {1} 报道：", "记者{0}报道 ", "通讯员 {1} 报道："),
}
_UNDER = {
    "under 本报记者": ("本报记者 {1}", "本报通讯员 {1}", "全媒体记者 {1}", "见习记者 {1}"),
    "under box": ("□ 本报记者 {1}", "■本报通讯员 {1}", "◎ 记者 {1}", "□记者 {a} 通讯员 {b}", "□{1}"),
    "under both": ("本报记者 {a} 通讯员 {b}", "记者{a} 通讯员{b}", "本报记者 {a} 本报通讯员 {b}"),
    "under text": ("记者 {1} 文/图", "文/图 记者 {1}", "作者：{1}", "文/{1}"),
}
_BELOW = {
    "below 通讯员": ("通讯员：{1}", "本报通讯员 {1}", "通讯员 {1}", "（通讯员：{1}）", "（通讯员 {1}）"),
    "below 记者": ("本报记者 {1}", "（记者 {1}）", "（本报记者 {1}）", "记者：{1}"),
    "below both": ("（记者 {a} 通讯员 {b}）", "记者 {a} 通讯员 {b}", "（记者{a} 通讯员{b}）"),
    "below bare": ("（{1}）", "（{2}）", "({1})"),
    "below text": ("（{1} 文/图）", "（{a} 文 {b} 图）", "文/图 {1}", "（{1} 供稿）", "供稿：{1}", "作者：{1}"),
}
_TAILS = {
    "tail bare": ("（{1}）", "({1})", "（{2}）"),
    "tail role": ("（通讯员 {1}）", "（记者 {1}）", "（记者{a} 通讯员{b}）", "（通讯员：{1}）"),
    "tail text": ("（{1} 文/图）", "（{1}）②11", "（县融媒体中心 {1}）", "（{1}/文）"),
}
_PHOTO = {
    "photo line": (
        "本报通讯员 {1} 摄",
        "本报记者 {1} 摄",
        "（{1} 摄）",
        "{1} 摄",
        "记者 {1} 摄影报道",
        "通讯员 {1} 摄影报道",
    ),
}
_CAPTIONS = (
    "{text}。（{who} 摄）",
    "{text}。({who} 摄)",
    "{text}（本报记者 {who} 摄）",
    "图为{text}。（通讯员 {who} 摄）",
    "{text}。 {who} 摄",
    "▲{text}。{who}摄",
    "{text}。本报通讯员 {who} 摄",
)
_SHOWN = (
    "村民在田间移栽秧苗",
    "志愿者清理河道垃圾",
    "工人在车间检修设备",
    "学生们参加拔河比赛",
    "新建成的便民服务站",
    "医务人员为老人量血压",
)
_NOTICES = (
    "遗失声明：{who}遗失居民身份证一张，声明作废。",
    "广告热线：0772-2145678",
    "节约用水 人人有责",
    "讲文明 树新风 公益广告",
    "社会主义核心价值观：富强 民主 文明 和谐",
)
_FURNITURE = (
    "3",
    "02版",
    "第2版：要闻",
    "2024年3月12日 星期二",
    "责任编辑：卢小青 版式：韦一帆 校对：农晓春",
    "青石报 2024年3月12日",
    "A02",
)
_SUBHEADS = (
    "党建引领聚合力",
    "从“靠天吃饭”到“知天而作”",
    "精准施策 抓好源头治理",
    "多方联动 管住关键环节",
    "小院里的大变化",
    "产业兴旺底气足",
    "记者在现场看到",
    "让群众少跑腿、数据多跑路",
    "一个支部一座堡垒",
    "近日传来好消息",
)
_RUBRICS = ("图片新闻", "简讯", "短波", "民生在线", "乡村振兴进行时")
_JUMPS = (
    ("（下转第3版）", "（上接第1版）"),
    ("▶下转2版", "◀上接1版"),
    ("（下转4版）", "（紧接第一版）"),
    ("【下转第二版】", "【上接第一版】"),
)
_NUMBERS: dict[str, Callable[[int], str]] = {
    "1、": lambda n: f"{n}、",
    "1.": lambda n: f"{n}.",
    "1 . ": lambda n: f"{n}. ",
    "①": lambda n: chr(ord("①") + n - 1),
    "一、": lambda n: "一二三四五六七八九"[n - 1] + "、",
    "（一）": lambda n: f"（{'一二三四五六七八九'[n - 1]}）",
    "【1】": lambda n: f"【{n}】",
    "01 ": lambda n: f"0{n} ",
    "NO.": lambda n: f"NO.{n} ",
    "●": lambda _: "●",
    "◆": lambda _: "◆ ",
}
_DIGESTS = (
    "青石县一周要闻（3月4日—3月10日）",
    "《青石日报》双桥专刊",
    "乡镇动态简讯",
    "【要闻速览】青石这一周",
    "3月12日《青石日报》要闻",
)


def stock_copy(room: Newsroom) -> Copy:
    """Return a story of the stock, its blanks filled."""
    title, kicker, subtitle, paragraphs, subheads = room.random.choice(STOCK)
    room.new_topic()
    fill = room.fill
    return Copy(
        fill(title),
        fill(kicker) if kicker else None,
        fill(subtitle) if subtitle else None,
        [fill(text) for text in paragraphs],
        list(subheads),
    )


class Printroom:
    """Sets pages, the same ones for the same seed."""

    def __init__(self, seed: int, supply: Callable[[Newsroom], Copy] = stock_copy) -> None:
        self.news = Newsroom(seed)
        self.random = self.news.random
        self.supply = supply
        self._titles: set[str] = set()

    def page(self, styles: Sequence[str] = (), cuts: int = 3) -> Sheet:
        """Return a newspaper page whose stories are signed in one of *styles* (all of a kind, or mixed)."""
        pick = self.random
        ways = list(styles) or self._ways()
        stories = [self._story(pick.choice(ways), pick.randint(0, cuts)) for _ in range(pick.randint(3, 10))]
        sheet = Sheet([], stories, features={f"way {way.split()[0]}" for way in ways})
        order = [list(story.lines) for story in stories]
        if pick.random() < 0.35:
            self._interrupt(sheet, order)
        if pick.random() < 0.5:
            sheet.lines.append(pick.choice(_FURNITURE))
        for lines in order:
            sheet.lines += [*self._strays(sheet), *lines]
        sheet.features |= {feature for story in stories for feature in story.features}
        return sheet

    def digest(self) -> Sheet:
        """Return a digest of numbered or marked items."""
        pick = self.random
        mark = pick.choice(list(_NUMBERS))
        signed = pick.random() < 0.6
        ways = [w for group in (_BELOW, _TAILS) for w in group] if signed else ["none"]
        stories = [
            self._story(pick.choice(ways), 0, shapes=("plain", "kicker", "dash", "below"))
            for _ in range(pick.randint(3, 8))
        ]
        sheet = Sheet(
            [], stories, pick.choice(_DIGESTS), {f"digest {mark}", "digest signed" if signed else "digest unsigned"}
        )
        for number, story in enumerate(stories, 1):
            sheet.lines += [_NUMBERS[mark](number) + story.lines[0], *story.lines[1:]]
            sheet.features |= story.features
        return sheet

    def article(self) -> Sheet:
        """Return an ordinary article: one story, long, with subheads, pictures, boxes and more than one signature."""
        pick = self.random
        copies = [self._copy() for _ in range(pick.randint(2, 4))]
        paragraphs = [text for copy in copies for text in copy.paragraphs]
        names = [self.news.person() for _ in range(2)]
        story = Printed(copies[0].title, paragraphs, authors=[], features={"article"})
        lines = self._cut(story, paragraphs, pick.randint(0, 2))
        marks: Callable[[int], str] = pick.choice((lambda _: "", lambda _: "", *_NUMBERS.values()))
        whole = [n for n in range(1, len(lines)) if re.search(r"[。！？”]$", lines[n - 1])]
        places = sorted(pick.sample(whole, min(len(whole), pick.randint(2, 5))))
        subheads = pick.sample(_SUBHEADS, len(places))
        for number, (at, subhead) in reversed(list(enumerate(zip(places, subheads, strict=True), 1))):
            lines.insert(at, marks(number) + subhead)
            story.loose.append(marks(number) + subhead)
        for _ in range(pick.randint(0, 3)):
            self._illustrate(story, lines)
        opening = pick.choice(("", "", f"本报讯（记者 {names[0]}）", f"新华社南宁3月5日电（记者 {names[0]}）"))
        under = pick.choice(([], [], [f"本报记者 {names[0]}"], [f"□ {names[0]}"]))
        closing = pick.choice(
            (
                [],
                [f"（记者 {' '.join(names)}）"],
                [f"本报通讯员 {names[1]} 摄"],
                ["（作者单位：青石县委党校）"],
                ["（参与采写：农春、王一）"],
            )
        )
        box = pick.choice(
            (
                [],
                ["相关链接", paragraphs[-1]],
                ["记者手记", "走村串户之后，记者最大的感受是：群众心里有杆秤，谁真心为他们办事，他们就念谁的好。"],
                ["编者按", "本报今起推出系列报道，讲述基层的新变化、新气象，敬请关注。"],
                ["专家点评", f"省社科院研究员{names[1]}认为，这一做法抓住了关键。"],
            )
        )
        lines[0] = opening + lines[0]
        story.loose += [opening, *under, *closing, *box]
        story.lines = [story.title, *under, *lines, *closing, *box]
        return Sheet(
            story.lines,
            [story],
            features={f"box {box[0]}" if box else "no box", f"close {closing}", f"open {opening[:4]}"},
        )

    def _ways(self) -> list[str]:
        pick = self.random
        every = [w for group in (_LEADS, _UNDER, _BELOW, _TAILS) for w in group]
        kind = pick.choice(("leads", "leads", "mixed", "below", "under"))
        if kind == "leads":
            return (
                [*pick.sample(list(_LEADS), 3), "photo line"] if pick.random() < 0.4 else pick.sample(list(_LEADS), 3)
            )
        if kind == "below":
            return [*pick.sample([*_BELOW, *_TAILS], 3), *(["photo line"] if pick.random() < 0.4 else [])]
        if kind == "under":
            return pick.sample(list(_UNDER), 3)
        return [*pick.sample(every, 5), "photo line"]

    def _copy(self) -> Copy:
        while True:
            copy = self.supply(self.news)
            if copy.title not in self._titles:
                self._titles.add(copy.title)
                return copy

    def _story(self, way: str, cuts: int, shapes: Sequence[str] = ()) -> Printed:
        copy = self._copy()
        if way.startswith("photo"):
            copy = copy._replace(paragraphs=copy.paragraphs[:2], subheads=[])
        pick = self.random
        story = Printed(copy.title, list(copy.paragraphs), features={way})
        names = [self.news.person() for _ in range(pick.choice((1, 1, 2, 3)))]
        body = self._sign(story, way, names)
        lines = self._cut(story, body, cuts)
        for at, subhead in copy.subheads:
            if 0 < at < len(copy.paragraphs):
                opening = copy.paragraphs[at][:10]
                lines.insert(next(i for i, line in enumerate(lines) if line.startswith(opening)), subhead)
                story.loose.append(subhead)
        if pick.random() < 0.25 and not way.startswith("photo"):
            self._illustrate(story, lines)
        story.lines = [*self._heads(story, copy, shapes), *story.lines, *lines]
        if way in _BELOW or way in _PHOTO:
            story.lines.append(story.loose[0])
        return story

    def _sign(self, story: Printed, way: str, names: list[str]) -> list[str]:
        pick = self.random
        form = pick.choice({**_LEADS, **_UNDER, **_BELOW, **_TAILS, **_PHOTO, "none": ("",)}[way])
        if "{a}" in form and len(names) < 2:
            names.append(self.news.person())
        if way.startswith("photo"):
            names = names[:1]
        told = form.format("、".join(names), " ".join(names), "，".join(names), a=names[0], b=" ".join(names[1:]))
        story.authors = names if way != "none" else []
        body = list(story.paragraphs)
        story.loose.append(told)
        if way in _LEADS:
            body[0] = told + body[0]
        elif way in _UNDER:
            story.lines.append(told)
        elif way in _TAILS:
            body[-1] += told
        return body

    def _cut(self, story: Printed, body: list[str], cuts: int) -> list[str]:
        lines = list(body)
        for _ in range(cuts):
            i = max(range(len(lines)), key=lambda n: len(lines[n]) * self.random.random())
            if len(lines[i]) < 50:
                continue
            at = self.random.randint(26, len(lines[i]) - 8)
            told = re.match(r"\S{0,60}[）)]", lines[i])
            if (told and at <= told.end()) or lines[i][at - 1 : at + 1].strip() != lines[i][at - 1 : at + 1]:
                continue
            if re.search(r"[。！？”]$", lines[i][:at]) or re.match(r"[）)]", lines[i][at:]):
                continue
            story.seams.append(lines[i][at - 8 : at] + lines[i][at : at + 8])
            story.features.add("cut")
            lines[i : i + 1] = [lines[i][:at], lines[i][at:]]
        return lines

    def _illustrate(self, story: Printed, lines: list[str]) -> None:
        pick = self.random
        form = pick.choice(_CAPTIONS)
        caption = form.format(text=pick.choice(_SHOWN), who=self.news.person())
        story.loose.append(caption)
        story.features.add(f"caption {form}")
        lines.insert(pick.choice((0, len(lines), pick.randint(0, len(lines)))), caption)

    def _heads(self, story: Printed, copy: Copy, shapes: Sequence[str]) -> list[str]:
        pick = self.random
        shape = pick.choice(list(shapes) or ["plain"] * 4 + ["kicker", "kicker", "dash", "below", "split", "both"])
        kicker = copy.kicker or self.news.fill(
            pick.choice(("{office}召开{deed}推进会", "{town}组织开展{deed}", "县领导到{town}调研{thing}产业"))
        )
        below = (copy.subtitle or self.news.fill("——{town}发展{thing}产业见闻")).lstrip("—")
        story.features.add(f"heads {shape}")
        if shape == "plain":
            return [story.title]
        if shape == "kicker":
            story.heads = [kicker]
            return [kicker, story.title]
        if shape == "dash":
            story.heads = ["——" + below]
            return [story.title, "——" + below]
        if shape == "below":
            story.heads = [kicker]
            return [story.title, kicker]
        if shape == "both":
            story.heads = [kicker, "——" + below]
            return [kicker, story.title, "——" + below]
        at = story.title.find(" ") if " " in story.title else len(story.title) // 2
        return [story.title[:at], story.title[at:].strip()] if len(story.title) > 10 else [story.title]

    def _interrupt(self, sheet: Sheet, order: list[list[str]]) -> None:
        """Let one story break off at a cut, to go on behind one or two others, perhaps with a line that says so."""
        pick = self.random
        for i in pick.sample(range(len(order)), len(order)):
            lines, story = order[i], sheet.stories[i]
            ends = [n for n in range(1, len(lines)) if lines[n - 1][-8:] + lines[n][:8] in story.seams]
            if not ends or i + 2 >= len(order):
                continue
            at = pick.choice(ends)
            head, tail = lines[:at], lines[at:]
            if pick.random() < 0.4:
                to, start = pick.choice(_JUMPS)
                if pick.random() < 0.5:
                    head, tail = [*head, to], [start, *tail]
                else:
                    head, tail = [*head[:-1], head[-1] + to], [start + tail[0], *tail[1:]]
                sheet.features.add(f"jump {to}")
            order[i] = head
            order.insert(i + pick.randint(2, min(3, len(order) - i)), tail)
            sheet.features.add("interrupted")
            return

    def _strays(self, sheet: Sheet) -> list[str]:
        pick = self.random
        if pick.random() > 0.25 or not sheet.lines:
            return []
        stray = pick.choice((*_NOTICES, *_FURNITURE, *_RUBRICS)).format(who=self.news.person())
        sheet.features.add(f"stray {stray[:6]}")
        return [stray]


def poem_of(room: Newsroom) -> list[str]:
    """Return the lines of a poem under its title, signed."""
    title, *lines = room.random.choice(POEMS)
    return [title, f"□ {room.person()}", *lines]


def brief_of(room: Newsroom) -> str:
    """Return a brief of one sentence."""
    room.new_topic()
    return room.fill(room.random.choice(BRIEFS))


def _squeeze(text: str | None) -> str:
    return re.sub(r"[\s\u3000—-]+", "", text or "")


def _f1(found: str, wanted: str) -> float:
    one, two = (Counter(text[i : i + 4] for i in range(max(1, len(text) - 3))) for text in (found, wanted))
    return 2 * sum((one & two).values()) / (sum(one.values()) + sum(two.values()))


def _without(text: str, parts: Sequence[str]) -> str:
    text = _squeeze(text)
    for part in sorted({_squeeze(p) for p in parts if len(_squeeze(p)) > 1}, key=len, reverse=True):
        text = text.replace(part, "")
    return text


class Read(NamedTuple):
    """A document as far as a score asks for it."""

    heads: str
    text: str
    authors: set[str]


def score(sheet: Sheet, documents: Sequence[Read]) -> Score:
    """Return what *documents* hold of *sheet*; a story is found where one document has its headline and its text."""
    result = Score(wanted=len(sheet.stories))
    used: set[int] = set()
    for story in sheet.stories:
        spare = [*story.loose, story.title, *story.heads, *story.authors]
        wanted = _without("".join(story.paragraphs), spare)
        for i, document in enumerate(documents):
            if i in used or _squeeze(story.title) not in _squeeze(document.heads):
                continue
            if _f1(_without(document.text, spare), wanted) < 0.97:
                continue
            used.add(i)
            result.found += 1
            if document.authors >= set(story.authors):
                result.signed += 1
            else:
                result.unsigned.append(story)
            break
        else:
            result.missed.append(story)
    texts = ["\n".join(map(_squeeze, document.text.split("\n"))) for document in documents]
    for story in sheet.stories:
        broken = [seam for seam in story.seams if not any(_squeeze(seam) in text for text in texts)]
        result.seams += len(story.seams)
        result.joined += len(story.seams) - len(broken)
        result.unjoined += broken
    result.surplus = len(documents) - len(used)
    result.spare = [document.text for i, document in enumerate(documents) if i not in used]
    return result
