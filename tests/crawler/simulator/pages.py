"""The markup of fictional pages: rows, frames, words."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.crawler.simulator.fiction import HOST

NAMES = (
    *("政务要闻", "通知公告", "部门动态", "乡镇信息", "政策文件", "人事信息", "财政资金", "规划计划", "招标采购"),
    *("应急管理", "环境保护", "教育信息", "医疗卫生", "社会救助", "政策解读", "公示公告", "安全生产", "食品药品"),
)
VERBS = ("召开", "部署", "启动", "完成", "公布", "推进", "检查", "调研")
THINGS = (
    *("春耕备耕工作", "防汛抗旱会议", "道路养护工程", "社保扩面任务", "校园安全检查", "村庄清洁行动"),
    *("水库除险加固", "文明城市创建"),
)
TEXT = (
    "<p>本报讯 连日来，{0}，各乡镇党员干部深入田间地头，帮助群众解决实际困难。</p>"
    "<p>县农业农村局组织技术人员分片包干，现场讲解种植要领，发放资料一千余份。</p>"
    "<p>下一步，全县将继续加大投入，确保各项任务按期完成，让群众得到更多实惠。</p>"
)
ARTICLE = "<html><head><title>{0}</title></head><body><h1>{0}</h1><div id=zoom>" + TEXT + "</div>"


def title(dice: random.Random) -> str:
    return f"我县{dice.choice(VERBS)}{dice.choice(THINGS)}第{dice.randint(1, 999)}次"


def day(dice: random.Random) -> tuple[int, int, int]:
    return dice.randint(2021, 2025), dice.randint(1, 12), dice.randint(1, 28)


# A row as portals write it: *url* as linked, *text* the headline, *when* its day.
_ROWS: tuple[Callable[[str, str, str], str], ...] = (
    lambda url, text, when: f'<li><span>{when}</span><a href="{url}" title="{text}">{text[:10]}…</a></li>',
    lambda url, text, when: f'<li><a target=_blank href="{url}">{text}</a><i>{when}</i></li>',
    lambda url, text, when: f'<tr><td><a href="{url}">·{text}</a></td><td>[{when[5:]}]</td></tr>',
    lambda url, text, when: f'<div class="row"><a href="{url}">{text}</a><em>{when.replace("-", "/")}</em></div>',
    lambda url, text, when: f"<li><a href='{url}'><h3>{text}</h3><p>{text}的详细情况…</p><b>{when}</b></a></li>",
)
_LISTS = (
    "<ul class=list>{}</ul>",
    "<ul class=list>{}</ul>",
    "<table>{}</table>",
    "<div class=list>{}</div>",
    "<ul>{}</ul>",
)


def rows(dice: random.Random, addresses: list[str], extra: str = "", base: str = HOST + "/") -> str:
    """Return a list of rows that link to *addresses*, from a page at *base*, with *extra* after it."""
    shape = dice.randrange(len(_ROWS))
    items = [
        _ROWS[shape](linked(dice, one, base), title(dice), "{}-{:02}-{:02}".format(*day(dice))) for one in addresses
    ]
    if len(items) > 8 and dice.random() < 0.3:  # the five-row groups of some templates
        groups = [items[at : at + 5] for at in range(0, len(items), 5)]
        return "".join(_LISTS[shape].format("".join(group)) for group in groups) + extra
    return _LISTS[shape].format("".join(items)) + extra


def items(dice: random.Random, addresses: list[str]) -> list[str]:
    """Return rows as list items, one for each of *addresses*."""
    return [_ROWS[1](one.removeprefix(HOST), title(dice), "{}-{:02}-{:02}".format(*day(dice))) for one in addresses]


def linked(dice: random.Random, url: str, base: str) -> str:
    """Return *url* as a page at *base* may link to it: whole, from the root, or relative; without *base* from the root."""
    if not url.startswith(HOST) or not base:
        return url.removeprefix(HOST)
    folder = base.partition("?")[0].rpartition("/")[0] + "/"
    if url.startswith(folder) and len(url) > len(folder) and dice.random() < 0.5:
        return "./" + url.removeprefix(folder)
    above = folder.removesuffix("/").rpartition("/")[0] + "/"
    if len(above) > len(HOST) + 1 and url.startswith(above) and dice.random() < 0.3:
        return "../" + url.removeprefix(above)
    return url if dice.random() < 0.2 else url.removeprefix(HOST)


def chunks(articles: list[str], size: int) -> list[list[str]]:
    return [articles[start : start + size] for start in range(0, len(articles), size)] or [[]]
