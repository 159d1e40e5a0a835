"""What archivists see, in Chinese or English, as their locale says."""

from __future__ import annotations

import gettext
from pathlib import Path

_FOLDER = Path(__file__).with_name("locale")
_DOMAIN = "xianzhi"


def follow_locale() -> None:
    """Make gettext, and with it click's and argparse's own words, speak the language of the locale.

    The locale is read as gettext reads it: LANGUAGE, LC_ALL, LC_MESSAGES, LANG. Chinese of any country is
    answered in Simplified Chinese, everything else in English.
    """
    gettext.bindtextdomain(_DOMAIN, _FOLDER)
    gettext.textdomain(_DOMAIN)


def in_language(language: str) -> gettext.NullTranslations:
    """Return the messages in *language* (``zh`` or ``en``), whatever the locale says."""
    return gettext.translation(_DOMAIN, _FOLDER, [language], fallback=True)
