"""What spammers put into a page: found, counted, and taken out of the tree before it is read."""

from crawler.reading.injections.cleaning import Cleaning, clean_tree
from crawler.reading.injections.farms import strip_farms
from crawler.reading.injections.kinds import KINDS

__all__ = ["KINDS", "Cleaning", "clean_tree", "strip_farms"]
