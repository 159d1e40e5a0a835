"""What archivists see, in Chinese or English, as their locale says."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).with_name("locale")
_DOMAIN = "xianzhi"
CHINESE, ENGLISH = "zh", "en"
_BETWEEN = {CHINESE: "、", ENGLISH: ", "}


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


def language_spoken() -> str:
    """Return the language that ``follow_locale`` chose: ``zh`` or ``en``."""
    if gettext.textdomain() != _DOMAIN:
        return ENGLISH
    found = gettext.translation(_DOMAIN, _FOLDER, fallback=True).info().get("language", "")
    return CHINESE if found.startswith(CHINESE) else ENGLISH


def deferred(message: str) -> str:
    """Return *message* as it is: it is translated when it is said, perhaps in two languages.

    Imported as ``_``, it marks the message for the catalogue of translations.
    """
    return message


@dataclass(frozen=True, slots=True)
class Said:
    """The same words in both languages."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh if language_spoken() == CHINESE else self.en


def say(template: str, **values: object) -> Said:
    """Return *template*, a message of the catalogue, in both languages, filled with *values*.

    A value that is ``Said`` itself, or a tuple of such, is put in in the language of the message.

    >>> timeouts = say("{count} {cause}", count=3, cause=Said("超时", "timeout"))
    >>> say("no page: {causes}", causes=(timeouts, Said("", "others"))).en
    'no page: 3 timeout, others'
    """
    return Said(_fill(template, values, CHINESE), _fill(template, values, ENGLISH))


def _fill(template: str, values: Mapping[str, object], language: str) -> str:
    translated = in_language(language).gettext(template)
    return translated.format(**{name: _value(value, language) for name, value in values.items()})


def _value(value: object, language: str) -> object:
    if isinstance(value, Said):
        return value.zh if language == CHINESE else value.en
    if isinstance(value, tuple):
        return _BETWEEN[language].join(str(_value(part, language)) for part in value)
    return value
