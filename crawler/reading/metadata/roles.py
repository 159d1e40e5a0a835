"""The writers in the fields of a bar: 记者：韦小满 通讯员：蓝志峰 编辑：黄采薇."""

from __future__ import annotations

import re

from crawler.reading.body.furniture import is_furniture, without_buttons
from crawler.reading.metadata.posters import is_nobody
from crawler.reading.metadata.unlabelled import is_person
from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import read_byline
from crawler.reading.values import Author

# The fields of a bar: of those who wrote, which may be several, and of all else that may stand beside them.
ROLE_LABEL = r"原?作\s*者|[记記]者|通[讯訊][员員]|撰\s*文|撰稿人?|执笔人?|供稿人?|投稿人?|整理|[摄攝]影"
_SHORT_LABEL = r"文字|图片|文[/／、]?[图圖]|[图圖][/／、]?文|文|[图圖]"
_OTHER_LABEL = (
    r"(?:作者|供稿|来稿|撰稿|报送|发布|信息提供)?(?:单位|部门|机构)|(?:信息|文章|稿件|新闻|内容|消息)?(?:来\s*源|來源|来自|出处|转[载贴帖发]自|稿源)|选稿|摄像|剪辑|出镜|配音|航拍|后期|策划|译者|翻译|主持人|嘉宾|口述|指导(?:老师|教师)|看板|標題|发布[人者]?|[审審][核校稿阅閱]人?|校[对審]|编审|"
    r"(?:责任|网络|本期|值班)?编辑|責任編輯|編輯|责编|监制|录入人?|[一二三初复终]审|(?:[发發][布佈表帖贴稿]|信息|更新|录入|上传|添加|提交|[张張][贴貼]|创建|编辑|刊发|撰写|回复|回覆|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,4})?(?:时间|時間|日期)|"
    r"(?:[浏瀏]览|点击|阅读|访问|查看|评论)(?:次数|量|率|数)?|人气|字[号体]|栏目|分类|标签|关键词|分享|打印|Source|Date"
)
# One sign alone (文, 图) is a label only where a field may begin; 文/图） is a role behind a name.
LABELS = pattern(
    rf"(?:(?P<role>(?:(?<![^\s|｜（(【\[])(?:{_SHORT_LABEL})|{ROLE_LABEL}))|(?<![^\s|｜（(【\[])[审编校]|{_OTHER_LABEL})\s*[：:/／丨]\s*(?![图圖文摄攝](?:\W|$))",
    re.I,
)
_PROSE = pattern(r"[。！？；]|，.*，")
_COLON = pattern(r"[：:/／丨]")
# The country before the name of a writer who is translated: [美]莎拉·莱尔.
_NATION = pattern(r"^[\[（(【〔][\u4e00-\u9fff]{1,5}[\]）)】〕]\s*(?=\S)")
_EDGE = " |｜[]【】"
_DATED = pattern(r"\d{1,4}\s*[-/.年]\s*\d{1,2}.*$|\d{1,2}[:：]\d{2}.*$")
# What writers call themselves in letters and digits.
_LATIN = pattern(r"^(?=.*[A-Za-z])[A-Za-z0-9_.-]{3,16}$")
_SCHOOL = pattern(r"(?:[一二三四五六七八九十实验附][中小]|[中小大]学|学[校院])$")
# Every role has one of these.
SIGN = pattern(r"[记記讯訊员員文图圖摄攝作撰稿执習习整]")
# What follows the writer in a bar of fields: 作者：某某 点击量：56; minified, without a blank between.
NEXT_FIELD = pattern(
    r"(?<=[^：:\s])(?:[\s|｜【\[]+|(?=[\u4e00-\u9fff]{2,6}[：:]))(?:[浏瀏]览|点击|阅读|访问|查看|人气|评论|(?:信息|文章|稿件)?来\s*源|出处|发布|更新|时间|日期|字[号体数]|"
    r"栏目|分类|标签|关键词|分享|打印|单位|部门)\S*.*$"
)
_LONGEST_BAR = 120


def fielded_writers(text: str) -> tuple[Author, ...] | None:
    """Return the writers whom the fields of the bar *text* name, each with his role; None where it has no such field.

    >>> fielded_writers("记者：韦小满 编辑：黄采薇"), fielded_writers("编辑：黄采薇")
    ((Author(name='韦小满', role='记者'),), None)
    """
    if len(text) > _LONGEST_BAR or not SIGN.search(text) or not _COLON.search(text) or _PROSE.search(text):
        return None
    labels = list(LABELS.finditer(text))
    if not any(label["role"] for label in labels):
        return None
    authors: list[Author] = []
    for label, end in zip(labels, [*(after.start() for after in labels[1:]), len(text)], strict=False):
        if label["role"]:
            role = "".join(label["role"].split())
            # 作者: 赵 培：某某学院 names the office behind a second colon.
            value = without_buttons(NEXT_FIELD.sub("", text[label.end() : end]).strip())
            value = _DATED.sub("", _NATION.sub("", value))
            value = _before_buttons(re.split(r"[：:】\]]", value)[0].strip(_EDGE))
            value = value if "（" in value or "(" in value else value.rstrip("）)")
            named = _people(read_byline(f"作者：{value}")) if value and not is_nobody(value) else ()
            named = named or ((Author(value, "作者"),) if _LATIN.match(value) and not is_nobody(value) else ())
            written = (Author(author.name, role if author.role == "作者" else author.role) for author in named)
            authors += [author for author in written if author not in authors]
    # 供稿：县供销社 作者：韦小满 names the office that sent in what he wrote.
    persons = any(is_person(author.name) for author in authors)
    return tuple(author for author in authors if not persons or is_person(author.name) or author.role != "供稿")


def _people(named: tuple[Author, ...]) -> tuple[Author, ...]:
    """The people among those *named*, where they stand behind the school they teach at: 县二中 韦小满."""
    people = tuple(one for one in named if is_person(one.name))
    return people if people and any(map(_SCHOOL.search, (one.name for one in named))) else named


def _before_buttons(value: str) -> str:
    """The *value* of the last field of a bar, which buttons may follow."""
    words = re.split(r"[\s|｜]+", value)
    end = next((at for at in range(1, len(words)) if is_furniture(" ".join(words[at:]))), len(words))
    return " ".join(words[:end])
