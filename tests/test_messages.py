"""Everything archivists see exists in Chinese and English."""

from __future__ import annotations

import gettext
import string
from pathlib import Path

import pytest
from babel.messages import pofile
from babel.messages.extract import extract_from_dir

ROOT = Path(__file__).parents[1]
CHINESE = ROOT / "archive" / "locale" / "zh" / "LC_MESSAGES" / "xianzhi.po"
# What click itself says; its own catalogue has no Chinese.
CLICK = {
    "Usage:",
    "Options",
    "Commands",
    "Error: {message}",
    "Show this message and exit.",
    "Show the version and exit.",
    "Try '{command} {option}' for help.",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "No such option {name!r}.",
    "Invalid value for {param_hint}: {message}",
    "Invalid value: {message}",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "file",
    "File",
    "directory",
    "Directory",
    "default: {default}",
    "env var: {var}",
}


def said() -> set[str]:
    """Return every message that the two packages put through gettext."""
    found = set()
    for room in ("crawler", "archive"):
        rows = extract_from_dir(ROOT / room, method_map=[("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})
        found |= {message if isinstance(message, str) else message[0] for _, _, message, _, _ in rows}
    return found


@pytest.fixture(scope="module")
def chinese() -> dict[str, str]:
    with CHINESE.open("rb") as file:
        catalogue = pofile.read_po(file)
    return {message.id: message.string for message in catalogue if message.id and not message.fuzzy}


def test_every_message_has_a_chinese_twin(chinese):
    missing = sorted(message for message in said() | CLICK if not chinese.get(message))
    assert not missing


def test_no_translation_is_left_over(chinese):
    assert not set(chinese) - said() - CLICK


def test_a_translation_keeps_every_placeholder(chinese):
    for english, translated in chinese.items():
        fields = {name for _, name, _, _ in string.Formatter().parse(english) if name}
        assert fields == {name for _, name, _, _ in string.Formatter().parse(translated) if name}, english


def test_the_compiled_messages_are_those_of_the_source(chinese):
    with CHINESE.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = sorted(english for english, translated in chinese.items() if compiled.gettext(english) != translated)
    assert not stale, "compile the messages again: make messages"
