"""Paragraphs that present a person who has nothing to do with the article: under a label, or from an encyclopaedia."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.patterns import pattern

# A clone farm sets its clients into news under 关于专家组：, 关于评委组： and the like.
_ABOUT = r"\s*关于(?:特邀|点评)?(?:专家|评委|评审|导师|嘉宾|顾问|讲师|主讲人?|指导老师|教练)(?:组|团队?|委员会|们)?"
_LABEL = pattern(_ABOUT + r"(?:\s*[：:\s]\s*(?=\S)|(?=[\u4e00-\u9fff·]{2,4}[，,（(]))")
_LONE_LABEL = pattern(_ABOUT + r"\s*[：:]\s*")
_NAMED = pattern(r"([\u4e00-\u9fff·]{2,4})[，,（(]")
# An encyclopaedia's table of a person, run together by whoever copied it: ，中文名钱多多，国 籍中国，民 族汉族.
_TABLED = pattern(r"[，,。\s]中文名\s?([\u4e00-\u9fff·]{2,4})[，,]")
_TABLE_FIELD = pattern(
    r"[，,](?:外文名|别\s?名|国\s?籍|民\s?族|性\s?别|出生[地日]|籍\s?贯|身\s?高|体\s?重|职\s?业|毕业院校|代表作|主要成就|运动项目)"
)
_FEWEST_FIELDS, _FEWEST_OTHERS = 3, 2
_PERSON = pattern(
    r"毕业于|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出)?生|[，,、]\s*[男女]\s*[，,]|[，,]字\S{1,3}[，,]|客座教授|会员|院士|人才库|"
    r"董事长|董事[^会]|总经理|创始人|传承人|荣誉(?:主席|称号)|艺术家|代表作|从事\S{1,12}(?:工作|教学|研究)"
)
# What a notice says of a real group of experts.
_GROUP = pattern(
    r"组成|成员|抽取|成立|组建|职责|负责|担任组长|由\S{1,20}(?:担任|组织)|回避|选派|名单|人数|费用|意见|本次|此次|邀请"
)


def is_labelled_splice(text: str) -> bool:
    """Say whether the paragraph *text* presents a person, whom no other sentence introduces, under such a label.

    >>> is_labelled_splice("关于专家组：王某某，毕业于某某大学，某协会会员")
    True
    >>> is_labelled_splice("关于专家组：由水利、地质专家组成，负责技术指导")
    False
    """
    label = _LABEL.match(text)
    if label is None:
        return False
    opening = text[label.end() : label.end() + 120]
    return bool(_PERSON.search(opening)) and not _GROUP.search(opening)


def find_presented(texts: Sequence[str]) -> dict[int, str]:
    """Return which of the paragraphs *texts* present such a person, each with what tells it.

    A label may be a line of its own, and more of what it presents may follow, line by line, under the person's name.

    >>> find_presented(["县里开了会。", "关于专家组：", "钱多多，男，1936年生", "钱多多著有六书。", "会议要求落实。"])
    {1: 'by its label', 2: 'by its label', 3: 'by its label'}
    """
    found: dict[int, str] = {}
    name = None
    for at, text in enumerate(texts):
        if is_labelled_splice(text):
            found[at] = "by its label"
            name = _name_of(text[match.end() :] if (match := _LABEL.match(text)) else text)
        elif at and _LONE_LABEL.fullmatch(texts[at - 1]) and is_labelled_splice(texts[at - 1] + text):
            found[at - 1] = found[at] = "by its label"
            name = _name_of(text)
        elif name and at - 1 in found and text.startswith(name):
            found[at] = "by its label"
        elif "中文名" in text and _is_tabled(texts, at):
            found[at] = "copied from an encyclopaedia"
    return found


def _name_of(text: str) -> str | None:
    match = _NAMED.match(text)
    return match[1] if match else None


def _is_tabled(texts: Sequence[str], at: int) -> bool:
    """Whether the paragraph is such a table, of a person of whom no other paragraph speaks."""
    named = _TABLED.search(texts[at])
    if named is None or len(_TABLE_FIELD.findall(texts[at])) < _FEWEST_FIELDS or len(texts) <= _FEWEST_OTHERS:
        return False
    return not any(named[1] in text for other, text in enumerate(texts) if other != at)
