"""Parts of a page: heading lines, and the text under them until the next heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from crawler.reading.patterns import pattern
from crawler.reading.stories.lines import StoryLine
from crawler.reading.values import Author

_NEWS = pattern(
    r"^(?:[“\"].{2,40}[”\"].{0,12})?(?:\D{0,12}获悉|据(?:《[^《》]{2,12}》|\D{2,8}[社网台])(?:报道|消息)|近日|日前|连日来|近期|昨日|昨天|今日|今天|今晨|当前|眼下|时下|日前|[去今]年\d{1,2}月|"
    r"\d{1,2}月\d{1,2}日|\d{1,2}月[上中下]旬|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}日[上下]?午?|.{2,40}[，,](?:近日|日前|连日来))"
)
# What tells that something happened, wherever in a report's first lines it stands.
_HAPPENED = pattern(
    r"近日|日前|连日来|近期|昨[日天]|今[日天晨]|眼下|时下|日\s?[上下]?午|\d{1,2}月\d{1,2}日|\d{1,2}月[上中下]旬|本月|上周|本周|"
    r"获悉|记者|笔者|[”\"][^，。]{0,12}说|说[：:，]"
)
_DASH = pattern(r"^[—–－]{1,3}")
# A letter to the paper: 编辑同志：
_TO_EDITOR = pattern(r"^(?:尊敬的|敬爱的)?编辑(?:同志|部|先生|老师)?们?\s?[:：]")
_OPENING, _MOST_LINES = 300, 2
_LIST_STYLES = frozenset({"han", "bracket", "digits"})


@dataclass(slots=True)
class Part:
    """Heading lines with the text below them; *closer* is the byline or source that ends the text."""

    heads: list[StoryLine] = field(default_factory=list)
    under: list[StoryLine] = field(default_factory=list)
    body: list[StoryLine] = field(default_factory=list)
    closer: list[StoryLine] = field(default_factory=list)
    goes_on_elsewhere: bool = False
    comes_from_elsewhere: bool = False

    @property
    def texts(self) -> list[StoryLine]:
        return [line for line in self.body if line.kind in {"text", "lead", "row"}]

    @property
    def has_lead(self) -> bool:
        return bool(self.texts) and self.texts[0].kind == "lead"

    @property
    def is_signed_above(self) -> bool:
        return self.has_lead or bool(self.under)

    @property
    def is_signed_below(self) -> bool:
        return bool(self.closer) or (bool(self.texts) and bool(self.texts[-1].authors))

    @property
    def is_photo_signed(self) -> bool:
        """Whether the closing line names photographers only."""
        return bool(self.closer) and all(only_pictures(line.text) for line in self.closer)

    @property
    def is_open(self) -> bool:
        """Whether the text breaks off in mid-sentence, to go on elsewhere on this page."""
        return self.stops_short and self.texts[-1].is_open

    @property
    def stops_short(self) -> bool:
        """Whether the text has no end that a story may have."""
        return bool(self.texts) and self.texts[-1].stops_short and not self.closer and not self.goes_on_elsewhere

    @property
    def size(self) -> int:
        return sum(len(line.text) for line in self.texts)

    @property
    def is_news(self) -> bool:
        return bool(self.texts) and (self.has_lead or opens_news(self.texts[0].text))

    @property
    def is_letter(self) -> bool:
        return bool(self.texts) and bool(_TO_EDITOR.match(self.texts[0].text))

    @property
    def tells_event(self) -> bool:
        """Whether the first lines of the text say when something happened, or who said so."""
        return bool(_HAPPENED.search("".join(line.text for line in self.texts[:2])[:_OPENING]))

    @property
    def has_decks(self) -> bool:
        """Whether the heading is one that no subhead has: three lines, a dash before the second, one bold of two."""
        set_apart = len({head.strong for head in self.heads}) > 1
        return set_apart or len(self.heads) > _MOST_LINES or any(_is_deck(head) for head in self.heads[1:])

    @property
    def is_headed_as_story(self) -> bool:
        """Whether the heading is more than a subhead would have: two lines, or a subtitle behind a dash."""
        plain = [h for h in self.heads if h.number is None or h.number[0] not in _LIST_STYLES]
        return len(plain) > 1 and len(plain) == len(self.heads)


def _is_deck(head: StoryLine) -> bool:
    return bool(_DASH.match(head.text))


def opens_news(text: str) -> bool:
    """Return whether *text* opens as a report does that has no dateline: 近日, 5月7日, 记者从县里获悉."""
    return bool(_NEWS.match(text))


def only_pictures(text: str) -> bool:
    """Return whether a byline names who took the picture, not who wrote the text."""
    return bool(re.search(r"(?:摄|摄影|供图)[)）]?$", text)) and not re.search(r"文|采写|报道", text)


def read_parts(lines: Sequence[StoryLine]) -> list[Part]:
    """Return the parts of a page, in order; a part without heading is what follows a byline."""
    parts = [Part()]
    for i, line in enumerate(lines):
        part = parts[-1]
        if line.jump == "from" and not (part.heads and not part.body):
            parts.append(part := Part())
        part.comes_from_elsewhere |= line.jump == "from"
        part.goes_on_elsewhere |= line.jump == "to"
        if line.kind == "furniture":
            continue
        if line.kind == "head" and _is_verse(part, lines[i + 1 :]):
            part.body.append(replace(line, kind="row", number=None))
        elif line.kind == "head":
            if part.body or part.closer or (line.number and part.heads and part.heads[0].number is None):
                parts.append(part := Part())
            part.heads.append(line)
        elif line.kind in {"byline", "source"}:
            _sign(part, line, next((x for x in lines[i + 1 :] if x.kind != "furniture"), None), parts)
        else:
            ended = (part.closer and line.kind != "caption") or (
                part.texts and part.texts[-1].authors and line.kind == "text"
            )
            if ended or (line.kind == "lead" and part.texts):
                parts.append(part := Part())
            part.body.append(line)
    return [part for part in parts if (part.heads or part.body) and not (part is parts[-1] and _is_banner(part))]


def _is_banner(part: Part) -> bool:
    """Whether the last *part* of a page is the one line over all its stories, which the layout puts behind them."""
    halves = part.heads[0].text.split() if len(part.heads) == 1 and not (part.body or part.closer or part.under) else []
    return len(halves) == 2 and len(halves[0]) == len(halves[1])


def _is_verse(part: Part, following: Sequence[StoryLine]) -> bool:
    """Whether the next short line of *part* is one of a poem: nothing but short lines stands below its byline."""
    if not part.under or any(line.kind != "row" for line in part.body):
        return False
    beyond = next((line.kind for line in following if line.kind not in {"furniture", "caption"}), None)
    return beyond in {None, "head"} or (bool(part.body) and beyond == "row")


def _sign(part: Part, line: StoryLine, following: StoryLine | None, parts: Sequence[Part]) -> None:
    runs_on = following is not None and following.kind in {"text", "row"}
    if not part.texts and part.heads and following is not None and (following.kind != "row" or following.verse):
        part.under.append(line)
    elif only_pictures(line.text) and part.body and part.body[-1].kind == "caption":
        part.body[-1].credit = line.text  # the photographer's line under a caption
    elif runs_on and only_pictures(line.text) and not any(earlier.is_open for earlier in parts[:-1]):
        part.body.append(StoryLine(line.text, "caption", credit=line.text))  # a picture in the middle of the text
    else:
        part.closer.append(line)


def authors_of(lines: Sequence[StoryLine]) -> tuple[Author, ...]:
    """Return the authors that *lines* name, each once."""
    found: dict[str, Author] = {}
    for line in lines:
        for author in (*(line.lead.authors if line.lead else ()), *line.authors):
            found.setdefault(author.name, author)
    return tuple(found.values())
