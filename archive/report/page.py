"""The page of one crawl's report, as HTML that stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from archive.report.charts import chart_rows, publication_chart
from archive.report.columns import find_gaps
from archive.report.crawl import CrawlFacts
from archive.report.html import duration, local_time, number, render, size
from archive.report.tally import mapping, whole
from archive.report.words import (
    Pair,
    cause_words,
    injection_words,
    kind_words,
    robots_words,
    status_words,
    type_words,
)

_BROAD = (1000, 230)
_SLIM = (440, 230)
_MOST_ROWS = 40
# Of evidence that fills pages; the others unfold on a screen and are not printed.
_ROWS_SHOWN = 20
# What a crawl counts of every document it read, new or held.
_COUNTED = ("published", "source", "text")


def render_crawl(crawl: CrawlFacts) -> str:
    """Return the report of *crawl* as one HTML file that loads nothing."""
    documents = crawl.documents
    failures = _failures(crawl)
    columns = crawl.columns
    gaps = find_gaps(columns, crawl.counts)
    return render(
        "crawl.html",
        crawl=crawl,
        documents=documents,
        injected=[{**row, "words": injection_words(str(row["kind"] or ""))} for row in documents.injected],
        duplicates=_duplicates(crawl),
        chart=_chart(documents.months),
        figures=_figures(crawl, sum(gap["count"] for gap in gaps)),
        facts=_facts(crawl),
        breakdowns=_breakdowns(crawl),
        columns=columns[:_MOST_ROWS],
        more_columns=columns[_MOST_ROWS:],
        gaps=gaps,
        gap_count=sum(gap["count"] for gap in gaps),
        vanished=_vanished(crawl),
        rows_shown=_ROWS_SHOWN,
        failures=failures,
        examples=any(failure["examples"] for failure in failures),
        failure_count=sum(failure["count"] for failure in failures),
        files=crawl.files,
        broken=documents.broken + crawl.duplicates.broken + crawl.records.broken,
        software=" · ".join(f"{name} {version}" for name, version in _software(crawl).items()),
    )


def _chart(months: Mapping[str, int]) -> dict[str, object] | None:
    broad, slim = publication_chart(months, *_BROAD), publication_chart(months, *_SLIM)
    rows = chart_rows(months)
    yearly = bool(rows) and len(rows[0][0]) == len("2025")
    return {"broad": broad, "slim": slim, "yearly": yearly, "rows": rows} if broad else None


def _figures(crawl: CrawlFacts, missing: int) -> list[dict[str, object]]:
    counts, documents = crawl.counts, crawl.documents
    failed, vanished = sum(crawl.failures.values()), whole(counts.get("vanished"))
    unchanged = whole(counts.get("unchanged")) or crawl.records.types.get("warc/revisit", 0)
    held = crawl.duplicates.count + unchanged
    stored = sum(file.size for file in crawl.files if file.name.endswith(".warc.gz"))
    rows: list[tuple[str, str, str, bool]] = [
        ("网页", "Pages", number(whole(counts.get("pages")) or crawl.records.count), False),
        ("新文章", "New documents", number(documents.count), not documents.count and not held),
        ("重复", "Duplicates", number(crawl.duplicates.count), False),
        ("未变", "Unchanged", number(unchanged), False),
        ("消失", "Vanished", number(vanished), vanished > 0),
        ("注入", "Injections", number(documents.injections), documents.injections > 0),
        ("失败", "Failures", number(failed), failed > 0),
        ("缺口", "Gaps", number(missing), missing > 0),
        ("WARC 数据", "WARC stored", size(stored), False),
        ("用时", "Duration", duration(crawl.seconds) if crawl.seconds is not None else "–", False),
    ]
    return [{"zh": zh, "en": en, "value": value, "alarm": alarm} for zh, en, value, alarm in rows]


def _facts(crawl: CrawlFacts) -> list[dict[str, object]]:
    described = crawl.description
    zh_kind, kind = kind_words(str(described.get("kind") or ""))
    rows: list[tuple[str, str, str | None, object]] = [
        ("开始（北京时间）", "Started (Beijing time)", None, local_time(described.get("started"))),
        ("结束（北京时间）", "Ended (Beijing time)", None, local_time(described.get("ended"))),
        ("方式", "Kind", zh_kind, kind),
        ("行政区划代码", "Division code", None, described.get("division_code")),
        ("robots.txt", "robots.txt", *robots_words(str(described.get("robots") or ""))),
        ("执行", "Operator", None, described.get("operator")),
        ("有日期", "With a date", None, _share(crawl, "published")),
        ("有来源", "With a source", None, _share(crawl, "source")),
        ("有正文", "With a text", None, _share(crawl, "text")),
        ("有作者", "With an author", None, _share(crawl, "authors")),
        ("有附件", "With attachments", None, _share(crawl, "attachments")),
    ]
    return [{"zh": zh, "en": en, "zh_value": zh_value, "value": value} for zh, en, zh_value, value in rows if value]


def _share(crawl: CrawlFacts, field: str) -> str | None:
    """Return how many of the documents have *field*: of all that were read where the crawl counted them, else new."""
    counted = mapping(crawl.counts.get("fields"))
    all_read, part = whole(counted.get("documents")), whole(counted.get(field))
    if not all_read or field not in _COUNTED:
        all_read, part = crawl.documents.count, crawl.documents.present[field]
    return f"{part:,} / {all_read:,} ({100 * part / all_read:.0f} %)" if all_read else None


def _breakdowns(crawl: CrawlFacts) -> list[dict[str, Any]]:
    records, documents = crawl.records, crawl.documents
    return [
        _breakdown("按栏目的文章", "Documents by column", documents.columns, lambda column: (None, column or "–")),
        _breakdown("按状态的回答", "Answers by status", records.statuses, status_words),
        _breakdown("按类型的回答", "Answers by type", records.types, type_words, records.type_bytes),
        _breakdown("按类别的注入", "Injections by kind", documents.kinds, injection_words),
    ]


def _breakdown(
    zh: str, en: str, counts: Counter[str], words: Callable[[str], Pair], sizes: Mapping[str, int] | None = None
) -> dict[str, Any]:
    rows = [
        _row(label, count, words(label), (sizes or {}).get(label)) for label, count in counts.most_common(_MOST_ROWS)
    ]
    rest = sum(counts.values()) - sum(row["count"] for row in rows)
    if rest:
        rows.append(_row("…", rest, ("其他", "others"), None))
    return {"zh": zh, "en": en, "rows": rows, "most": max(counts.values(), default=0), "typed": sizes is not None}


def _row(label: str, count: int, words: Pair, size_of: int | None) -> dict[str, Any]:
    zh, en = words
    alarm = len(label) == 3 and label[0] in "45" and label.isdigit()
    return {"label": label, "zh": zh, "en": en, "count": count, "alarm": alarm, "bytes": size_of}


def _failures(crawl: CrawlFacts) -> list[dict[str, Any]]:
    rows = []
    for cause, count in crawl.failures.most_common():
        zh, en = cause_words(cause)
        rows.append({"zh": zh, "en": en, "count": count, "examples": crawl.examples(cause)})
    return rows


def _vanished(crawl: CrawlFacts) -> dict[str, Any]:
    return {"count": whole(crawl.counts.get("vanished")), "examples": crawl.examples("vanished")}


def _duplicates(crawl: CrawlFacts) -> dict[str, Any]:
    shown = []
    for row in crawl.duplicates.shown:
        held = mapping(row.get("held"))
        place = "/".join(str(held[name]) for name in ("portal", "crawl") if held.get(name))
        shown.append({"title": row.get("title"), "url": row.get("url"), "held": held.get("url"), "place": place})
    return {"count": crawl.duplicates.count, "shown": shown}


def _software(crawl: CrawlFacts) -> Mapping[str, object]:
    return mapping(crawl.description.get("software"))
