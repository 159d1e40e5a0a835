"""Charts as SVG that needs no script, no font and no network; the page's style sheet gives their colours."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

import leather  # type: ignore[import-untyped]
from markupsafe import Markup

from archive.report.tally import months_between

leather.theme.margin = 0.006  # of the width, on all four sides: the page has margins of its own
leather.theme.background_color = "none"
leather.theme.tick_font_size = leather.theme.tick_font_char_height = 13
# Half of the last label stands right of the last column, half of the topmost one above the top line.
_OVERHANG, _HEADROOM = 18, 8
# Few columns make a narrower drawing, not wider columns.
_NARROWEST, _WIDEST_COLUMN = 120, 64
_MOST_COLUMNS = 48  # columns narrower than this leaves them cannot be told apart; years are drawn instead


def publication_chart(months: Mapping[str, int], width: int, height: int) -> Markup | None:
    """Return how many documents were published in each month, or each year where the months are too many.

    Months without a document are drawn, empty: a hole in a column of news is what an archivist looks for. None
    where nothing is dated.
    """
    rows = chart_rows(months)
    return _columns(rows, min(width, _NARROWEST + len(rows) * _WIDEST_COLUMN), height) if rows else None


def chart_rows(months: Mapping[str, int]) -> list[tuple[str, int]]:
    """Return the columns of the chart of *months*: each month or year, empty ones included, with its count."""
    if not months:
        return []
    every = months_between(min(months), max(months))
    if len(every) <= _MOST_COLUMNS:
        return [(month, months.get(month, 0)) for month in every]
    years: dict[str, int] = {month[:4]: 0 for month in every}
    for month, count in months.items():
        years[month[:4]] += count
    return list(years.items())


def _columns(rows: list[tuple[str, int]], width: int, height: int) -> Markup:
    chart = leather.Chart()
    chart.add_columns(rows, fill_color="#24594c")
    chart.add_x_axis(ticks=_labelled([label for label, _ in rows], width))
    top = max(count for _, count in rows)
    chart.add_y_scale(0, max(4, top))
    return _inline(chart, width, height)


def _labelled(labels: list[str], width: int) -> list[str]:
    """Return as many of *labels* as can be read beside each other on *width* pixels."""
    room = max(1, (width - 60) // (68 if len(labels[0]) > 4 else 48))
    step = -(-len(labels) // room)
    return labels[::step]


def _inline(chart: leather.Chart, width: int, height: int) -> Markup:
    across, down = width + _OVERHANG, height + _HEADROOM
    size = {"width": str(across), "height": str(down), "viewBox": f"0 -{_HEADROOM} {across} {down}"}
    # The page gives the same numbers as a list, which can be read aloud.
    drawing = ElementTree.Element("svg", {**size, "aria-hidden": "true"}, focusable="false")
    drawing.append(chart.to_svg_group(width, height))
    return Markup(ElementTree.tostring(drawing, encoding="unicode"))  # noqa: S704  ElementTree has escaped it
