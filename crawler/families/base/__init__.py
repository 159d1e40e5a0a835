"""The spider that every family builds on, and the layouts that several share."""

from crawler.families.base.founder_layouts import FOUNDER
from crawler.families.base.portal import Portal

__all__ = ["FOUNDER", "Portal"]
