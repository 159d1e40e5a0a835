"""Rows of what a bench prints."""

from __future__ import annotations


def row(label: str, value: str) -> None:
    """Print one figure."""
    print(f"{label:<58}{value:>30}", flush=True)


def heading(words: str) -> None:
    """Print what the rows below are about."""
    print(f"\n{words}", flush=True)
