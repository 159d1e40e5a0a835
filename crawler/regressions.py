"""What a crawl did worse than the portal's own crawls before it; the limits are learnt from those."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from crawler.kind import FULL

Counts = Mapping[str, Any]

# With so many crawls to learn from, their own spread tells what is normal; with fewer, only a fall by half is a sign.
_ENOUGH = 3
_LEAST_FALL, _FALL = 0.25, 0.5
# Below these numbers a change is chance.
_FEWEST_DOCUMENTS, _FEWEST_LINKS, _FEWEST_FAULTS = 8, 5, 3
# A share of pages may rise to half as much again as it ever was, and by two in a hundred; coverage may fall by ten.
_RISE, _FEW_MORE, _LEAST_LOSS = 1.5, 0.02, 0.1

_SHARES: tuple[tuple[str, Callable[[Counts], int]], ...] = (
    ("were unreadable", lambda counts: _number(counts, "unreadable")),
    ("were challenges", lambda counts: _number(counts, "blocked")),
    ("said that there is no such page", lambda counts: _in_columns(counts, "soft_404")),
    ("vanished", lambda counts: _number(counts, "vanished")),
)
_FIELDS = (("published", "a date"), ("source", "a source"), ("text", "a text"))


def find_regressions(kind: str, now: Counts, before: Sequence[Counts]) -> list[str]:
    """Return a line for each way in which a crawl that counted *now* is worse than the good ones *before* it.

    *kind* is that of all these crawls; *before* has the newest first, and where it is empty there is nothing to learn.
    """
    if not before:
        return []
    return [
        *_fewer_documents(kind, now, before),
        *_silent_columns(kind, now, before),
        *_more_faults(now, before),
        *_more_injections(now, before),
        *_less_coverage(now, before),
    ]


def _fewer_documents(kind: str, now: Counts, before: Sequence[Counts]) -> Iterable[str]:
    values = [_read(counts) for counts in before]
    # How much is new differs from day to day.
    limit = _lowest(values, _LEAST_FALL if kind == FULL else _FALL)
    if min(values) >= _FEWEST_DOCUMENTS and _read(now) < limit:
        yield f"{_read(now)} documents read, where {_span(values)} were in the {_crawls(values)}"


def _silent_columns(kind: str, now: Counts, before: Sequence[Counts]) -> Iterable[str]:
    for column in before[0].get("columns") or {}:
        for what, words in (("links", "links"), ("documents", "documents")):
            values = [_in_column(counts, column, what) for counts in before]
            value = _in_column(now, column, what)
            # Where there are no links at all, the monitors have said so.
            judged = _in_column(now, column, "links") and (what == "links" or kind == FULL)
            if judged and min(values) >= _FEWEST_LINKS and value < _lowest(values, _FALL):
                yield f"column {column!r} has {value} {words}, where it had {_span(values)} in the {_crawls(values)}"


def _more_faults(now: Counts, before: Sequence[Counts]) -> Iterable[str]:
    for words, count in _SHARES:
        shares = [count(counts) / _asked(counts) for counts in before]
        found = count(now)
        if found >= _FEWEST_FAULTS and found / _asked(now) > max(shares) * _RISE + _FEW_MORE:
            yield f"{found} of {_asked(now)} pages {words}, where at most {max(shares):.1%} did before"


def _more_injections(now: Counts, before: Sequence[Counts]) -> Iterable[str]:
    rates = [_injections(counts) / max(1, _read(counts)) for counts in before]
    found = _injections(now)
    if found >= _FEWEST_FAULTS and found / max(1, _read(now)) > max(rates) * _RISE + 2 * _FEW_MORE:
        yield f"{found} injections in {_read(now)} documents, where a hundred had at most {max(rates) * 100:.0f} before"


def _less_coverage(now: Counts, before: Sequence[Counts]) -> Iterable[str]:
    for field, words in _FIELDS:
        shares = [share for counts in before if (share := _coverage(counts, field)) is not None]
        share = _coverage(now, field)
        if share is not None and shares:
            spread = max(shares) - min(shares) if len(shares) >= _ENOUGH else 0.0
            if share < min(shares) - max(_LEAST_LOSS, spread):
                yield f"{share:.0%} of the documents have {words}, where at least {min(shares):.0%} had before"


def _lowest(values: Sequence[int], least_fall: float) -> float:
    """The value under which a fall from *values* is no chance: their own spread below the lowest of them."""
    if len(values) < _ENOUGH:
        return min(values) * (1 - _FALL)
    middle = sorted(values)[len(values) // 2]
    spread = (max(values) - min(values)) / max(1, middle)
    return min(values) * (1 - min(0.8, max(least_fall, spread)))


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


def _span(values: Sequence[int]) -> str:
    return str(values[0]) if min(values) == max(values) else f"{min(values)} to {max(values)}"


def _crawls(values: Sequence[int]) -> str:
    return "crawl before" if len(values) == 1 else f"{len(values)} crawls before"
