"""What every crawl must do, whatever the crawls before it did."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from archive.language import Said, say
from archive.language import deferred as _
from archive.report.words import cause_words
from crawler.monitors.evidence import Evidence

# By these a crawl shows that it read pages, or did not need to.
_BROUGHT = ("documents", "duplicates", "unchanged")
_KNOWN = ("known", "known_ground")
# With so many challenges among its pages, all else that is missing follows from them.
_WALLED_SHARE = 0.5
# Fewer are chance, unless there are hardly any other pages.
_FEWEST = 3
_NAMED = 5


def pages_are_fetched(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault where the crawl got no page at all, with what its requests came to."""
    if not evidence.counts.get("pages"):
        told = tuple(_times(cause, count) for cause, count in _came_to(evidence.counts).items())
        yield say(_("no page was fetched ({causes})"), causes=told or say(_("nothing was asked for")))


def nothing_to_judge(evidence: Evidence) -> str | None:
    """Return why what a crawl brought says nothing of the portal, or None: what is wrong is told once, at its root."""
    if not evidence.counts.get("pages"):
        return "no page was fetched"
    if _challenged(evidence) > _WALLED_SHARE:
        return "the site blocks the crawler"
    return None


def no_column_links(evidence: Evidence) -> bool:
    """Tell whether none of the portal's columns links to anything."""
    return bool(evidence.ending.columns) and not _linking(evidence)


def documents_are_read(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault where no document came of the pages, though their lists named some.

    A paper of scanned pages is kept and has no text: where half of all that was fetched are such files, that is all.
    """
    counts, columns = evidence.counts, _columns(evidence).values()
    brought = any(counts.get(name) for name in _BROUGHT)
    known = any(column.get(name) for column in columns for name in _KNOWN)
    scanned = 2 * sum(int(column.get("files_without_text", 0)) for column in columns) >= int(counts["pages"])
    if not brought and not known and not scanned and not no_column_links(evidence):
        yield say(_("{pages} pages, but no document was read from them"), pages=counts["pages"])


def columns_have_links(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault for the columns that link to nothing: those whose pages did not come, and the others."""
    linking = _linking(evidence)
    silent = [column for column in evidence.ending.columns if column not in linking]
    unfetched = [column for column in silent if _columns(evidence).get(column, {}).get("failed")]
    moved = [column for column in silent if column not in unfetched]
    if len(moved) == 1:
        yield say(_("column {name!r} links to nothing; its list moved or is laid out anew"), name=moved[0])
    elif moved:
        many = _("{count} of {all} columns link to nothing ({names}); their lists moved or are laid out anew")
        yield say(many, count=len(moved), all=len(evidence.ending.columns), names=_names(moved))
    if len(unfetched) == 1:
        yield say(_("column {name!r} links to nothing; its list could not be fetched"), name=unfetched[0])
    elif unfetched:
        many = _("{count} of {all} columns link to nothing ({names}); their lists could not be fetched")
        yield say(many, count=len(unfetched), all=len(evidence.ending.columns), names=_names(unfetched))


def few_pages_are_challenges(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault where more of the pages than the setting BLOCKED_SHARE allows were challenges."""
    share, few = _challenged(evidence), evidence.counts.get("blocked", 0) < _FEWEST
    if evidence.counts.get("pages") and share > (_WALLED_SHARE if few else evidence.ending.blocked_share):
        words = _("{blocked} of {pages} pages were challenges; the site blocks the crawler")
        yield say(words, blocked=evidence.counts["blocked"], pages=_answered(evidence.counts))


def program_has_no_errors(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault where the program itself failed."""
    errors = evidence.counts.get("errors", 0)
    if errors:
        yield say(_("errors in the program: {count}; crawl.log names them"), count=errors)


def queue_is_done(evidence: Evidence) -> Iterable[Said]:
    """Yield a fault where the crawl ended before its queue did, and why."""
    reason, waiting = evidence.ending.reason, evidence.ending.waiting
    if reason != "finished":
        words = _("not finished ({reason}): {waiting} still in the queue; the next crawl goes on there")
        yield say(words, reason=_reason(reason), waiting=waiting)


def _reason(reason: str) -> Said:
    reasons = {
        "shutdown": say(_("it was stopped")),
        "closespider_timeout": say(_("its budget of time is spent")),
        "closespider_pagecount": say(_("its budget of pages is spent")),
        "closespider_bytes": say(_("its budget of bytes is spent")),
    }
    return reasons.get(reason) or Said(reason, reason)


def _came_to(counts: Mapping[str, Any]) -> dict[str, int]:
    """Return how often requests and answers came to nothing, by cause."""
    found = {str(cause): int(count) for cause, count in (counts.get("failures") or {}).items()}
    if counts.get("blocked"):
        found["blocked"] = int(counts["blocked"])
    return found


def _times(cause: str, count: int) -> Said:
    zh, en = cause_words(cause)
    return say(_("{cause}: {count}"), count=count, cause=Said(zh or cause, en))


def _challenged(evidence: Evidence) -> float:
    return int(evidence.counts.get("blocked", 0)) / _answered(evidence.counts)


def _answered(counts: Mapping[str, Any]) -> int:
    """Pages that were served, or said to be as they were; a challenge's own status, such as 412, makes it no page."""
    return max(1, int(counts.get("pages", 0)) + int(counts.get("unchanged", 0)), int(counts.get("blocked", 0)))


def _linking(evidence: Evidence) -> set[str]:
    return {column for column, found in _columns(evidence).items() if found.get("links")}


def _columns(evidence: Evidence) -> Mapping[str, Mapping[str, Any]]:
    return evidence.counts.get("columns") or {}


def _names(columns: Sequence[str]) -> str:
    return ", ".join(columns[:_NAMED]) + (" …" if len(columns) > _NAMED else "")
