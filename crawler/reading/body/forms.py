"""Forms that ask a site's visitors something, and those that systems put around an article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.reading.metadata.headline import Headline
from crawler.reading.page.flow import Line, Page


def outside_forms(lines: list[Line], page: Page, headline: Headline) -> list[Line]:
    """Return *lines* without those in forms beside the headline: what a site asks its visitors is no article."""
    above = set(_forms(page.lines[headline.start]))
    return [line for line in lines if not any(asks(form) for form in _forms(line) if form not in above)]


def _forms(line: Line) -> Iterator[HtmlElement]:
    if line.node.tag == "form":
        yield line.node
    yield from line.node.iterancestors("form")


def asks(form: HtmlElement) -> bool:
    """Say whether *form* has fields to fill in; some systems put a form without any around an article."""
    fields = form.iter("input", "select", "textarea")
    return any(field.tag != "input" or field.get("type") != "hidden" for field in fields)
