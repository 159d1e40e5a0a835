"""Answer for portals from saved samples, as a plain HTTP proxy on this machine."""

from crawler.replay.answers import Answer, SampleError, read_answers
from crawler.replay.proxy import ReplayProxy, Served

__all__ = ["Answer", "ReplayProxy", "SampleError", "Served", "read_answers"]
