"""Every command of the READMEs runs as printed, in a copy of the checkout, with the sample sites as its internet."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
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


def printed_service(readme: str) -> str:
    [unit] = re.findall(r"```ini\n(\[Unit\].*?)```", (ROOT / readme).read_text(encoding="utf-8"), flags=re.DOTALL)
    return unit


def printed_crontab(readme: str) -> str:
    [line] = re.findall(r"```\n@reboot (.*?)\n```", (ROOT / readme).read_text(encoding="utf-8"))
    return line


def here(text: str, folder: Path) -> str:
    """Return *text* with this environment's commands and *folder* for the store that it names."""
    return text.replace("/opt/xianzhi/.venv", sys.prefix).replace("/srv/holdings", str(folder))


@pytest.fixture
def planned(tmp_path: Path) -> Path:
    folder = tmp_path / "holdings"
    folder.mkdir()
    (folder / "schedule.toml").write_text('[portals.guangxi_liujiang]\ncron = "0 3 1 1 *"\n', encoding="utf-8")
    return folder


def run_until_planned(command: str, environment: dict[str, str], log: Path) -> int:
    """Run *command* as init systems do, from / with little in the environment; ask it to stop once it has its plan."""
    base = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    running = subprocess.Popen(["/bin/sh", "-c", f"exec {command}"], cwd="/", env=base | environment)
    try:
        until = time.monotonic() + 30
        while "planned: 1" not in (log.read_text(encoding="utf-8") if log.exists() else ""):
            assert running.poll() is None, "it ended by itself"
            assert time.monotonic() < until, "no plan within 30 seconds"
            time.sleep(0.1)
        running.terminate()
        return running.wait(30)
    finally:
        running.kill()
        running.wait()


def test_the_service_of_the_readme_starts_the_schedule_and_stops_it(planned: Path, tmp_path: Path):
    unit = here(printed_service("README.md"), planned)
    [command] = re.findall(r"ExecStart=(.*)", unit)
    [told] = re.findall(r"Environment=(.*)", unit)
    environment = dict(pair.split("=", 1) for pair in shlex.split(told))
    log = tmp_path / "service.log"
    assert run_until_planned(f"{command} >{log} 2>&1", environment, log) == 0
    assert printed_service("README.zh-CN.md").count("\n") == printed_service("README.md").count("\n")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_systemd_takes_the_service_of_the_readme(tmp_path: Path, readme: str):
    unit = tmp_path / "xianzhi.service"
    unit.write_text(here(printed_service(readme), tmp_path), encoding="utf-8")
    ended = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 0, ended.stderr
    assert unit.name not in ended.stderr


def test_the_line_of_crontab_starts_the_schedule_and_keeps_its_log(planned: Path):
    line = printed_crontab("README.md")
    assert line == printed_crontab("README.zh-CN.md")
    told, command = here(line, planned).split(" ", 1)
    name, value = told.split("=", 1)
    assert run_until_planned(command, {name: value}, planned / "schedule.log") == 0
