"""Words of counties that are not: places, offices, people, and sentences of the kinds their sites print."""

from __future__ import annotations

import random

_FIRST = "云临青白东龙石梅双平安长永清柳松竹金玉凤盘湖"
_SECOND = "溪江岭沙坡潭桥林河水塘山湾泉田源阳城川岗"
_FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗梁韦覃蓝农莫"
_GIVEN = "伟芳敏静强磊军洋勇艳杰娟涛明超霞平刚桂兰丹萍鹏华玲晓东春燕国栋"
_OFFICES = [
    "水利局",
    "教育局",
    "林业局",
    "民政局",
    "财政局",
    "审计局",
    "统计局",
    "司法局",
    "公安局",
    "农业农村局",
    "卫生健康局",
    "交通运输局",
    "市场监督管理局",
    "文化和旅游局",
    "自然资源局",
    "人力资源和社会保障局",
    "住房和城乡建设局",
    "应急管理局",
    "医疗保障局",
    "退役军人事务局",
]
_THINGS = [
    "河道",
    "校舍",
    "林地",
    "粮库",
    "冷库",
    "水渠",
    "桥梁",
    "药店",
    "客车",
    "厂房",
    "门面",
    "鱼塘",
    "茶园",
    "果园",
    "大棚",
    "食堂",
    "电梯",
    "锅炉",
    "燃气管道",
    "饮水工程",
]
_DEEDS = [
    "巡查",
    "清理",
    "抽检",
    "培训",
    "演练",
    "登记",
    "核查",
    "回访",
    "调研",
    "督查",
    "招聘",
    "宣讲",
    "慰问",
    "验收",
    "评议",
    "整改",
]
_COLUMNS = [
    "通知公告",
    "部门动态",
    "乡镇动态",
    "政务要闻",
    "公示公告",
    "工作动态",
    "政策解读",
    "县内要闻",
    "图片新闻",
    "统计数据",
    "人事任免",
    "财政预决算",
    "招标采购",
    "重点领域",
    "基层信息",
    "民生关注",
    "视频新闻",
    "回应关切",
]
_PARENTS = ["政务公开", "新闻中心", "信息公开", "公众参与", "走进本县", "法定主动公开内容", "要闻动态", "政府信息公开"]
_PAPERS = ["日报", "晚报", "融媒体中心", "新闻网", "电视台", "发布"]
_FRIENDS = ["中国政府网", "省人民政府", "市人民政府", "各县市区网站", "新华网", "人民网", "省政务服务网", "信用中国"]
_CLAUSES = (
    "{office}组织{n}名干部到{town}开展{thing}{deed}",
    "全县已完成{thing}{deed}{n}处",
    "{town}把{thing}{deed}列入今年的重点工作",
    "工作组沿途查看了{thing}的运行情况",
    "各村登记造册后报{office}备案",
    "技术人员逐户讲解了{thing}维护的要点",
    "对查出的{m}个问题当场开出清单",
    "投入资金{n}万元改造老旧{thing}",
    "群众代表就{thing}的收费标准提了{m}条意见",
    "施工单位按日报送{thing}进度",
    "比去年同期增加{m}.{k}个百分点",
    "请各单位于{month}月{day}日前把{deed}结果报送{office}",
    "受益农户达到{n}户",
    "值班人员二十四小时在岗",
    "涉及{town}等{m}个乡镇",
    "{person}介绍了{thing}管护的办法",
)
_HEADLINES = (
    "{office}开展{thing}{deed}工作",
    "{town}扎实推进{thing}{deed}",
    "{place}召开{thing}{deed}动员会",
    "{person}到{town}检查{thing}{deed}情况",
    "小小{thing}带富一方百姓",
    "{place}{n}处{thing}完成{deed}",
)
_NOTICES = (
    "关于开展{thing}{deed}工作的通知",
    "{office}关于{town}{thing}{deed}的公告",
    "关于印发《{place}{thing}{deed}管理办法》的通知",
    "关于{thing}{deed}结果的公示",
    "{place}{office}{year}年度{thing}{deed}实施方案",
)


def iso(day: tuple[int, int, int]) -> str:
    """Return *day* as ISO 8601 writes it.

    >>> iso((2025, 4, 9))
    '2025-04-09'
    """
    year, month, date = day
    return f"{year}-{month:02d}-{date:02d}"


class Words:
    """A county drawn by *rng*, and what its site says."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.name = rng.choice(_FIRST) + rng.choice(_SECOND)
        self.place = self.name + rng.choice("县县县市区")
        self.government = f"{self.place}人民政府"

    def pick(self, *choices: str) -> str:
        """Return one of *choices*."""
        return self.rng.choice(choices)

    def chance(self, share: float) -> bool:
        """Say yes as often as *share* says."""
        return self.rng.random() < share

    def person(self) -> str:
        """Return a name of two or three signs."""
        return self.rng.choice(_FAMILY) + "".join(self.rng.choice(_GIVEN) for _ in range(self.rng.choice((1, 2, 2))))

    def office(self) -> str:
        """Return an office of the county."""
        return self.pick(self.place, "县") + self.rng.choice(_OFFICES)

    def town(self) -> str:
        """Return a town or a village."""
        return self.rng.choice(_FIRST) + self.rng.choice(_SECOND) + self.rng.choice(("镇", "乡", "街道", "村"))

    def thing(self) -> str:
        """Return what offices look after."""
        return self.rng.choice(_THINGS)

    def column(self) -> str:
        """Return the name of a column."""
        return self.rng.choice(_COLUMNS)

    def parent(self) -> str:
        """Return the name of a column that holds others."""
        return self.rng.choice(_PARENTS)

    def paper(self) -> str:
        """Return a paper or a station of the county."""
        return self.name + self.rng.choice(_PAPERS)

    def friends(self) -> list[str]:
        """Return names of sites that all sites link to."""
        return list(_FRIENDS)

    def headline(self) -> str:
        """Return what a report is called."""
        return self.fill(self.rng.choice(_HEADLINES))

    def notice(self) -> str:
        """Return what a notice is called."""
        return self.fill(self.rng.choice(_NOTICES))

    def fill(self, form: str) -> str:
        """Return *form* with its blanks filled."""
        rng = self.rng
        return form.format(
            office=self.office(),
            town=self.town(),
            place=self.place,
            person=self.person(),
            thing=rng.choice(_THINGS),
            deed=rng.choice(_DEEDS),
            n=rng.randint(11, 980),
            m=rng.randint(2, 29),
            k=rng.randint(0, 9),
            month=rng.randint(1, 12),
            day=rng.randint(1, 28),
            year=rng.randint(2003, 2025),
        )

    def sentence(self) -> str:
        """Return a sentence of one to three clauses."""
        return "，".join(self.fill(self.rng.choice(_CLAUSES)) for _ in range(self.rng.randint(1, 3))) + "。"

    def paragraph(self) -> str:
        """Return a paragraph of one to four sentences."""
        return "".join(self.sentence() for _ in range(self.rng.choice((1, 2, 2, 3, 4))))

    def day(self) -> tuple[int, int, int]:
        """Return year, month and day."""
        return self.rng.randint(2003, 2025), self.rng.randint(1, 12), self.rng.randint(1, 28)
