"""What spammers put into a page: found, counted, and taken out of the tree before it is read."""

from crawler.reading.injections.cleaning import Cleaning, clean_tree

__all__ = ["Cleaning", "clean_tree"]
