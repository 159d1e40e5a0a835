"""Answer for portals from saved samples, as a plain HTTP proxy on this machine."""

from crawler.replay.answers import Answer, read_answers
from crawler.replay.proxy import ReplayProxy, Served

__all__ = ["Answer", "ReplayProxy", "Served", "read_answers"]
