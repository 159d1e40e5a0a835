"""Regular expressions that are compiled when they are first used.

Reading has some two hundred. Compiling them takes longer than loading the reader itself; a page that is read needs half
of them, a process that only imports the reader none.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Pattern:
    """Takes the methods of the compiled expression as its own as soon as one is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the regular expression *source*, which is compiled at its first use, and found wrong only then.

    >>> pattern("来源[:：]").search("来源：县融媒体中心").end()
    3
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
