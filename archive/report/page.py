"""The page of one crawl's report, as HTML that stands alone."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from archive.report.charts import chart_unit, publication_chart
from archive.report.crawl import CrawlFacts, moment
from archive.report.tally import mapping, whole
from archive.report.words import Pair, cause_words, kind_words, status_words, type_words

_TEMPLATES = Path(__file__).with_name("templates")
_BROAD = (1000, 230)
_SLIM = (440, 230)
_MOST_ROWS = 40
_BEIJING = timezone(timedelta(hours=8))


def render_crawl(crawl: CrawlFacts) -> str:
    """Return the report of *crawl* as one HTML file that loads nothing."""
    documents = crawl.documents
    failures = _failures(crawl)
    return render(
        "crawl.html",
        crawl=crawl,
        documents=documents,
        duplicates=_duplicates(crawl),
        chart=_chart(documents.months),
        figures=_figures(crawl),
        facts=_facts(crawl),
        checks=(),
        breakdowns=_breakdowns(crawl),
        gaps=(),
        failures=failures,
        examples=any(failure["examples"] for failure in failures),
        failure_count=sum(failure["count"] for failure in failures),
        files=crawl.files,
        broken=documents.broken + crawl.duplicates.broken + crawl.records.broken,
        software=" · ".join(f"{name} {version}" for name, version in _software(crawl).items()),
    )


def render(template: str, **values: object) -> str:
    """Return *template* filled with *values*, every one of them escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., object]] = {
        "number": number,
        "bytes": size,
        "shorten": shorten,
        "is_web_address": is_web_address,
        "state": _state,
    }
    environment.filters.update(filters)
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    # The policy names the one style sheet by its digest: markup that slipped in could not even restyle the page.
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.globals |= {"style": Markup(style), "style_digest": f"sha256-{digest}"}  # noqa: S704  our own file
    return environment


def number(count: int) -> str:
    """Return *count* with thin groups of three.

    >>> number(1234567)
    '1,234,567'
    """
    return f"{count:,}"


def size(count: int) -> str:
    """Return a number of bytes as people read it.

    >>> size(0), size(1_234_567)
    ('0 B', '1.2 MB')
    """
    amount = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} TB"


def shorten(text: object, most: int) -> str:
    """Return *text* on one line of at most *most* characters.

    >>> shorten("彩票  开奖 直播", 5)
    '彩票 开…'
    """
    line = " ".join(str(text or "").split())
    return line if len(line) <= most else line[: most - 1] + "…"


def is_web_address(address: object) -> bool:
    """Tell whether *address* may be a link: a page's own javascript: and data: addresses may not.

    >>> is_web_address("https://www.lixian.example/"), is_web_address("javascript:alert(1)")
    (True, False)
    """
    return str(address).lower().startswith(("http://", "https://"))


def local_time(value: object) -> str:
    """Return an ISO 8601 time in Beijing time, which all of China keeps.

    >>> local_time("2025-03-12T06:35:00Z")
    '2025-03-12 14:35:00'
    """
    found = moment(value)
    if found is None:
        return str(value or "")
    local = found.astimezone(_BEIJING) if found.tzinfo else found
    return f"{local:%Y-%m-%d %H:%M:%S}"


def duration(seconds: float) -> str:
    """Return a time span as hours, minutes and seconds.

    >>> duration(7.24), duration(3725), duration(200_000)
    ('7.2 s', '1:02:05', '2 d 7:33:20')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    clock = f"{hours}:{minutes:02}:{rest:02}" if days or hours else f"{minutes}:{rest:02}"
    return f"{days} d {clock}" if days else clock


def _state(outcome: str) -> str:
    return outcome if outcome in ("complete", "failed", "interrupted", "running") else "interrupted"


def _chart(months: Mapping[str, int]) -> dict[str, object] | None:
    broad, slim = publication_chart(months, *_BROAD), publication_chart(months, *_SLIM)
    return {"broad": broad, "slim": slim, "unit": chart_unit(months)} if broad else None


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
        ("尚待采集", "Still waiting", None, whole(crawl.counts.get("waiting")) or None),
        ("行政区划代码", "Division code", None, described.get("division_code")),
        ("robots.txt", "robots.txt", None, described.get("robots")),
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
        _breakdown("按栏目的文件", "Documents by column", documents.columns, lambda _: (None, "")),
        _breakdown("按状态的回答", "Answers by status", records.statuses, status_words),
        _breakdown("按类型的回答", "Answers by type", records.types, type_words, records.type_bytes),
        _breakdown("按类别的注入", "Injections by kind", documents.kinds, lambda _: (None, "")),
    ]


def _breakdown(
    zh: str, en: str, counts: Counter[str], words: Callable[[str], Pair], sizes: Mapping[str, int] | None = None
) -> dict[str, Any]:
    rows = []
    for label, count in counts.most_common(_MOST_ROWS):
        row_zh, row_en = words(label)
        alarm = label[:1] in "45" and label.isdigit()
        rows.append({"label": label or "–", "zh": row_zh, "en": row_en, "count": count, "alarm": alarm})
        rows[-1]["bytes"] = (sizes or {}).get(label, 0)
    rest = sum(counts.values()) - sum(counts[label] for label, _ in counts.most_common(_MOST_ROWS))
    if rest:
        rows.append({"label": "…", "zh": "其他", "en": "others", "count": rest, "alarm": False, "bytes": 0})
    return {"zh": zh, "en": en, "rows": rows, "most": max(counts.values(), default=0), "bytes": bool(sizes)}


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
