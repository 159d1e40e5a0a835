"""Names that sign a story without a word that says so: their place among headline and text is all that tells them."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.reading.patterns import pattern
from crawler.reading.people.bylines import PLACE_ENDS
from crawler.reading.people.surnames import has_double_surname, has_surname
from crawler.reading.stories.furniture import is_box_label, is_rubric
from crawler.reading.stories.lines import StoryLine
from crawler.reading.stories.sentences import is_closed, is_day
from crawler.reading.stories.signs import SPACED
from crawler.reading.stories.verse import may_be_verse
from crawler.reading.values import Author

_LONGEST = 40
_MARKS = "□■◆◇●○◎▲△★☆☉⊙※▪·•—– \u3000()（）"
_OPENING, _CLOSING = ("(", "（"), (")", "）")
# □文／2021级3班 某某, 文：某某
_WROTE = pattern(r"^(?P<role>文|图|诗|撰文|作者|口述|整理|执笔)\s?[/／:：]\s?(?=\S)")
# 某某 著, 某某 整理; a text turned into Simplified characters and back has 着
_WORK = pattern(r"^(?P<name>.{2,6}?)\s?(?P<role>[著着]|口述|编译|译|整理|编)$")
_DID = frozenset({"摄影报道", "图文报道", "文/图", "图/文", "文并图"})
# 患者家属：某某; 指导老师：某某
_LABELLED = pattern(r"^(?P<role>[\u4e00-\u9fff]{2,8})\s?[:：]\s?(?P<name>[\u4e00-\u9fff ]{2,8})$")
# Where the writer lives, learns or works, or what he is to the paper.
_UNIT = pattern(
    r"(?:[班级系科室局委办厅镇乡村矿厂站所队处会店庄屯街巷]|学[院校]|[大中小]学|幼儿园|社区|街道|小区|公司|医院|中心|支行|"
    r"居民|住户|业主|农民|毕业生|读者|市民|村民|网友|学生|律师|医[师生]|教师|老师|主任|干部|职工|工人|战士)$"
)
# Family names that begin words as often: 强产业 富百姓, 金秋, 平安.
_COMMON = frozenset(
    "强富高安方成常时金平和明家全东向党文国水石山车乐干实习红空关相游能从边通温农广满利都充连易步白黄青谈风花雷云毛"
)
# 韦小满（历史文化学院）: where the writer learns or works, in brackets behind the name.
_HOME = pattern(r"^(?P<name>[\u4e00-\u9fff]{2,4})\s?[（(](?P<unit>[\u4e00-\u9fff]{2,16})[)）]$")
# （作者系教育学院2015级毕业生 韦小满）
_ABOUT = pattern(r"^作者(?:系|为|是)?\s?")
_NAME = pattern(r"^[\u4e00-\u9fff]{2,4}$")
_FEWEST = 2
_SUBJECT = 20
_RUNNING = 30


def sign_by_place(lines: Sequence[StoryLine], *, sheet: bool) -> None:
    """Make bylines of those *lines* that are names and stand where a story's writer does.

    On a page that is not known for a *sheet* of a paper, one such line may be anything; two are a habit, the second
    above verse if need be.
    """
    found = _signed(lines, sheet=sheet)
    if not sheet and len(found) < _FEWEST:
        found = _signed(lines, sheet=True) if found else {}
        found = found if len(found) >= _FEWEST else {}
    for i, authors in found.items():
        lines[i].kind, lines[i].authors, lines[i].number = "byline", authors, None
        if i and lines[i - 1].kind == "head" and _may_end(lines[i - 1]):
            lines[i - 1].kind = "text"


def _signed(lines: Sequence[StoryLine], *, sheet: bool) -> dict[int, tuple[Author, ...]]:
    """Return which of *lines* name writers by their place, and whom."""
    return {i: authors for i in range(len(lines)) if (authors := _signed_at(lines, i, sheet=sheet))}


def _signed_at(lines: Sequence[StoryLine], i: int, *, sheet: bool) -> tuple[Author, ...]:
    line = lines[i]
    if line.kind not in {"head", "row"} or line.number or len(line.text) > _LONGEST:
        return ()
    before = next((x for x in reversed(lines[:i]) if x.kind != "furniture"), None)
    after = next((x for x in lines[i + 1 :] if x.kind != "furniture"), None)
    under = before is not None and before.kind == "head" and _is_told(lines, i + 1, sheet=sheet)
    ended = after is None or after.kind == "head" or is_box_label(after.text) or is_day(after.text)
    below = before is not None and ended and _may_end(before)
    # Below a rhyme, whose last line has no full stop, a name stands with its office.
    last = sheet or after is None or is_rubric(after.text)
    verse = last and before is not None and before.kind == "head" and ended
    if not (under or below or verse):
        return ()
    authors = read_names(line.text, alone=under)
    # Under 张三 begins the life of 张三: a subhead.
    told = after.text[:_SUBJECT] if after is not None and under else ""
    return () if any(author.name in told for author in authors) else authors


def _may_end(line: StoryLine) -> bool:
    """Whether a story may end with *line*: a sentence, which may look like a headline if it exclaims."""
    return is_closed(line.text) and (line.kind in {"text", "lead", "row"} or "，" in line.text)


def _is_told(lines: Sequence[StoryLine], start: int, *, sheet: bool) -> bool:
    """Whether running text begins with line *start*, or verse, which only a *sheet* is known to print."""
    following = [line for line in lines[start : start + 4] if line.kind != "furniture"]
    if not following:
        return False
    if following[0].kind == "text" and len(following[0].text) >= _RUNNING:
        return True
    return sheet and len(following) > 2 and all(map(may_be_verse, following[:3]))


def read_names(text: str, *, alone: bool) -> tuple[Author, ...]:
    """Return the authors that *text* names as papers do without a role; *alone* names may stand for themselves.

    >>> [author.name for author in read_names("石桥小学三（2）班 韦小满 指导老师：农春", alone=True)]
    ['韦小满', '农春']
    >>> read_names("石桥小学 春天来了", alone=True)
    ()
    """
    home = _HOME.match(text.lstrip(_MARKS))
    if home is not None and is_name(home["name"]) and _UNIT.search(home["unit"]):
        return (Author(home["name"]),)
    # （二号纸机 韦小满）: what stands before the name in brackets is where its bearer works, whatever it is.
    enclosed = text[:1] in _OPENING and text[-1:] in _CLOSING
    text = SPACED.sub(r"\1\2", text.strip(_MARKS))
    role = None
    if (wrote := _WROTE.match(text)) is not None:
        role, text = wrote["role"], text[wrote.end() :]
    if (work := _WORK.match(text)) is not None and is_name(work["name"]):
        return (Author(work["name"], work["role"]),)
    authors: list[Author] = []
    about = _ABOUT.match(text)
    unit = False
    words = (text[about.end() :] if about else text).split()
    if len(words) > 1 and words[-1] in _DID:
        role = words.pop()
    for at, word in enumerate(words):
        labelled = _LABELLED.match(word)
        if labelled is not None and is_name(labelled["name"]):
            authors.append(Author(labelled["name"], labelled["role"]))
            unit = True
        elif not authors and at + 1 < len(words) and (_UNIT.search(word) or (enclosed and not is_name(word))):
            unit = True
        elif is_name(word):
            authors.append(Author(word, role))
        else:
            return ()
    return tuple(authors) if unit or role or (alone and not _may_be_words(words)) else ()


def _may_be_words(names: Sequence[str]) -> bool:
    return any(name[0] in _COMMON and (len(name) < 3 or len(names) > 1) for name in names)


def is_name(word: str) -> bool:
    """Return whether *word* may be a person's name and is hardly anything else.

    >>> is_name("韦小满"), is_name("欧阳春华"), is_name("石桥县"), is_name("安全生产")
    (True, True, False, False)
    """
    if not _NAME.match(word) or word.endswith(PLACE_ENDS):
        return False
    return has_double_surname(word) if len(word) > 3 else has_surname(word)
