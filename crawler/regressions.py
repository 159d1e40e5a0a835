"""What a crawl did worse than the portal's own crawls before it; the limits are learnt from those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.language import Said, say
from archive.language import deferred as _
from crawler.kind import FULL

Counts = Mapping[str, Any]

# With so many crawls to learn from, their own spread tells what is normal; with fewer, only a fall by half is a sign.
_ENOUGH = 3
_LEAST_FALL, _FALL = 0.25, 0.5
# Below these numbers a change is chance.
_FEWEST_DOCUMENTS, _FEWEST_LINKS, _FEWEST_FAULTS = 8, 5, 3
# A share of pages may rise to half as much again as it ever was, and by two in a hundred; coverage may fall by ten.
_RISE, _FEW_MORE, _LEAST_LOSS = 1.5, 0.02, 0.1
_NAMED = 5

# What a column counts is judged by its links and, in a full crawl, by its documents.
LINKS, DOCUMENTS = "links", "documents"
_SHARES: dict[str, Callable[[Counts], int]] = {
    "unreadable": lambda counts: _number(counts, "unreadable"),
    "blocked": lambda counts: _number(counts, "blocked"),
    "soft_404": lambda counts: _in_columns(counts, "soft_404"),
    "vanished": lambda counts: _number(counts, "vanished"),
}
FIELDS = ("published", "source", "text")


@dataclass(frozen=True, slots=True)
class Floor:
    """A count that should not fall under *least*; *seen* is what the crawls before counted, the newest first."""

    least: float
    seen: tuple[int, ...]

    @property
    def span(self) -> Said:
        """What was counted before, as one number or two."""
        low, high = min(self.seen), max(self.seen)
        return Said(str(low), str(low)) if low == high else say(_("{low} to {high}"), low=low, high=high)


@dataclass(frozen=True, slots=True)
class Bound:
    """A share that should not pass *limit*; *seen* is the worst one of the crawls before."""

    limit: float
    seen: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What the good *crawls* of one *kind* before this one let expect of it.

    *columns* have a floor for ``links`` and one for ``documents``; *shares* of pages (unreadable, blocked, soft_404,
    vanished) and *injections* a document have an upper bound, *coverage* of fields (published, source, text) a lower
    one. What was too rare to be a measure has no limit.
    """

    kind: str
    crawls: int
    documents: Floor | None
    columns: Mapping[str, Mapping[str, Floor]]
    shares: Mapping[str, Bound]
    injections: Bound
    coverage: Mapping[str, Bound]


def learn_limits(kind: str, before: Sequence[Counts]) -> Limits | None:
    """Return what crawls that counted *before* (the newest first, all good and of *kind*) let expect; None without any.

    >>> limits = learn_limits("full", [{"documents": 40}, {"documents": 50}])
    >>> limits.documents
    Floor(least=20.0, seen=(40, 50))
    """
    if not before:
        return None
    return Limits(
        kind=kind,
        crawls=len(before),
        # How much is new differs from day to day.
        documents=_floor(
            [_read(counts) for counts in before], _FEWEST_DOCUMENTS, _LEAST_FALL if kind == FULL else _FALL
        ),
        columns={column: _column_floors(kind, before, column) for column in before[0].get("columns") or {}},
        shares={
            name: _upper([count(one) / _asked(one) for one in before], _FEW_MORE) for name, count in _SHARES.items()
        },
        injections=_upper([_injections(one) / max(1, _read(one)) for one in before], 2 * _FEW_MORE),
        coverage={field: bound for field in FIELDS if (bound := _lower(before, field)) is not None},
    )


def fewer_documents(now: Counts, limits: Limits) -> Iterable[Said]:
    """Yield a fault where far fewer documents were read than in the crawls before."""
    floor = limits.documents
    if floor is not None and _read(now) < floor.least:
        words = _("documents read: {read}, where {before} were in the {crawls}")
        yield say(words, read=_read(now), before=floor.span, crawls=_crawls(limits))


def silent_columns(now: Counts, limits: Limits) -> Iterable[Said]:
    """Yield a fault for each of the columns that fell silent; of many, one that names the first."""
    faults = [
        fault
        for column, floors in limits.columns.items()
        # Where there are no links at all, the expectations have said so.
        if _in_column(now, column, LINKS)
        for what, floor in floors.items()
        if (fault := _silence(now, limits, column, what, floor)) is not None
    ]
    yield from faults[:_NAMED]
    if len(faults) > _NAMED:
        yield say(_("and so for {count} more columns; xianzhi coverage names them"), count=len(faults) - _NAMED)


def _silence(now: Counts, limits: Limits, column: str, what: str, floor: Floor) -> Said | None:
    value = _in_column(now, column, what)
    if value >= floor.least:
        return None
    words = {
        LINKS: _("column {name!r} has {value} links, where it had {before} in the {crawls}"),
        DOCUMENTS: _("column {name!r} has {value} documents, where it had {before} in the {crawls}"),
    }
    return say(words[what], name=column, value=value, before=floor.span, crawls=_crawls(limits))


def larger_share(name: str, words: str, now: Counts, limits: Limits) -> Iterable[Said]:
    """Yield a fault, told in *words*, where the share of pages that *name* counts rose."""
    bound, found = limits.shares[name], _SHARES[name](now)
    if found >= _FEWEST_FAULTS and found / _asked(now) > bound.limit:
        yield say(words, count=found, pages=_asked(now), before=f"{bound.seen:.1%}".replace(".0%", "%"))


def more_injections(now: Counts, limits: Limits) -> Iterable[Said]:
    """Yield a fault where the documents carry more injections than before."""
    bound, found = limits.injections, _injections(now)
    if found >= _FEWEST_FAULTS and found / max(1, _read(now)) > bound.limit:
        words = _("{count} injections in {read} documents, where a hundred had at most {before} before")
        yield say(words, count=found, read=_read(now), before=f"{bound.seen * 100:.0f}")


def less_coverage(field: str, words: str, now: Counts, limits: Limits) -> Iterable[Said]:
    """Yield a fault, told in *words*, where fewer of the documents have *field*."""
    bound, share = limits.coverage.get(field), _coverage(now, field)
    if bound is not None and share is not None and share < bound.limit:
        yield say(words, share=f"{share:.0%}", before=f"{bound.seen:.0%}")


def _column_floors(kind: str, before: Sequence[Counts], column: str) -> dict[str, Floor]:
    floors = {}
    for what in (LINKS, DOCUMENTS) if kind == FULL else (LINKS,):
        floor = _floor([_in_column(counts, column, what) for counts in before], _FEWEST_LINKS, _FALL)
        if floor is not None:
            floors[what] = floor
    return floors


def _floor(values: Sequence[int], fewest: int, least_fall: float) -> Floor | None:
    return Floor(_lowest(values, least_fall), tuple(values)) if min(values) >= fewest else None


def _lowest(values: Sequence[int], least_fall: float) -> float:
    """The value under which a fall from *values* is no chance: their own spread below the lowest of them."""
    if len(values) < _ENOUGH:
        return min(values) * (1 - _FALL)
    middle = sorted(values)[len(values) // 2]
    spread = (max(values) - min(values)) / max(1, middle)
    return min(values) * (1 - min(0.8, max(least_fall, spread)))


def _upper(shares: Sequence[float], more: float) -> Bound:
    return Bound(max(shares) * _RISE + more, max(shares))


def _lower(before: Sequence[Counts], field: str) -> Bound | None:
    shares = [share for counts in before if (share := _coverage(counts, field)) is not None]
    if not shares:
        return None
    spread = max(shares) - min(shares) if len(shares) >= _ENOUGH else 0.0
    return Bound(min(shares) - max(_LEAST_LOSS, spread), min(shares))


def _read(counts: Counts) -> int:
    """Documents that were read, new or held, and pages that did not have to be read again."""
    return sum(_number(counts, name) for name in ("documents", "duplicates", "unchanged"))


def _asked(counts: Counts) -> int:
    return max(1, _number(counts, "pages") + _number(counts, "unchanged"))


def _injections(counts: Counts) -> int:
    return sum(_whole(count) for count in (counts.get("injections") or {}).values())


def _coverage(counts: Counts, field: str) -> float | None:
    """The share of documents that have *field*; None where too few were read to tell."""
    fields = counts.get("fields") or {}
    read = _whole(fields.get("documents"))
    return _whole(fields.get(field)) / read if read >= _FEWEST_DOCUMENTS else None


def _in_columns(counts: Counts, what: str) -> int:
    return sum(_in_column(counts, column, what) for column in counts.get("columns") or {})


def _in_column(counts: Counts, column: str, what: str) -> int:
    return _whole((counts.get("columns") or {}).get(column, {}).get(what))


def _number(counts: Counts, name: str) -> int:
    return _whole(counts.get(name))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _crawls(limits: Limits) -> Said:
    return say(_("crawl before")) if limits.crawls == 1 else say(_("{count} crawls before"), count=limits.crawls)
