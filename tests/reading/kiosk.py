"""A kiosk for tests: whole pages of newspapers and portals with several stories or one, and all that stands around them.

``Kiosk(seed).page(kind)`` gives the same page for a seed; the kinds are in ``KINDS``.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.reading.copydesk import MARKS, Copydesk, Filed, Item, numbered
from tests.reading.skins import SKINS, Frame

BLOCKS = ("p", "p", "p", "br", "brbr", "div", "rows", "li", "section", "dl", "blockquote", "span", "font")
DRESSES = ("plain", "b", "strong", "center", "h2", "h3", "h4", "font", "centred strong", "classed", "weighed")
INDENTS = ("", "　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "&emsp;&emsp;")
DIGESTS = (
    "一周要闻（4月1日—4月7日）",
    "青石县乡镇动态简讯",
    "4月2日《青石日报》要闻速览",
    "本周青石要闻集锦",
    "基层短波",
    "青石新闻早知道",
    "《平江日报》青石专刊",
    "部门工作动态（第12期）",
    "县直部门快讯",
    "石桥要闻简报",
)
STRAYS = (
    "第02版：综合新闻",
    "A03 综合",
    "2024年4月2日 星期二 责编：卢青 美编：韦帆 校对：农晓",
    "责任编辑 卢青　版式 韦帆　校对 农晓",
    "今日天气：多云转阵雨，东北风2级，18℃～25℃",
    "新闻热线：0772-2145678　广告热线：0772-2145699",
    "本报地址：青石县解放路18号　邮编：545100　印刷：青石日报印刷厂",
    "本报法律顾问：广西正大律师事务所 韦正",
    "遗失声明：罗大山遗失居民身份证一张，声明作废。",
    "国内统一连续出版物号：CN45-0012　邮发代号：47-11",
    "版权所有　未经许可不得转载",
    "2024-04-02 10:20:30",
    "最新消息",
    "热点",
    "图片新闻",
    "综合消息",
    "简讯",
    "导读",
    "零售每份1.00元",
    "青石日报社出版　总第3812期　今日4版",
)
JUMPS = (
    ("（下转第三版）", "（上接第一版）"),
    ("▶▶▶下转2版", "◀◀◀上接1版"),
    ("（下转A4版）", "（紧接A1版）"),
    ("（下转第2版①）", "（上接第1版①）"),
)


@dataclass
class Sheet:
    """A page as served, and what must be read from it."""

    html: str
    stories: list[Filed]
    frame: Frame
    absent: list[str]
    features: set[str] = field(default_factory=set)


class Kiosk:
    """Sells pages, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.desk = Copydesk(self.random)
        self._block = self._dress = self._indent = "p"

    def page(self, kind: str) -> Sheet:
        """Return a page of one of ``KINDS``."""
        pick = self.random
        self._block, self._dress, self._indent = pick.choice(BLOCKS), pick.choice(DRESSES), pick.choice(INDENTS)
        sheet: Sheet = getattr(self, f"_{kind}")()
        sheet.features |= {f"block {self._block}", f"dress {self._dress}", f"kind {kind}"}
        for story in sheet.stories:
            sheet.features |= story.features
        return sheet

    def _frame(self, titles: tuple[str, ...], *, of_paper: bool = False) -> Frame:
        return Frame.make(self.random, self.random.choice(titles), of_paper=of_paper)

    def _served(self, frame: Frame, body: str, stories: list[Filed], absent: list[str], *features: str) -> Sheet:
        name = self.random.choice([name for name in SKINS if frame.of_paper or not name.startswith("paper")])
        page = SKINS[name](frame, body)
        return Sheet(page, stories, frame, [*absent, *frame.absent], {f"skin {name}", *features})

    # Kinds of pages

    def _digest(self) -> Sheet:
        """A digest of items that are marked, or headed one by one."""
        pick = self.random
        mark = pick.choice((*MARKS, "none"))
        if mark == "none" and self._dress == "plain":
            self._dress = "strong"
        sign = pick.choice(("below", "tail", "lead", "none", "none", "mixed"))
        signs = ("below", "tail", "none") if sign == "mixed" else (sign,)
        stories = [
            self.desk.story(
                pick.choice(signs),
                pick.randint(1, 3),
                heads=("plain", "plain", "plain", "subtitle"),
                pictures=pick.choice((0, 0, 0, 1)),
            )
            for _ in range(pick.randint(3, 8))
        ]
        opens = numbered(mark) if mark != "none" else lambda _: ""
        lines = []
        for number, story in enumerate(stories, 1):
            for item in story.items:
                if item.kind == "title":
                    item.text = f"【{item.text}】" if mark == "【】" else opens(number) + item.text
            lines.append(self._set(story.items))
        frame = self._frame(DIGESTS)
        return self._served(frame, self._blocked("\n".join(lines)), stories, [], f"mark {mark}", f"digest {sign}")

    def _briefs(self) -> Sheet:
        """A digest whose headlines run into their text, in bold, in brackets or behind a mark."""
        pick = self.random
        form = pick.choice(
            (
                "【{0}】{1}",
                "<b>{0}</b>　{1}",
                "<strong>{0}</strong> {1}",
                "●<b>{0}</b>　{1}",
                "{2}、<strong>{0}。</strong>{1}",
                "■{0}　{1}",
                "<font color=red>【{0}】</font>{1}",
                "{2}.{0}。{1}",
            )
        )
        stories = [
            self.desk.story(pick.choice(("none", "none", "tail")), 1, heads=("plain",))
            for _ in range(pick.randint(3, 9))
        ]
        lines = [
            self._line(form.format(story.title, story.items[-1].text, number))
            for number, story in enumerate(stories, 1)
        ]
        return self._served(self._frame(DIGESTS), self._blocked("\n".join(lines)), stories, [], f"run-in {form}")

    def _paper(self, ways: tuple[str, ...] = ()) -> Sheet:
        """A page of a newspaper, given as text from column to column."""
        pick = self.random
        ways = ways or pick.choice(
            (("lead",), ("lead",), ("under",), ("lead", "under"), ("below",), ("lead", "tail"), ("lead", "bare lead"))
        )
        stories = [
            self.desk.story(
                pick.choice(ways),
                pick.randint(2, 5),
                subheads=pick.choice((0, 0, 0, 2)),
                pictures=pick.choice((0, 0, 0, 1)),
                cuts=pick.choice((0, 1, 2, 3)),
            )
            for _ in range(pick.randint(3, 8))
        ]
        features = {f"ways {' '.join(ways)}"}
        pieces = [list(story.items) for story in stories]
        if pick.random() < 0.4:
            self._interrupt(stories, pieces, features)
        absent: list[str] = []
        for at in range(len(pieces), -1, -1):
            if pick.random() < 0.25:
                stray = pick.choice(STRAYS)
                features.add(f"stray {stray[:8]}")
                absent.append(stray)
                pieces.insert(at, [Item("stray", stray)])
        body = self._columns([item for piece in pieces for item in piece])
        frame = self._frame(
            ("第02版：综合新闻", "第1版 要闻", "2024年4月2日 第A03版 综合", "青石日报 要闻版"), of_paper=True
        )
        return self._served(frame, body, stories, absent, *features)

    def _unsigned(self) -> Sheet:
        """A page of a newspaper on which some stories name nobody."""
        return self._paper(self.random.choice((("lead", "lead", "none"), ("under", "under", "none"))))

    def _article(self) -> Sheet:
        """An ordinary article, which stays whole: subheads, pictures, a box, two signatures."""
        pick = self.random
        story = self.desk.story(
            pick.choice(("lead", "under", "below", "tail", "none", "bare lead")),
            pick.randint(1, 9),
            heads=("plain",),
            subheads=pick.choice((0, 0, 2, 3)),
            pictures=pick.choice((0, 0, 1, 2)),
        )
        opens = pick.choice((lambda _: "", lambda _: "", numbered(pick.choice(MARKS[:12]))))
        number = 0
        for item in story.items:
            if item.kind == "subhead":
                number += 1
                item.text = opens(number) + item.text
                story.loose.append(item.text)
        body = self._set([item for item in story.items if item.kind != "title"])
        frame = self._frame((story.title,))
        return self._served(frame, self._blocked(body), [story], [])

    def _photos(self) -> Sheet:
        """A page of pictures, each with its caption, under or above a few sentences."""
        pick = self.random
        story = self.desk.story(
            pick.choice(("lead", "none", "tail")), pick.choice((1, 1, 2)), heads=("plain",), pictures=pick.randint(2, 5)
        )
        frame = self._frame((story.title,))
        return self._served(frame, self._blocked(self._set(story.items[1:])), [story], [])

    def _interrupt(self, stories: list[Filed], pieces: list[list[Item]], features: set[str]) -> None:
        """Let one story break off within a sentence and go on behind one or two others."""
        pick = self.random
        for i in pick.sample(range(len(stories)), len(stories)):
            items = pieces[i]
            ends = [n for n in range(1, len(items)) if items[n - 1].text[-8:] + items[n].text[:8] in stories[i].seams]
            if not ends or i + 2 >= len(pieces):
                continue
            at = pick.choice(ends)
            head, tail = items[:at], items[at:]
            if pick.random() < 0.5:
                to, start = pick.choice(JUMPS)
                head, tail = [*head, Item("stray", to)], [Item("stray", start), *tail]
                features.add(f"jump {to}")
            pieces[i] = head
            pieces.insert(i + pick.randint(2, min(3, len(pieces) - i)), tail)
            features.add("interrupted")
            return

    # Setting

    def _columns(self, items: list[Item]) -> str:
        """Set *items* in columns of some lines each, as tables or blocks."""
        pick = self.random
        make = pick.choice(("none", "none", "div", "td", "col"))
        if make == "none" or self._block in {"rows", "li", "dl"}:
            return self._blocked(self._set(items))
        size = 1 if make == "col" else pick.randint(4, 12)
        groups = [self._set(items[a : a + size]) for a in range(0, len(items), size)]
        if make == "td":
            return (
                "<table width=100%><tr>"
                + "".join(f"<td valign=top width=33%>{group}</td>" for group in groups)
                + "</tr></table>"
            )
        return "\n".join(f'<div class="lan{n % 3}">{group}</div>' for n, group in enumerate(groups))

    def _set(self, items: list[Item]) -> str:
        return "\n".join(self._item(item) for item in items)

    def _item(self, item: Item) -> str:
        if item.kind == "picture":
            return self._line(
                f'<img src="/pic/{self.random.randint(1, 9999)}.jpg" width=500>', centred=True, indent=False
            )
        if item.kind == "title":
            return self._heading(item.text)
        if item.kind in {"kicker", "subtitle"}:
            return self._line(item.text, indent=False, centred=self._dress.startswith("cent"))
        if item.kind == "subhead":
            return self._line(f"<strong>{item.text}</strong>" if self._dress != "plain" else item.text)
        if item.kind == "caption":
            return self._line(item.text, centred=True, indent=False)
        return self._line(item.text, indent=item.kind == "text")

    def _heading(self, text: str) -> str:
        dressed = {
            "b": f"<b>{text}</b>",
            "strong": f"<strong>{text}</strong>",
            "font": f'<font color="#CC0000" size="4"><b>{text}</b></font>',
            "weighed": f'<span style="font-weight:bold;color:#c00">{text}</span>',
            "centred strong": f"<strong>{text}</strong>",
        }.get(self._dress, text)
        if self._dress in {"h2", "h3", "h4"} and self._block not in {"li", "dl", "rows"}:
            return f"<{self._dress}>{text}</{self._dress}>"
        if self._dress == "classed" and self._block in {"p", "div"}:
            return f'<{self._block} class="biaoti">{text}</{self._block}>'
        if self._block == "dl":
            return f"<dt>{dressed}</dt>"
        return self._line(dressed, centred="cent" in self._dress, indent=False)

    def _line(self, inner: str, *, centred: bool = False, indent: bool = True) -> str:
        inner = (self._indent if indent else "") + inner
        align = ' align="center"' if centred else ""
        if self._block in {"p", "div", "blockquote"}:
            tag = "p" if self._block == "blockquote" else self._block
            return f"<{tag}{align}>{inner}</{tag}>"
        if self._block in {"br", "brbr"}:
            return (f"<center>{inner}</center>" if centred else inner + "<br>") + (
                "<br>" if self._block == "brbr" else ""
            )
        if self._block == "rows":
            return f"<tr><td{align}>{inner}</td></tr>"
        if self._block == "section":
            return f'<section><section style="text-align:{"center" if centred else "justify"}"><span>{inner}</span></section></section>'
        if self._block == "span":
            return f'<p{align}><span style="font-size:12pt"><span lang="EN-US">{inner}</span></span></p>'
        if self._block == "font":
            return f"<P{align}><FONT face=宋体 size=3>{inner}</FONT></P>"
        return f"<dd>{inner}</dd>" if self._block == "dl" else f"<li>{inner}</li>"

    def _blocked(self, lines: str) -> str:
        around = {"rows": "table", "li": "ul", "dl": "dl", "blockquote": "blockquote"}.get(self._block)
        return f"<{around}>{lines}</{around}>" if around else lines


KINDS: dict[str, Callable[..., Sheet]] = {
    name: getattr(Kiosk, f"_{name}") for name in ("digest", "briefs", "paper", "unsigned", "article", "photos")
}
