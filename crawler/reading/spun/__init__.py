"""Text that a spinner turned into Traditional characters with readings in brackets: detected and undone."""

from crawler.reading.spun.detection import find_annotation, is_spun, may_be_spun
from crawler.reading.spun.restoration import restore

__all__ = ["find_annotation", "is_spun", "may_be_spun", "restore"]
