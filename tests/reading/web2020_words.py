"""Sentences for pages of the newer web, built from word stocks: news, essays, technical notes, markets, entries."""

from __future__ import annotations

import random

_WHO = (
    "县水利局", "市气象台", "该公司", "研究团队", "村党支部", "多家平台", "项目负责人", "当地居民", "志愿服务队", "这家医院",
    "相关部门", "受访专家", "一位店主", "学校食堂", "编辑部", "调查组", "外出务工的年轻人", "主办方", "物流企业", "古籍馆",
)  # fmt: skip
_WHEN = (
    "今年以来", "上周末", "据了解", "不过", "与此同时", "在过去三年里", "入冬以后", "从目前的情况看", "去年同期", "在现场",
    "事实上", "另一方面", "按照计划", "截至发稿时", "雨停之后", "有意思的是", "春节前后", "随着气温回升", "走进车间", "说到底",
)  # fmt: skip
_DOES = (
    "正在整理", "先后走访了", "重新测算了", "公布了", "推迟了", "打算改造", "展示了", "记录下", "收购了", "修复了", "研究过",
    "试种了", "关注着", "回应了", "比较了", "建起了", "更换了", "守护着", "讨论了", "补上了",
)  # fmt: skip
_WHAT = (
    "两百多册旧县志", "一套新的计量办法", "沿河的十二处泵站", "三种口味的米粉", "全部的监测数据", "这条老街的屋檐", "冷链车的路线",
    "电池的循环寿命", "孩子们的课后时间", "本季度的订单", "山上的古茶树", "旧厂房的屋顶", "候鸟停歇的湿地", "一份长达四十页的报告",
    "球队的轮换阵容", "手机里的老照片", "社区的健身步道", "夜市的摊位", "药品的集采价格", "乡村教师的宿舍",
)  # fmt: skip
_ENDS = (
    "，比原先预计的早了{n}天", "，涉及{n}户人家", "，前后花了{n}万元", "，同比增长{n}.{m}%", "，结果令人意外", "，效果还要再看",
    "，让人松了一口气", "，这在全省还是第一次", "，其中{m}项已经完成", "，却没有留下姓名", "，不少人因此改变了看法",
    "，相关费用由各方分担", "，一直忙到天黑", "，误差不超过百分之{m}", "，并且愿意继续做下去", "",
)  # fmt: skip
_SAID = (
    "“{core}。”{person}说。", "“{core}，{core2}。”{person}告诉记者。", "{person}认为，{core}。", "{person}表示：“{core}。”",
    "“这件事急不得！”{person}一边擦汗一边说，“{core}。”", "有人问：{core}？答案并不简单。",
)  # fmt: skip
_TOLD = (
    "{when}，{core}。", "{core}；{core2}。", "{when}，{core}，而{core2}。", "{core}——这是{person}没有想到的。",
    "{year}年{m}月，{core}。", "{when}，{core}（{core2}）。", "{core}、{what}以及{what2}，都在其中。",
)  # fmt: skip
_LOOSE = (
    "我一直记得{what}", "其实{core}", "就这样，{core}", "后来呢？{core}", "{what}，{what2}", "别急，往下看", "真的，{core}！",
    "你有没有想过：{what}", "慢慢来", "那一年我{m}岁",
)  # fmt: skip
_NOTED = (
    "先在配置文件里把 timeout 设成 {n}，再重启 nginx，{core}。", "用 Python {m}.{m2} 跑一遍脚本，会看到 {n} 条记录，{core}。",
    "如果 API 返回 404，多半是路径写错了；{core}。", "在 Ubuntu 上执行 apt install 之后，{core}。",
)  # fmt: skip
_MARKED = (
    "截至收盘，上证指数报{n}{m}.{m2}点，涨幅0.{m}%；{core}。", "数据显示，{n}月期货主力合约收于{n}{m}元/吨，{core}。",
    "根据公告，公司拟以每股{m}.{m2}元回购不超过{n}万股，{core}。",
)  # fmt: skip
_HEADS = (
    "{what}为何难", "{who}：{core}", "{what}与{what2}", "{when}看{what}", "一个村子和{what}", "{who}{does}{what}", "{what}，路在何方？",
    "写在{what}之后", "“{what}”背后的故事", "{n}天{n2}夜：{who}{does}{what}", "{what} 点亮{what2}",
)  # fmt: skip
_SUBHEADS = (
    "先看一笔账",
    "从哪里来",
    "问题出在哪儿",
    "换一种办法",
    "下一步怎么走",
    "把路修到家门口",
    "他们怎么说",
    "写在最后",
)
_FAMILY, _GIVEN = (
    "王李张刘陈杨黄赵吴周徐孙朱胡郭林罗梁韦覃农莫",
    "伟芳敏静强磊军洋勇艳杰娟涛明超霞平刚桂兰丹萍鹏华玲晓东春燕国栋",
)
_STYLES = {"news": (_TOLD, _SAID), "essay": (_TOLD, _LOOSE), "note": (_NOTED, _TOLD), "market": (_MARKED, _SAID)}


class Writer:
    """Writes headlines and paragraphs, the same ones for the same seed, none of them twice."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._said: set[str] = set()

    def _core(self) -> str:
        pick = self.random.choice
        return pick(_WHO) + pick(_DOES) + pick(_WHAT) + pick(_ENDS).format(**self._numbers())

    def _numbers(self) -> dict[str, int]:
        small = self.random.randint
        return {
            "n": small(12, 98),
            "n2": small(2, 40),
            "m": small(1, 9),
            "m2": small(10, 99),
            "year": small(1998, 2021),
        }

    def fill(self, template: str) -> str:
        """Return *template* with its blanks filled."""
        pick = self.random.choice
        return template.format(
            who=pick(_WHO), when=pick(_WHEN), does=pick(_DOES), what=pick(_WHAT), what2=pick(_WHAT),
            core=self._core(), core2=self._core(), person=self.person(), **self._numbers(),
        )  # fmt: skip

    def person(self) -> str:
        return self.random.choice(_FAMILY) + "".join(self.random.sample(_GIVEN, self.random.choice((1, 2, 2))))

    def new(self, templates: tuple[str, ...]) -> str:
        """Return a text from *templates* that was not written before."""
        while (text := self.fill(self.random.choice(templates))) in self._said:
            pass
        self._said.add(text)
        return text

    def headline(self) -> str:
        while len(title := self.new(_HEADS)) > 38:
            pass
        return title

    def subhead(self) -> str:
        return self.random.choice(_SUBHEADS)

    def paragraphs(self, style: str, count: int) -> list[str]:
        """Return *count* paragraphs in *style*: of one to four sentences, in an essay now and then of a few words."""
        first, second = _STYLES[style]
        found = []
        for number in range(count):
            if style == "essay" and number and self.random.random() < 0.4:
                found.append(self.new(_LOOSE))
                continue
            kinds = [
                first if number == 0 or self.random.random() < 0.6 else second for _ in range(self.random.randint(1, 4))
            ]
            text = "".join(self.new(kind) for kind in kinds)
            found.append(text if style != "essay" or text[-1] in "。！？" else text + "。")
        return found
