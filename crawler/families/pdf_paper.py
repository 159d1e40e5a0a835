"""E-papers that are PDF files and nothing else: ``…/resfile/YYYY-MM-DD/NN/NN.pdf``."""

from __future__ import annotations

import re

from crawler.families.base import Portal


class PdfPaperSpider(Portal):
    """A newspaper whose printed pages are PDF files that a list or an issue's page links to."""

    article = re.compile(r"/\d{4}-?\d{2}-?/?\d{2}/[^?#]*\.pdf$", re.I)
