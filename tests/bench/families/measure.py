"""One fictional portal: what a survey finds of it, and what a crawl by those findings reaches."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from crawler.errors import PortalError
from crawler.families.detection import FAMILIES
from crawler.reading.listing import address_key
from crawler.survey import Finding
from tests.crawler.simulator import BUILDERS, Fiction, endless, fictional
from tests.crawler.walking import Walk, declared, survey, walk

# A column without end may have so many pages of a list asked for.
BUDGET = 25


@dataclass
class Portal:
    """What became of one portal; lists hold what went wrong."""

    kind: str
    seed: int
    articles: int
    columns: int
    named: bool = False
    missed_columns: list[str] = field(default_factory=list)
    false_columns: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)
    trapped: list[str] = field(default_factory=list)
    error: str = ""
    seconds: float = 0.0


@dataclass
class Score:
    """What became of all portals of one kind."""

    kind: str
    portals: list[Portal] = field(default_factory=list)
    bounded: bool = False

    def add(self, portal: Portal) -> None:
        self.portals.append(portal)

    def sum(self, what: str) -> int:
        """Return how much there is of *what* over all portals: a number, or how long a list."""
        values = [getattr(portal, what) for portal in self.portals]
        return sum(value if isinstance(value, int) else len(value) for value in values)

    @property
    def met(self) -> bool:
        """Whether every aim was met."""
        whole = all(portal.named and not portal.error for portal in self.portals) and self.bounded
        columns = self.sum("missed_columns") <= 0.05 * self.sum("columns")
        return whole and columns and not any(self.sum(what) for what in ("lost", "twice", "trapped"))

    @property
    def faults(self) -> list[str]:
        """What went wrong, a line each, with the seed that shows it."""
        names = ("missed_columns", "false_columns", "lost", "twice", "beyond", "trapped")
        lines = [
            f"seed {portal.seed}, {portal.articles} articles: {name} {len(found)}, such as {found[0]}"
            for portal in self.portals
            for name in names
            if (found := getattr(portal, name))
        ]
        lines += [f"seed {portal.seed}: family not named" for portal in self.portals if not portal.named]
        return lines + [f"seed {portal.seed}: {portal.error}" for portal in self.portals if portal.error]

    def row(self) -> str:
        """Return the line of the table."""
        articles, columns = self.sum("articles"), self.sum("columns")
        cells = (
            self.kind,
            BUILDERS[self.kind][0],
            f"{len(self.portals)}",
            f"{articles:,}",
            f"{self.sum('named')}/{len(self.portals)}",
            f"{columns - self.sum('missed_columns')}/{columns}",
            f"{self.sum('false_columns')}",
            f"{articles - self.sum('lost'):,}/{articles:,}",
            f"{self.sum('twice')}",
            f"{self.sum('beyond')}",
            f"{self.sum('trapped')}",
            "yes" if self.bounded else "NO",
            f"{sum(portal.seconds for portal in self.portals):.1f}",
        )
        return f"| {' | '.join(cells)} |"


def measure(kind: str, seed: int, articles: int) -> Portal:
    """Survey and crawl the portal of *kind* that *seed* gives, with about so many *articles*."""
    fiction = fictional(kind, seed, articles)
    portal = Portal(kind, seed, len(fiction.articles), len(fiction.columns))
    began = time.process_time()
    try:
        finding = survey(fiction.site, fiction.entrance)
        judge_finding(portal, fiction, finding)
        columns = {column.key: column.address for column in finding.columns}
        spider = declared(finding.verdict.spider, finding.home, columns)
        judge_walk(portal, fiction, walk(spider, fiction.site, read=False, most=20_000))
    except (PortalError, AssertionError) as error:
        portal.error = f"{type(error).__name__}: {error}"
    portal.seconds = time.process_time() - began
    return portal


def judge_finding(portal: Portal, fiction: Fiction, finding: Finding) -> None:
    """Hold what the survey found against what is true."""
    true = {address_key(column.url): column.name for column in fiction.columns}
    found = {address_key(column.address): column.name for column in finding.columns}
    portal.named = finding.verdict.family == fiction.family
    portal.missed_columns = [name for key, name in true.items() if found.get(key) != name]
    portal.false_columns = [key for key in found if key not in true]


def judge_walk(portal: Portal, fiction: Fiction, walked: Walk) -> None:
    """Hold what the crawl asked for against what is true."""
    asked = walked.asked
    portal.lost = sorted(fiction.articles - set(asked))
    portal.twice = [url for url, count in asked.items() if count > 1]
    portal.beyond = [url for url in asked if url not in fiction.site and fiction.site.get(url) == 404]
    for trap in fiction.traps:
        caught = [url for url in asked if trap.shape.search(url)]
        portal.trapped += caught if len(caught) > trap.budget else []
    portal.error = "; ".join(str(error) for error in walked.errors)


def bounded(kind: str, seed: int) -> bool:
    """Return whether a column without end is left at its budget, and the column's counts say so."""
    fiction, trap = endless(kind, seed)
    limits = {"list_pages": BUDGET, "issues": BUDGET}
    spider = declared(FAMILIES[fiction.family], fiction.home, {"endless": trap.url}, **limits)
    walked = walk(spider, fiction.site, read=False)
    counts = {name.rpartition("/")[2]: value for name, value in walked.stats.items() if name.startswith("column/")}
    pages = [url for url in walked.asked if url.startswith(trap.url)]
    told = counts.get("issues_left_out", 0) or (counts.get("budget_hit", 0) and counts.get("budget") == BUDGET)
    # The first page is the column's own; an e-paper has an entry page before it.
    return BUDGET <= len(pages) <= BUDGET + 2 and bool(told)
