"""What articles hold besides paragraphs of plain text: pictures, tables, links, lists, signatures, notes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of an article: its markup, the lines that must be read from it, and what may be read or not."""

    markup: str
    told: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
    at_end: bool = False


_TAG = re.compile(r"<[^>]+>")
_CAPTION = "图为村民在茶园里采茶（韦小满 摄）"
_ROWS = (("乡镇", "面积（亩）", "产量（吨）"), ("洛满镇", "1200", "340"), ("三都镇", "980", "275"))


def _told(*lines: str) -> Piece:
    """Paragraphs that are text as they stand."""
    return Piece("".join(f"<p>{line}</p>" for line in lines), tuple(_TAG.sub("", line) for line in lines))


def _table() -> Piece:
    rows = "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in _ROWS)
    return Piece(f'<table border="1">{rows}</table>', tuple("".join(row) for row in _ROWS))


PIECES: dict[str, Callable[[], Piece]] = {
    "picture": lambda: Piece(
        f'<p align="center"><img src="/u/a.jpg"></p><p style="text-align:center">{_CAPTION}</p>', free=(_CAPTION,)
    ),
    "table": _table,
    "attachments": lambda: Piece(
        '<p>附件：</p><p><a href="/f/a.docx">1.报名表.docx</a></p><p><a href="/f/b.xlsx">2.岗位表.xlsx</a></p>',
        free=("附件：", "1.报名表.docx", "2.岗位表.xlsx"),
        at_end=True,
    ),
    "subhead": lambda: _told("<strong>一、抓好春耕生产</strong>"),
    "signature": lambda: _told("石桥县人民政府办公室", "2025年4月10日")._replace(at_end=True),
    "editor": lambda: Piece("<p>（责任编辑：韦小满）</p>", free=("（责任编辑：韦小满）",), at_end=True),
    "byline": lambda: _told("（本报记者 韦小满 通讯员 蓝志峰）")._replace(at_end=True),
    "address": lambda: _told(
        '报名网址：<a href="http://b.example/">http://www.baoming.example/</a>，请在4月20日前登录。'
    ),
    "names linked": lambda: _told(
        '近日，<a href="/s/1">石桥县</a><a href="/s/2">农业农村局</a>联合<a href="/s/3">县气象局</a>发布<a href="/s/4">春播'
        '预报</a>，请<a href="/s/5">广大农户</a>注意。'
    ),
    "document linked": lambda: _told('详见<a href="/x.html">《石桥县农村饮水工程管护办法实施细则（试行）》</a>。'),
    "poem": lambda: _told("春风吹过青石岭", "新茶绿遍小山村", "阿妹采茶歌声起", "阿哥挑担上云层"),
    "questions": lambda: _told("问：今年的补贴标准是多少？", "答：每亩120元。", "问：什么时候发放？", "答：六月底前。"),
    "schedule": lambda: _told("9:00 签到", "9:30 开幕式", "10:00—11:30 专题报告", "14:00 分组讨论"),
    "telephones": lambda: _told("县水利局：0772-7212345", "县农业农村局：0772-7212346"),
    "list": lambda: Piece(
        "<ul><li>身份证复印件一份；</li><li>学历证明原件。</li></ul>", ("身份证复印件一份；", "学历证明原件。")
    ),
    "gallery": lambda: Piece("".join(f'<p align="center"><img src="/g/{n}.jpg"></p>' for n in range(6))),
    "read on": lambda: Piece(
        '<p><strong>延伸阅读：</strong></p><p><a href="/1.html">石桥县召开春耕生产现场会</a></p>'
        '<p><a href="/2.html">石桥县春茶开采节开幕</a></p>',
        at_end=True,
    ),
    "rights": lambda: Piece("<p>版权声明：本网转载此文目的在于传递更多信息，如有侵权请联系删除。</p>", at_end=True),
}


def furnish(pieces: Sequence[Piece], chance: random.Random) -> tuple[str, list[Piece]]:
    """Return *pieces* with one of another kind among them, and the name of that kind; now and then none."""
    kind = chance.choice(["plain", *PIECES])
    if kind == "plain":
        return kind, list(pieces)
    piece = PIECES[kind]()
    at = len(pieces) if piece.at_end else chance.randint(1, len(pieces))
    return kind, [*pieces[:at], piece, *pieces[at:]]
