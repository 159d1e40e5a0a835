"""The word that a crawl went wrong, to an address that takes it or by mail."""

from __future__ import annotations

import ipaddress
import json
import logging
import smtplib
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from gettext import gettext as _
from http.client import HTTPMessage
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from archive.errors import ArchiveError
from crawler.extensions.archiving import crawl_ended
from crawler.extensions.in_time import in_time
from crawler.history import failing_since

logger = logging.getLogger(__name__)

# Whoever takes the word has so long for each step, and for all of them together.
_STEP_SECONDS, _WHOLE_SECONDS = 5.0, 10.0
_UNTOLD = "not told that the crawl went wrong"
_USE_TLS, _USE_SSL = "MAIL_TLS", "MAIL_SSL"


class Alarm:
    """Extension that tells MONITOR_WEBHOOK and MONITOR_MAIL when a crawl failed or could not run.

    One that was interrupted, by a person, by its hours or its budget, goes on later and is no alarm. Nobody who takes
    the word can hold the crawl up: its archive is closed by then, and after ten seconds it goes.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Alarm:
        webhook, mail = crawler.settings.get("MONITOR_WEBHOOK"), crawler.settings.getlist("MONITOR_MAIL")
        if not webhook and not mail:
            raise NotConfigured
        alarm = cls(crawler)
        crawler.signals.connect(alarm.crawl_ended, signal=crawl_ended)
        return alarm

    def crawl_ended(self) -> None:
        """Tell, if there is something to tell."""
        stats, portal = self._crawler.stats.get_stats(), self._crawler.spidercls
        outcome = str(stats.get("xianzhi/outcome", "unable"))
        if outcome in ("complete", "interrupted"):
            return
        title = getattr(portal, "title", portal.name)
        faults, folder = stats.get("xianzhi/faults", []), stats.get("xianzhi/folder")
        settings = self._crawler.settings
        ring(settings, make_word(Path(settings["HOLDINGS"]), portal.name, outcome, faults, title=title, folder=folder))


def make_word(
    holdings: Path,
    portal: str,
    outcome: str,
    faults: Sequence[str],
    *,
    title: str | None = None,
    folder: str | None = None,
) -> dict[str, Any]:
    """Return what is told of a crawl of *portal* that went wrong, and since when none was good."""
    try:
        good, since = failing_since(holdings, portal)
    except (ArchiveError, OSError) as error:
        logger.warning("%s", error)
        good = since = None
    return {
        "portal": portal,
        "title": title or portal,
        "outcome": outcome,
        "faults": list(faults),
        "since": since,
        "last_good": good,
        "folder": folder,
    }


def ring(settings: BaseSettings, word: Mapping[str, Any]) -> None:
    """Tell *word* to whoever *settings* name; what goes wrong is a line of the log."""
    if settings.get("MONITOR_WEBHOOK"):
        whom = _without_secret(settings["MONITOR_WEBHOOK"])
        in_time(whom, _UNTOLD, _WHOLE_SECONDS, lambda: post(settings["MONITOR_WEBHOOK"], word))
    if settings.getlist("MONITOR_MAIL"):
        in_time("mail", _UNTOLD, _WHOLE_SECONDS, lambda: send(settings, word))


def post(address: str, word: Mapping[str, Any]) -> None:
    """Send *word* as JSON to *address*; raises OSError or ValueError where it cannot be."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError("a webhook is an http or https address")
    body = json.dumps(word, ensure_ascii=False).encode()
    request = Request(address, body, {"Content-Type": "application/json"})  # noqa: S310  the scheme is one of two
    # What this machine itself takes must not go by way of a proxy, least of all of one that replays.
    handlers = [ProxyHandler({})] if _is_here(address) else []
    with build_opener(_NoRedirect, *handlers).open(request, timeout=_STEP_SECONDS):
        pass


class _NoRedirect(HTTPRedirectHandler):
    """Redirects turn what is sent into a mere question, and lead nobody knows where."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        del msg
        raise HTTPError(req.full_url, code, f"it sends on to {_host(newurl)}; name that address instead", headers, fp)


def _outcome(outcome: str) -> str:
    words = {"failed": _("FAILED"), "unable": _("could not run"), "killed": _("killed")}
    return words.get(outcome, outcome)


def _is_here(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def send(settings: BaseSettings, word: Mapping[str, Any]) -> None:
    """Send *word* by the mail server of Scrapy's MAIL_ settings; raises OSError where it cannot be."""
    message = EmailMessage()
    outcome = _outcome(word["outcome"])
    message["Subject"] = f"xianzhi: {word['portal']}: {outcome}"
    message["From"] = settings.get("MAIL_FROM")
    message["To"] = ", ".join(settings.getlist("MONITOR_MAIL"))
    told = [f"{word['portal']} ({word['title']}): {outcome}", "", *word["faults"], ""]
    told += [_("since: {time}").format(time=word["since"] or _("this crawl"))]
    told += [_("last good crawl: {time}").format(time=word["last_good"] or _("never"))]
    told += [_("folder: {path}").format(path=word["folder"])] if word["folder"] else []
    message.set_content("\n".join(told))
    server = smtplib.SMTP_SSL if settings.getbool(_USE_SSL) else smtplib.SMTP
    with server(settings.get("MAIL_HOST"), settings.getint("MAIL_PORT"), timeout=_STEP_SECONDS) as connection:
        if settings.getbool(_USE_TLS):
            connection.starttls()
        if settings.get("MAIL_USER"):
            connection.login(settings["MAIL_USER"], settings["MAIL_PASS"])
        connection.send_message(message)


def _without_secret(address: str) -> str:
    """What of an address may stand in a log: webhooks carry their key in path and query."""
    return f"webhook at {_host(address)}"


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "an address without a host"
    except ValueError:
        return "an address that is none"
