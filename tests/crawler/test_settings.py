"""Every setting stands in one place with its reason, and none of them is misspelt."""

from __future__ import annotations

import re
from pathlib import Path

from scrapy.settings import default_settings

from crawler import settings

SOURCE = Path(settings.__file__).read_text("utf-8")
OURS = {
    "HOLDINGS",
    "OPERATOR",
    "ROBOTS_OVERRIDES",
    "ROBOTS_DELAY_MAX",
    "HOURS",
    "BLOCKED_SHARE",
    "BYTES_BUDGET",
    "FRONTIER_COMMIT_INTERVAL",
    "METRICS_PORT",
    "MONITOR_SINCE",
    "MONITOR_WEBHOOK",
    "MONITOR_MAIL",
    "CRAWL_KIND",
    "FULL_CRAWL_DAYS",
    "LIST_OVERLAP",
    "RECENT_DAYS",
    "PAGE_REQUISITES",
    "SOFT_404_PROBE",
    "SPIDERMON_SPIDER_CLOSE_MONITORS",
    "RENDER_BROWSER",
    "RENDER_TIMEOUT",
    "RENDER_GRACE",
    "RENDER_REQUESTS",
}


def names() -> set[str]:
    return {name for name in vars(settings) if name.isupper()}


def test_every_setting_is_scrapys_or_ours():
    assert {name for name in names() if not hasattr(default_settings, name)} == OURS


def test_every_group_of_settings_has_a_reason():
    groups = re.split(r"\n\n+|\n(?=#)", SOURCE)
    bare = [group for group in groups if re.match(r"[A-Z_]+(:.*)? = ", group)]
    assert [group.split(" ")[0] for group in bare] == ["BOT_NAME"]


def test_our_name_and_who_answers_for_the_crawl_stand_in_the_user_agent():
    assert settings.USER_AGENT.startswith("xianzhi/")


def test_nothing_but_http_can_be_fetched():
    left = {scheme for scheme in default_settings.DOWNLOAD_HANDLERS_BASE if scheme not in settings.DOWNLOAD_HANDLERS}
    assert not left
    assert {scheme for scheme, handler in settings.DOWNLOAD_HANDLERS.items() if handler} == {"http", "https"}


def test_no_port_is_opened_and_no_cookie_kept():
    assert not settings.TELNETCONSOLE_ENABLED
    assert not settings.REMOTE_CONTROL_ENABLED
    assert not settings.COOKIES_ENABLED
    assert settings.ROBOTSTXT_OBEY
