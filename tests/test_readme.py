"""Every command of the READMEs runs as printed, in a copy of the checkout, with the sample sites as its internet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.replay import ReplayProxy

ROOT = Path(__file__).parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv*", "holdings*", "annals", "build", "__pycache__", ".*_cache")
# The proxy is on this machine: nobody is spared by waiting.
UNHURRIED = ("DOWNLOAD_DELAY=0", "AUTOTHROTTLE_ENABLED=0")


def commands_of(readme: str) -> list[str]:
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), flags=re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory) -> Iterator[tuple[Path, dict[str, str]]]:
    """A copy of the checkout with this interpreter's environment as its .venv, and the proxy in the environment."""
    copy = tmp_path_factory.mktemp("checkout") / "xianzhi"
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    (copy / ".venv").symlink_to(sys.prefix)
    with ReplayProxy(ROOT / "samples") as proxy:
        environment = {name: value for name, value in os.environ.items() if name not in ("CI", "XIANZHI_HOLDINGS")}
        environment |= {"http_proxy": proxy.url, "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
        yield copy, environment


def as_run(command: str) -> str:
    """Return *command* as the test runs it: crawls without their politeness, make without installing again."""
    if command.startswith("make "):
        return command.replace("make ", "make -o .venv/.installed ", 1)
    if command.startswith("xianzhi crawl"):
        return " ".join([command, *(f"--set {pair}" for pair in UNHURRIED)])
    if command.startswith("scrapy crawl"):
        return " ".join([command, *(f"-s {pair}" for pair in UNHURRIED)])
    return command


def test_every_command_of_the_readme_runs_in_its_order(checkout):
    copy, environment = checkout
    for command in commands_of("README.md"):
        if command == "make test":  # what runs this very test
            assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
            continue
        script = f"set -e; . .venv/bin/activate; {as_run(command)}"
        ended = subprocess.run(
            ["bash", "-c", script],
            cwd=copy,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )
        assert ended.returncode == 0, f"{command}\n{ended.stdout[-2000:]}\n{ended.stderr[-2000:]}"
        assert (ended.stdout + ended.stderr).strip() or command.startswith("."), f"{command}: printed nothing"


def test_the_portal_file_of_the_readme_is_a_portal(checkout):
    copy, environment = checkout
    files = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
    province = copy / "crawler" / "spiders" / "hunan"
    province.mkdir(exist_ok=True)
    (province / "__init__.py").touch()
    (province / "lixian_example.py").write_text(
        files[0].replace("hunan_lixian", "hunan_lixian_example"), encoding="utf-8"
    )
    listed = subprocess.run(
        [sys.executable, "-m", "scrapy", "list"],
        cwd=copy,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "hunan_lixian_example" in listed.stdout.split()


def test_the_chinese_readme_shows_the_same_commands():
    """So that running the English one's runs both; only the developers' half has no twin."""
    english, chinese = commands_of("README.md"), commands_of("README.zh-CN.md")
    assert chinese == english[: len(chinese)]
