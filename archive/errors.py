"""What can go wrong in the holdings.

ArchiveError
├── BadName             a portal or crawl name that cannot be a folder's name
├── CrawlRunning        another crawl of the portal holds its lock
├── HoldingsUnwritable  the holdings cannot be written: permissions, a file in the way, a read-only disk
├── HoldingsFull        no room is left where the holdings lie
├── CatalogueDamaged    catalogue.sqlite is no sound SQLite file
├── DamagedRecord       a WARC record cannot be read back as it was written
└── NotHeld             what was asked for is not in the holdings
"""

from __future__ import annotations

import errno
from gettext import gettext as _
from pathlib import Path

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class ArchiveError(Exception):
    """Anything wrong with the holdings; the message says where, then what, then what to do."""


class BadName(ArchiveError):
    """A name that cannot be a folder's name in the holdings."""


class CrawlRunning(ArchiveError):
    """Another crawl of the same portal is running."""


class HoldingsUnwritable(ArchiveError):
    """The holdings cannot be written."""


class HoldingsFull(ArchiveError):
    """No room is left where the holdings lie."""


class CatalogueDamaged(ArchiveError):
    """catalogue.sqlite cannot be read; the crawl folders can rebuild it."""


class DamagedRecord(ArchiveError):
    """A WARC record cannot be read back as it was written: *what* is wrong, and *where*."""

    def __init__(self, where: object, what: str) -> None:
        super().__init__(placed(where, what))
        self.what = what


class NotHeld(ArchiveError):
    """What was asked for is not in the holdings."""


def placed(where: object, what: str) -> str:
    """Return *what* is wrong behind *where* it is, as one line."""
    return _("{where}: {what}").format(where=where, what=what)


def at_offset(file: object, offset: int) -> str:
    """Return the place *offset* bytes into *file* as messages name it."""
    return _("{file}: offset {offset}").format(file=file, offset=offset)


def reason_of(error: OSError) -> str:
    """Return why the system refused, in the archivist's language where the reason is one that holdings meet.

    >>> reason_of(OSError(errno.EACCES, "Permission denied"))
    'Permission denied'
    """
    reasons = {
        errno.EACCES: _("Permission denied"),
        errno.EPERM: _("Operation not permitted"),
        errno.EROFS: _("Read-only file system"),
        errno.ENOENT: _("No such file or directory"),
        errno.ENOTDIR: _("Not a directory"),
        errno.EISDIR: _("Is a directory"),
        errno.EEXIST: _("File exists"),
        errno.ENOSPC: _("No space left on device"),
        errno.EDQUOT: _("Disk quota exceeded"),
        errno.EFBIG: _("File too large"),
        errno.EIO: _("Input/output error"),
    }
    return reasons.get(error.errno or 0) or error.strerror or str(error)


def storage_error(path: Path, error: OSError) -> ArchiveError:
    """Return the one-line error that tells an archivist what *error*, met at *path*, means.

    >>> storage_error(Path("h/a"), OSError(errno.ENOSPC, "No space left on device"))
    HoldingsFull('h/a: no room left (No space left on device); free some space, then start the crawl again')
    """
    reason = reason_of(error)
    if error.errno in _NO_ROOM:
        full = _("{path}: no room left ({reason}); free some space, then start the crawl again")
        return HoldingsFull(full.format(path=path, reason=reason))
    unwritable = _("{path}: cannot be written ({reason}); choose other holdings or mend this")
    return HoldingsUnwritable(unwritable.format(path=path, reason=reason))
