"""Paragraphs that present a person under a label which has nothing to do with the article."""

from __future__ import annotations

from crawler.reading.patterns import pattern

# A clone farm sets its clients into news under 关于专家组：, 关于评委组： and the like.
_LABEL = pattern(
    r"\s*关于(?:特邀|点评)?(?:专家|评委|评审|导师|嘉宾|顾问|讲师|主讲人?|指导老师|教练)(?:组|团队?|委员会|们)?"
    r"(?:\s*[：:\s]\s*(?=\S)|(?=[\u4e00-\u9fff·]{2,4}[，,（(]))"
)
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
