"""The page of one crawl's report, as HTML that stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from archive.report.charts import chart_rows, publication_chart
from archive.report.crawl import CrawlFacts
from archive.report.html import duration, local_time, number, render, size
from archive.report.tally import mapping, whole
from archive.report.words import (
    GAPS,
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


def render_crawl(crawl: CrawlFacts) -> str:
    """Return the report of *crawl* as one HTML file that loads nothing."""
    documents = crawl.documents
    failures = _failures(crawl)
    return render(
        "crawl.html",
        crawl=crawl,
        documents=documents,
        injected=[{**row, "words": injection_words(str(row["kind"] or ""))} for row in documents.injected],
        duplicates=_duplicates(crawl),
        chart=_chart(documents.months),
        figures=_figures(crawl),
        facts=_facts(crawl),
        breakdowns=_breakdowns(crawl),
        gaps=_gaps(crawl),
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


def _figures(crawl: CrawlFacts) -> list[dict[str, object]]:
    counts, documents = crawl.counts, crawl.documents
    failed = sum(crawl.failures.values())
    stored = sum(file.size for file in crawl.files if file.name.endswith(".warc.gz"))
    rows: list[tuple[str, str, str, bool]] = [
        ("网页", "Pages", number(whole(counts.get("pages")) or crawl.records.count), False),
        ("新文件", "New documents", number(documents.count), not documents.count),
        ("重复", "Duplicates", number(crawl.duplicates.count), False),
        ("未变的回答", "Revisits", number(crawl.records.types.get("warc/revisit", 0)), False),
        ("注入", "Injections", number(documents.injections), documents.injections > 0),
        ("失败", "Failures", number(failed), failed > 0),
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
        ("有作者", "With an author", None, _share(crawl, "authors")),
        ("有附件", "With attachments", None, _share(crawl, "attachments")),
    ]
    return [{"zh": zh, "en": en, "zh_value": zh_value, "value": value} for zh, en, zh_value, value in rows if value]


def _share(crawl: CrawlFacts, field: str) -> str | None:
    if not crawl.documents.count:
        return None
    part = crawl.documents.present[field]
    return f"{part:,} / {crawl.documents.count:,} ({100 * part / crawl.documents.count:.0f} %)"


def _breakdowns(crawl: CrawlFacts) -> list[dict[str, Any]]:
    records, documents = crawl.records, crawl.documents
    return [
        _breakdown("按栏目的文件", "Documents by column", documents.columns, lambda column: (None, column or "–")),
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


def _gaps(crawl: CrawlFacts) -> list[dict[str, Any]]:
    """Return what is known to be missing, by column; the queue's rest belongs to none."""
    rows = []
    for column, found in mapping(crawl.counts.get("columns")).items():
        counts = mapping(found)
        for name, (zh, en) in GAPS.items():
            if whole(counts.get(name)) > 0:
                rows.append({"column": column, "zh": zh, "en": en, "count": whole(counts.get(name))})
        missing = whole(counts.get("promised")) - whole(counts.get("held"))
        if missing > 0:
            rows.append(
                {"column": column, "zh": "列表所称而未存", "en": "promised by lists, not held", "count": missing}
            )
    waiting = whole(crawl.counts.get("waiting"))
    if waiting:
        rows.append({"column": "", "zh": "队列中尚未采集", "en": "still waiting in the queue", "count": waiting})
    return rows


def _failures(crawl: CrawlFacts) -> list[dict[str, Any]]:
    rows = []
    for cause, count in crawl.failures.most_common():
        zh, en = cause_words(cause)
        rows.append({"zh": zh, "en": en, "count": count, "examples": crawl.examples(cause)})
    return rows


def _duplicates(crawl: CrawlFacts) -> dict[str, Any]:
    shown = []
    for row in crawl.duplicates.shown:
        held = mapping(row.get("held"))
        place = "/".join(str(held[name]) for name in ("portal", "crawl") if held.get(name))
        shown.append({"title": row.get("title"), "url": row.get("url"), "held": held.get("url"), "place": place})
    return {"count": crawl.duplicates.count, "shown": shown}


def _software(crawl: CrawlFacts) -> Mapping[str, object]:
    return mapping(crawl.description.get("software"))
