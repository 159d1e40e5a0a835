"""When an article was published and changed, as the meta tags of its page say."""

from __future__ import annotations

from crawler.reading.dates import Stamp, find_stamp, read_machine_stamp
from crawler.reading.metadata.tags import Tags

_TAGS = (
    "pubdate", "article:published_time", "og:article:published_time", "published", "publishdate", "publish_time",
    "datepublished", "firstpublishedtime", "weibo: article:create_at", "apub:time", "_pubtime", "date",
    "citation_publication_date", "citation_date", "dcterms.issued", "dc.date.issued", "dc.date",
    "bytedance:published_time", "og:release_date", "publishtime", "pub_date", "dateupdate", "createdate", "filetime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified")
# Databases give the zero of their calendar where no day was entered: 1900-01-01, 1970-01-01.
_NO_YEAR = 1970
_SAME_BUILD = 5


def find_published(tags: Tags) -> Stamp | None:
    """Return when the article was published, unless the tag is when the page was generated."""
    paper = find_stamp(tags.paper.get("date", ""))
    if paper:
        return Stamp(paper.day, None, 0, 0)
    for name in _TAGS:
        stamp = read_machine_stamp(tags.metas[name]) if name in tags.metas else None
        if stamp and stamp.day.year > _NO_YEAR and not _is_build(stamp, tags):
            # A last second of the day is a default, not a time.
            return Stamp(stamp.day, None, 0, 0) if stamp.time in ("23:59:59", "12:00:00") else stamp
    return None


def _is_build(stamp: Stamp, tags: Tags) -> bool:
    """Whether *stamp* is the moment at which the page was generated, to the second or cut to the minute."""
    built = find_stamp(tags.built or "")
    if built is None or built.time is None or stamp.time is None or built.day != stamp.day:
        return False
    apart = abs(_seconds(built.time) - _seconds(stamp.time))
    return apart <= _SAME_BUILD or stamp.time == f"{built.time[:5]}:00"


def _seconds(clock: str) -> int:
    hours, minutes, seconds = map(int, clock.split(":"))
    return (hours * 60 + minutes) * 60 + seconds


def find_modified(tags: Tags) -> Stamp | None:
    """Return when the article was last changed."""
    return next((stamp for name in _MODIFIED if name in tags.metas and (stamp := find_stamp(tags.metas[name]))), None)
