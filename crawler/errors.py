"""What can go wrong with a portal.

PortalError
├── BadPortal        its file is wrong; nothing was fetched
├── UnreadablePage   a page is not laid out as declared; the site changed
└── Blocked          the site answered with a challenge instead of a page
"""


class PortalError(Exception):
    """Anything wrong with a portal; the message says where, then what was sought."""


class BadPortal(PortalError):
    """A portal's file is wrong; nothing was fetched."""


class UnreadablePage(PortalError):
    """A page cannot be read as what it should be."""


class Blocked(PortalError):
    """The site answered with a challenge page instead of the page asked for."""
