"""A newsroom for tests: invented stories, set as digests and as newspaper pages with columns and interruptions."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

_TOWNS = ("临江镇", "青石镇", "白沙乡", "柳荫街道", "东坡镇", "双桥村", "龙潭社区", "平安乡", "石门镇", "梅林村")
_OFFICES = (
    "区农业农村局",
    "县水利局",
    "市场监管局",
    "区教育局",
    "县交通运输局",
    "县文旅局",
    "区民政局",
    "县卫健局",
    "团县委",
)
_THINGS = ("油茶", "早稻", "柑橘", "罗非鱼", "食用菌", "中药材", "山羊", "蜂蜜", "竹笋", "蚕桑")
_DEEDS = (
    "防汛演练",
    "普法宣传",
    "义诊服务",
    "技能培训",
    "环境整治",
    "招商推介",
    "读书活动",
    "消防检查",
    "植树活动",
    "助农直播",
)
_DAYS = ("3月7日", "近日", "日前", "5月12日上午", "连日来", "10月9日", "昨日", "6月1日至3日")
_FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁韦覃蓝农莫"
_GIVEN = "伟芳敏静强磊军洋勇艳杰娟涛明超霞平刚桂兰丹萍鹏华玲晓东春燕国栋"
_LEADS = (
    "{day}，{office}在{town}组织开展{deed}，{n}余名干部群众参加活动。",
    "{day}，{town}的{thing}迎来收获季，种植户们抢抓晴好天气，忙着采摘、分拣、装车，一派繁忙景象。",
    "{day}，记者从{office}获悉，今年以来全县{thing}产业实现产值{n}万元，同比增长{m}%，带动{n2}户群众增收。",
    "为进一步提升群众的获得感，{day}，{office}深入{town}开展{deed}，现场解答群众提出的问题{m}个。",
    "{day}，{town}召开{thing}产业发展现场会，总结去年的做法和成效，研究部署下一阶段的重点工作。",
)
_MORE = (
    "活动现场，工作人员通过发放资料、现场讲解、互动问答等方式，向群众介绍{thing}种植管理的要点，共发放资料{n}份。",
    "“以前卖{thing}要走十几里山路，现在车子直接开到地头。”种植户{person}说，今年他家又新种了{m}亩，预计收入{n}元以上。",
    "据了解，{town}立足当地的气候和土壤条件，采取“合作社+基地+农户”的办法，统一供苗、统一管护、统一销售，让{thing}真正成为富民产业。",
    "{office}有关负责人表示，下一步将继续加大扶持力度，完善配套设施，强化技术服务，让更多群众从中受益。",
    "会议强调，各级各部门要提高站位，压实责任，盯紧薄弱环节，细化工作举措，确保各项任务落到实处、见到成效。",
    "在{town}文化广场，志愿者们分成{m}个小组，对照清单逐户走访，帮助行动不便的老人打扫庭院、整理房间、测量血压。",
    "截至目前，全县累计投入资金{n}万元，建成{thing}示范基地{m}个，新修产业道路{m2}公里，安装太阳能路灯{n2}盏。",
    "参加活动的居民纷纷表示，这样的{deed}形式新、内容实，既学到了知识，又拉近了邻里之间的距离，希望今后能够经常举办。",
)
_TITLES = (
    "{town}{deed}暖民心",
    "小{thing}撑起大产业",
    "{town}：{thing}丰收采摘忙",
    "{office}开展{deed}进乡村",
    "{thing}香飘{town}",
    "{office}“三个到位”抓实{deed}",
    "谁为{thing}撑起保护伞？",
    "{deed}走进{town}",
)
_SLOGANS = (
    "凝心聚力谋发展 真抓实干开新局",
    "以学促干见行动 担当作为谱新篇",
    "聚焦民生实事 提升幸福指数",
    "强产业 富百姓",
)
_EVENTS = (
    "{office}召开{deed}推进会",
    "{town}举行{thing}文化节启动仪式",
    "县领导到{town}调研{thing}产业",
    "{office}组织开展{deed}",
)
_SUBHEADS = (
    "规划先行 蓝图绘到底",
    "党建引领聚合力",
    "科技赋能添动力",
    "小院里的大变化",
    "服务下沉解民忧",
    "产业兴旺底气足",
)
_CAPTIONS = ("{town}村民在采收{thing}", "志愿者在{town}开展{deed}", "{thing}分拣车间内一派繁忙")
_NOISE = (
    "第02版：综合新闻",
    "2024年3月12日 星期二",
    "责任编辑：卢小青 美编：韦一帆 校对：农晓春",
    "今日天气：多云，气温15℃～22℃。",
)


@dataclass
class Story:
    """What was written, before it was set."""

    title: str
    kicker: str | None
    subtitle: str | None
    paragraphs: list[str]
    authors: list[str]
    lines: list[str]  # as set, headlines included, columns cut
    subheads: list[str] = field(default_factory=list)


class Newsroom:
    """Writes stories and sets pages, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._persons: set[str] = set()
        self.new_topic()
        self._titles: set[str] = set()

    def new_topic(self) -> None:
        """Choose what the next story is about."""
        pick = self.random
        topic = {"office": _OFFICES, "town": _TOWNS, "thing": _THINGS, "deed": _DEEDS}
        self._topic = {name: pick.choice(choices) for name, choices in topic.items()}

    def fill(self, template: str) -> str:
        pick = self.random
        return template.format(
            **self._topic,
            day=pick.choice(_DAYS),
            person=self.person(),
            n=pick.randint(40, 900),
            n2=pick.randint(40, 900),
            m=pick.randint(3, 30),
            m2=pick.randint(3, 30),
        )

    def person(self) -> str:
        while True:
            given = "".join(self.random.choice(_GIVEN) for _ in range(self.random.choice((1, 2, 2, 2))))
            name = self.random.choice(_FAMILY) + given
            if name not in self._persons:
                self._persons.add(name)
                return name

    def title(self) -> str:
        while True:
            self.new_topic()
            title = self.fill(self.random.choice(_TITLES))
            if title not in self._titles:
                self._titles.add(title)
                return title

    def heads(self) -> tuple[str, str | None, str | None, list[str]]:
        """Return headline, kicker, subtitle, and the lines they are set in."""
        shape = self.random.choice(("plain", "plain", "plain", "kicker", "dash", "broken dash", "one line"))
        title = self.title()
        if shape == "plain":
            return title, None, None, [title]
        slogan, event = self.random.choice(_SLOGANS), self.fill(self.random.choice(_EVENTS))
        if shape == "kicker":
            return slogan, event, None, [event, slogan]
        if shape == "one line":
            return f"{event} {slogan}", None, None, [f"{event} {slogan}"]
        below = f"——{self.fill('{office}{town}{thing}产业')}发展工作综述"
        cut = len(below) - self.random.randint(4, 6)
        return title, None, below, [title, *([below] if shape == "dash" else [below[:cut], below[cut:]])]

    def story(self, style: str, cuts: int = 0, subheads: int = 0) -> Story:
        """Return a story signed in *style* (lead, under, line, bracket, photo, none), its text cut *cuts* times."""
        title, kicker, subtitle, head_lines = self.heads()
        more = self.random.sample(_MORE, self.random.randint(1, 4) if not subheads else 5)
        paragraphs = [self.fill(self.random.choice(_LEADS)), *(self.fill(text) for text in more)]
        authors = [self.person() for _ in range(self.random.choice((1, 1, 2)))]
        if style == "photo":
            paragraphs, subheads = paragraphs[:2], 0
            authors = authors[:1]
        below: list[str] = []
        if style == "lead":
            opening = self.random.choice(
                ("本报讯（通讯员{0}）", "本报讯(记者 {0})", "本报讯 （全媒体记者 {1}）", "日报消息（通讯员{0}）")
            )
            paragraphs[0] = opening.format("、".join(authors), " ".join(authors)) + paragraphs[0]
        elif style == "under":
            names = " ".join(authors)
            head_lines.append(self.random.choice(("本报记者 {0}", "□ 本报通讯员 {0}", "全媒体记者 {0}")).format(names))
        elif style == "line":
            names = " ".join(authors)
            below.append(
                self.random.choice(("通讯员：{0}", "本报通讯员 {0}", "（通讯员 {0}）", "（记者 {0}）")).format(names)
            )
        elif style == "bracket":
            paragraphs[-1] += (
                "（" + self.random.choice(("{0}", "通讯员 {0}", "记者 {0}")).format(" ".join(authors)) + "）"
            )
        elif style == "photo":
            below.append(self.random.choice(("本报通讯员 {0} 摄", "本报记者 {0} 摄", "（{0} 摄）")).format(authors[0]))
        else:
            authors = []
        set_subheads = self.random.sample(_SUBHEADS, subheads)
        lines = self._set(paragraphs, cuts)
        for number, subhead in enumerate(set_subheads):
            at = next(i for i, line in enumerate(lines) if line.startswith(paragraphs[1 + 2 * number][:6]))
            lines.insert(at, subhead)
        return Story(title, kicker, subtitle, paragraphs, authors, [*head_lines, *lines, *below], set_subheads)

    def _set(self, paragraphs: list[str], cuts: int) -> list[str]:
        lines = list(paragraphs)
        for _ in range(cuts):
            i = self.random.randrange(len(lines))
            if len(lines[i]) < 60:
                continue
            at = self.random.randint(30, len(lines[i]) - 12)
            lines[i : i + 1] = [lines[i][:at], lines[i][at:]]
        return [line for line in lines if line]

    def noise(self) -> str:
        return self.random.choice(_NOISE)

    def caption(self) -> str:
        return f"{self.fill(self.random.choice(_CAPTIONS))}。（{self.person()} 摄）"


def is_read(story: Story, title: str | None, heads: str, paragraphs: tuple[str, ...], authors: set[str]) -> bool:
    """Return whether *story* was read exactly: headline, text with every cut joined, and authors."""
    squeezed = ["".join(p.split()) for p in paragraphs]
    wanted = ["".join(p.split()) for p in story.paragraphs]
    extra = {"".join(line.split()) for line in (*story.lines, *story.subheads)} - set(wanted)
    read = [p for p in squeezed if p in wanted or p not in extra]
    title_read = "".join(story.title.split()) in "".join(heads.split())
    return title_read and bool(title) and read == wanted and set(story.authors) <= authors


def interrupt(room: Newsroom, story: Story, others: list[Story]) -> list[str]:
    """Return a page on which *story* breaks off in mid-sentence, *others* follow, and it then goes on."""
    longest = max(range(len(story.lines)), key=lambda i: len(story.lines[i]))
    line = story.lines[longest]
    at = room.random.randint(len(line) // 3, 2 * len(line) // 3)
    head, tail = [*story.lines[:longest], line[:at]], [line[at:], *story.lines[longest + 1 :]]
    return [*head, *(text for other in others for text in other.lines), *tail]
