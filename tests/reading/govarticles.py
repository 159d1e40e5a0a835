"""What county sites publish: reports, notices, decisions, bulletins, lists, interviews, each as blocks without markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.reading.govwords import Words

Kind = Literal["p", "head", "right", "centre", "table", "image", "film"]


@dataclass
class Block:
    """A paragraph, a subhead, a signature, a table's *rows*, or a picture with its caption as *text*."""

    kind: Kind
    text: str = ""
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Article:
    """A *title* and the *blocks* below it; *dated* as a document is, with its *number*, where it has one."""

    title: str
    blocks: list[Block]
    number: str | None = None
    signed: tuple[int, int, int] | None = None


def _p(text: str) -> Block:
    return Block("p", text)


def _day(words: Words) -> str:
    year, month, day = words.day()
    if words.chance(0.2):
        signs = "〇一二三四五六七八九"
        tens = ["", *"一二三四五六七八九", "十", *(f"十{n}" for n in "一二三四五六七八九"), "二十"]
        tens += [*(f"二十{n}" for n in "一二三四五六七八九"), "三十"]
        return f"{''.join(signs[int(digit)] for digit in str(year))}年{tens[month]}月{tens[day]}日"
    return f"{year}年{month}月{day}日"


def _signature(words: Words) -> list[Block]:
    return [Block("right", words.pick(words.government, words.office())), Block("right", _day(words))]


def report(words: Words) -> Article:
    """A report of one to many paragraphs."""
    count = words.rng.choice((1, 1, 2, 3, 4, 5, 6, 9, 14))
    blocks = [_p(words.paragraph()) for _ in range(count)]
    if count > 4 and words.chance(0.4):
        for at in (1, 3):
            blocks.insert(at, Block("head", words.fill("{thing}{deed}见成效")))
    return Article(words.headline(), blocks)


def photos(words: Words) -> Article:
    """Pictures, each with a caption, and little text."""
    blocks = [_p(words.paragraph())] if words.chance(0.6) else []
    for _ in range(words.rng.randint(1, 4)):
        caption = words.pick(
            words.fill("图为{town}的{thing}{deed}现场。"),
            words.fill("图为{office}干部在{town}查看{thing}。（{person}摄）"),
            words.fill("{town}村民参加{thing}{deed}。{person} 摄"),
            words.fill("▲{office}工作人员讲解{thing}知识"),
        )
        blocks.append(Block("image", caption if words.chance(0.7) else ""))
    if words.chance(0.5):
        blocks.append(_p(words.paragraph()))
    return Article(words.headline(), blocks)


def short_notice(words: Words) -> Article:
    """A notice of one or two lines, signed or not."""
    blocks = [_p(words.fill("因{thing}{deed}，{town}{month}月{day}日8时至17时停水，请用户提前储水。"))]
    if words.chance(0.5):
        blocks.append(_p("特此通知。"))
    if words.chance(0.5):
        blocks += _signature(words)
    return Article(words.pick(words.notice(), "停水通知", words.fill("{thing}{deed}公告")), blocks)


def decision(words: Words) -> Article:
    """A document with its number, addressees, articles, signature and openness."""
    year = words.rng.randint(2005, 2025)
    number = f"{words.name[0]}政{words.pick('', '办')}发〔{year}〕{words.rng.randint(1, 99)}号"
    blocks = [Block("centre", number)] if words.chance(0.3) else []
    blocks.append(_p("各乡镇人民政府，县政府各部门："))
    blocks.append(_p(words.paragraph()))
    for sign in "一二三四五"[: words.rng.randint(2, 5)]:
        blocks.append(Block(words.rng.choice(("p", "head")), words.fill(f"{sign}、做好{{thing}}{{deed}}")))
        blocks += [_p(f"（{n}）{words.sentence()}") for n in "一二三"[: words.rng.randint(1, 3)]]
    if words.chance(0.4):
        blocks.append(_p(words.fill("附件：{thing}{deed}登记表")))
    blocks += _signature(words)
    if words.chance(0.4):
        blocks.append(_p(words.pick("（此件公开发布）", "（此件主动公开）", "（公开属性：主动公开）")))
    return Article(words.notice(), blocks, number, words.day())


def bulletin(words: Words) -> Article:
    """A statistical bulletin: parts, sentences full of numbers, tables, notes."""
    title = words.fill("{place}{year}年国民经济和社会发展统计公报")
    blocks: list[Block] = []
    for sign in "一二三四五六"[: words.rng.randint(2, 6)]:
        blocks.append(Block("head", f"{sign}、{words.pick('综合', '农业', '工业和建筑业', '国内贸易', '人口和就业')}"))
        blocks += [_p(words.paragraph()) for _ in range(words.rng.randint(1, 3))]
        if words.chance(0.5):
            blocks.append(Block("centre", f"表{sign} {words.thing()}生产情况"))
            blocks.append(Block("table", rows=_numbers(words, words.rng.randint(3, 20))))
    blocks.append(_p("注：1.本公报各项数据为初步统计数。"))
    return Article(title, blocks)


def _numbers(words: Words, count: int) -> list[list[str]]:
    head = ["指标名称", "单位", "绝对数", "比上年增长（%）"]
    rng = words.rng
    rows = [
        [words.fill("{thing}产量"), "吨", f"{rng.randint(100, 99999)}", f"{rng.uniform(-9, 9):.1f}"]
        for _ in range(count)
    ]
    return [head, *rows]


def names(words: Words) -> Article:
    """A list of people or firms, as a table or one a line."""
    count = words.rng.choice((3, 10, 40, 120))
    if words.chance(0.6):
        rows = [["序号", "姓名", "性别", "报考单位", "成绩"]]
        rows += [
            [str(n), words.person(), words.pick("男", "女"), words.office(), f"{words.rng.uniform(50, 95):.2f}"]
            for n in range(1, count + 1)
        ]
        blocks = [Block("table", rows=rows)]
    else:
        blocks = [
            _p(f"{words.person()}　{words.office()}{words.pick('局长', '副局长', '主任')}")
            for _ in range(min(count, 30))
        ]
    if words.chance(0.6):
        blocks.insert(0, _p(words.fill("根据考试成绩，现将{office}招聘人员名单予以公布：")))
    return Article(words.fill("{place}{office}公开招聘工作人员名单"), blocks)


def budget(words: Words) -> Article:
    """A budget that is nothing but tables."""
    blocks: list[Block] = []
    for number in range(1, words.rng.randint(2, 4)):
        rows = [[f"表{number}", "单位：万元"], ["收入项目", "预算数", "支出项目", "预算数"]]
        rows += [
            [
                words.fill("{thing}收入"),
                str(words.rng.randint(1, 9999)),
                words.fill("{thing}支出"),
                str(words.rng.randint(1, 9999)),
            ]
            for _ in range(words.rng.randint(3, 25))
        ]
        blocks.append(Block("table", rows=rows))
    return Article(words.fill("{place}{office}{year}年部门预算"), blocks)


def picture_only(words: Words) -> Article:
    """A page that says all it says in a picture."""
    return Article(
        words.fill("一图读懂：{place}{thing}{deed}办法"), [Block("image") for _ in range(words.rng.randint(1, 3))]
    )


def film(words: Words) -> Article:
    """A film, with a sentence about it or none."""
    return Article(words.headline(), [Block("film"), *([_p(words.sentence())] if words.chance(0.6) else [])])


def nothing(words: Words) -> Article:
    """A page whose body the editor forgot."""
    return Article(words.notice(), [])


def interview(words: Words) -> Article:
    """Questions and answers."""
    host, guest = words.pick("主持人", "记者", "问"), words.pick(f"{words.person()}局长", words.person(), "答")
    blocks = [_p(words.paragraph())] if words.chance(0.5) else []
    for _ in range(words.rng.randint(2, 8)):
        blocks.append(_p(f"{host}：{words.fill('请问{town}的{thing}{deed}进展如何？')}"))
        blocks.append(_p(f"{guest}：{words.paragraph()}"))
    return Article(words.fill("{office}负责人谈{thing}{deed}"), blocks)


def leader(words: Words) -> Article:
    """Who a leader is and what is in his charge."""
    name = words.person()
    blocks = [
        _p(
            f"{name}，{words.pick('男', '女')}，汉族，{words.rng.randint(1962, 1985)}年{words.rng.randint(1, 12)}月生，{words.place}人，大学学历，中共党员。"
        ),
        _p("现任县委常委、常务副县长。"),
        _p(words.fill("工作分工：负责{office}、{office}、{office}等方面的工作，联系{town}。")),
    ]
    return Article(f"{name}简历", blocks)


def letter(words: Words) -> Article:
    """A citizen's letter and the answer of an office."""
    blocks = [
        _p(words.fill("您好！我是{town}村民，家门前的{thing}坏了{m}个月，什么时候能修？")),
        _p(words.fill("网友您好！您反映的问题收悉，{office}已派人到现场查看。")),
        _p(words.paragraph()),
        _p("感谢您对我们工作的关心和支持！"),
    ]
    return Article(words.fill("关于{town}{thing}维修的来信"), blocks + _signature(words))


def tender(words: Words) -> Article:
    """A call for bids with numbered items, days and hours, and whom to call."""
    year, month, day = words.day()
    blocks = [
        _p(words.fill("{office}受委托，就{town}{thing}{deed}项目进行公开招标，欢迎合格的供应商投标。")),
        Block("head", "一、项目基本情况"),
        _p(f"项目编号：{words.name[0]}CG-{year}-{words.rng.randint(100, 999)}"),
        _p(words.fill("项目名称：{town}{thing}{deed}")),
        _p(f"预算金额：{words.rng.randint(10, 900)}.00万元"),
        Block("head", "二、开标时间及地点"),
        _p(f"时间：{year}年{month}月{day}日09点30分（北京时间）"),
        _p(words.fill("地点：{place}公共资源交易中心第一开标室")),
        Block("head", "三、联系方式"),
        _p(f"采购人：{words.office()}"),
        _p(f"地 址：{words.place}人民路{words.rng.randint(1, 99)}号"),
        _p(f"联系人：{words.person()}　联系电话：0736-{words.rng.randint(2000000, 8999999)}"),
    ]
    return Article(
        words.fill("{town}{thing}{deed}项目公开招标公告"), blocks + (_signature(words) if words.chance(0.5) else [])
    )


def land(words: Words) -> Article:
    """Land put up for auction: a table between paragraphs."""
    rows = [["宗地编号", "宗地坐落", "面积（㎡）", "用途", "起始价（万元）"]]
    rng = words.rng
    rows += [
        [
            f"{rng.randint(2005, 2025)}-{n}",
            words.town(),
            str(rng.randint(900, 99999)),
            "住宅用地",
            str(rng.randint(90, 9999)),
        ]
        for n in range(1, rng.randint(2, 6))
    ]
    blocks = [_p("经县人民政府批准，决定以拍卖方式出让下列国有建设用地使用权。现将有关事项公告如下：")]
    blocks += [
        Block("table", rows=rows),
        _p(words.sentence()),
        _p(words.fill("联系电话：0736-{n}{n}")),
        *_signature(words),
    ]
    return Article(words.fill("{place}国有建设用地使用权拍卖出让公告"), blocks)


def consultation(words: Words) -> Article:
    """A draft put out for opinions."""
    blocks = [
        _p(
            words.fill(
                "为规范{thing}{deed}，{office}起草了《{place}{thing}管理办法（征求意见稿）》，现向社会公开征求意见。"
            )
        ),
        _p("公众可以通过以下途径提出意见："),
        _p(f"1.电子邮箱：{words.pick('slj', 'jyj', 'czj')}@example.gov.cn"),
        _p(words.fill("2.来信地址：{place}人民路{m}号，邮编：415{n}，信封上请注明“征求意见”字样。")),
        _p(f"意见反馈截止时间为{_day(words)}。"),
        *_signature(words),
    ]
    return Article(words.fill("关于公开征求《{place}{thing}管理办法》意见的公告"), blocks)


KINDS: dict[str, Callable[[Words], Article]] = {
    kind.__name__: kind
    for kind in (
        *(report, report, photos, short_notice, decision, bulletin, names, budget, picture_only, film, nothing),
        *(interview, leader, letter, tender, land, consultation),
    )
}
