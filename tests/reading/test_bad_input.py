"""Hostile and broken input: a result or UnreadablePage, soon and within bounds."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.errors import UnreadablePage
from crawler.reading import read_documents
from tests.reading.pages import ROOT, SHARED, page, prose

URL = "http://bad.example/page.html"
SENTENCE = "<p>石桥县召开会议，研究部署春季造林工作，强调要抓好落实。</p>"

# Sources of bytes that are built in the child process, so that its clock and memory are its own.
BAD = {
    "20 MB of paragraphs": "(P * 250_000)[:20_000_000]",
    "20 MB of links": "('<a href=/x>链接</a>' * 900_000).encode()[:20_000_000]",
    "100,000 nested tags": "b'<div>' * 100_000 + P + b'</div>' * 100_000",
    "70,000 nested tags": "b'<div>' * 70_000 + P",
    "25,000 nested tags": "b'<div>' * 25_000 + P",
    "25,000 nested inline tags": "b'<b>' * 25_000 + P",
    "a column of 500 lines in a hundred cells, one in another": (
        "('<title>春耕培训</title><h1>春耕培训</h1>' + '<table><tr><td>' * 100 + '<a href=/x>要闻</a>'"
        "+ ''.join(f'<p>第{n}期</p>' for n in range(500)) + '</td></tr></table>' * 100).encode()"
    ),
    "8,000 nested tables": "b'<table><tr><td>' * 8_000 + P",
    "12,000 paragraphs": "P.replace('，'.encode(), b',') * 11_900",
    "35,000 paragraphs": "P.replace('，'.encode(), b',') * 35_000",
    "a table of 6,000 rows": "b'<table>' + '<tr><td><p>1</p></td><td>石桥</td></tr>'.encode() * 6_000 + b'</table>'",
    "NUL bytes": "b'\\0' * 5_000_000",
    "noise": "random.Random(7).randbytes(5_000_000)",
    "a page that is one script": "b'<html><script>' + b'var a=1;' * 600_000 + b'</script></html>'",
    "a feed": "b'<?xml version=\"1.0\"?><rss><channel>' + b'<item><title>a</title></item>' * 5_000 + b'</channel></rss>'",
    "one line of 2 million characters": "'长，'.encode() * 1_000_000",
    "a title without an end": "b'<title>' + '关_'.encode() * 300_000",
    "a million character references": "b'<p>' + b'&#65;' * 400_000",
    "attributes without an end": "b'<p ' + b'a=\"1\" ' * 400_000",
    "body tags without an end": "b'<html>' + P + b'<body ' * 70_000",
    "headings of related articles": "P * 4 + '<p>相关阅读</p>'.encode() * 5_000 + (b'<p><a href=/x>x</a></p>' + P) * 2_000",
    "a rule of signs": "b'<p>' + b'*' * 1_000_000 + b'x</p>' + P",
    "a letter's head": "'<pre>发信人: ab (a), 信区: x\\n标  题: x\\n发信站: '.encode() + b'(' * 1_000_000 + b'\\n' + P",
    "styles that name fonts": "b'<h1 style=\"' + b'font:' * 200_000 + b'\">x</h1>' + P",
    "a comment without an end": "b'<!--' + b'x' * 3_000_000",
    "digits that may be dates": "b'<p>' + b'2025-' * 150_000",
    "stamps of a forum": "b'<div>' + '<p>2025-03-12 14:35 发表于</p>'.encode() * 12_000",
    "blanks": "b'<p>' + b' ' * 3_000_000 + b'x'",
    "links to files, left open": "P + '<div><a href=/x.pdf>附件'.encode() * 700 + '<p>春耕<br>'.encode() * 11_000",
    "links of scripts, left open": "('<p><a href=\"javascript:;\">展开<b>'.encode() + P) * 3_000",
    "pictures with captions in one cell": "b'<table><td>' + '<img src=a.jpg><br>春耕现场<br>'.encode() * 3_000",
    "bold runs in one block": "b'<div>' + '<b>春耕</b>：石桥县召开会议。<br>'.encode() * 9_000",
    "the same heading between a thousand texts": "('<p>相关阅读</p>'.encode() + P * 2) * 3_000",
    "the properties of a paper without an end": "b'<!--enpproperty ' + b'<a>b' * 60_000 + b'-->' + P",
    "a sentence in six thousand pieces": "'<p>石桥县召开会议，研究部署春季造林工作，强调要抓好落</p>'.encode() * 6_000",
    "900 signed stories": "('<p>春耕培训</p><p>本报讯（记者 韦小满）三百人参加</p><p><img src=a.jpg>'.encode() + P) * 900",
    "1,400 unsigned stories": (
        "''.join(f'<p>第{n}期春耕培训</p><p>第{n}期春耕培训日前开班，农技人员到田间地头为种植户讲解育秧和施肥的要领，'"
        "'三百人参加。</p>' for n in range(1_400)).encode()"
    ),
    "a book that was spun": (
        "__import__('tests.spinner').spinner.Spinner(lone='').spin("
        "''.join(f'<p>第{n}期春耕培训！為群眾辦實事，{n}人參加；會議要求發展產業：改善環境。</p>' for n in range(9_000))).encode()"
    ),
}
CHILD = """
import random, re, sys, time
import crawler.reading.documents
from crawler.errors import UnreadablePage
P = {sentence!r}.encode()
body = {source}
crawler.reading.documents.read_documents(P * 30, "http://bad.example/")
start = time.process_time()
try:
    crawler.reading.documents.read_documents(body, {url!r})
    answer = "read"
except UnreadablePage as error:
    answer = "unreadable" if {url!r} in str(error) else str(error)
# Not getrusage: its maximum is carried over from the process that started this one.
with open("/proc/self/status") as status:
    most = re.search(r"VmHWM:[^0-9]*([0-9]+) kB", status.read())
print(answer, time.process_time() - start, int(most[1]) / 1024)
"""


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_costs_two_seconds_and_500_megabytes_at_most(name):
    code = CHILD.format(sentence=SENTENCE, source=BAD[name], url=URL)
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    answer, seconds, megabytes = run.stdout.split()
    assert answer in ("read", "unreadable")
    assert float(seconds) < 2.0
    assert float(megabytes) < 500


@pytest.mark.parametrize(
    "address", ["http://[/", "http://[/t20250416_1.shtml", "http://a.gov.cn:99999/", "//", "javascript:void(0)"]
)
def test_a_page_is_read_whatever_its_address_is(address):
    (document,) = read_documents(page(prose()).encode(), address)
    assert document.paragraphs


def reads_or_says_so(body: bytes) -> None:
    try:
        documents = read_documents(body, URL)
    except UnreadablePage as error:
        assert URL in str(error)
        return
    assert documents
    for document in documents:
        assert document.text == "\n".join(document.paragraphs)
        assert "\x00" not in document.text


def test_a_page_whose_address_nobody_knows_any_more_is_read_or_refused_by_that_name():
    (document,) = read_documents(page(prose()).encode(), None)
    assert document.url == ""
    assert document.paragraphs
    with pytest.raises(UnreadablePage, match="a page without an address: nothing to read"):
        read_documents(b"", None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2000))
def test_any_bytes_are_read_or_refused(body):
    reads_or_says_so(body)


PIECES = [
    *("<div>", "</div>", "<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<br>", "</a>", "</html>", "<title>"),
    *("<li>", "<h1>", "<!--enpcontent-->", "<!--/enpcontent-->", "<!--正文s-->", "<a href='/x.doc'>"),
    *("<img src='a.jpg'>", "<div style='display:none'>", "来源：石桥日报", "发布时间：2025-04-09 10:32"),
    *("石桥县召开会议，部署造林工作。", "记者 韦小满", "相关阅读", "【打印】", "（本报讯）"),
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=60)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MARKUP)
def test_any_soup_of_tags_is_read(parts):
    reads_or_says_so("".join(parts).encode())


def mutated(body: bytes, seed: int) -> bytes:
    """Return *body* with some bytes changed, a piece cut out and another doubled."""
    chance = random.Random(seed)
    spoiled = bytearray(body)
    for _ in range(chance.randrange(1, 60)):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    a, b = sorted(chance.randrange(len(spoiled)) for _ in range(2))
    c = chance.randrange(len(spoiled))
    return bytes(spoiled[:a] + spoiled[b:] if seed % 2 else spoiled[:c] + spoiled[a : a + 5000] + spoiled[c:])


@pytest.mark.parametrize("seed", range(40))
def test_a_spoiled_page_is_read_or_refused(seed):
    reads_or_says_so(mutated(page(prose()).encode("gb18030" if seed % 3 else "utf-8"), seed))


def test_spoiled_real_pages_are_read_or_refused():
    files = sorted((SHARED / "pages").glob("*/*/page.html"))
    if not files:
        pytest.skip("no shared pages beside the repository")
    for seed, file in enumerate(files):
        reads_or_says_so(mutated(file.read_bytes(), seed))


def seconds_to_import(*modules: str) -> list[float]:
    """Return the median CPU time that each of *modules* takes to import in a process of its own, run by turns."""
    # Installed libraries have their bytecode: what is weighed against them is to have it too.
    keep = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    rounds = []
    for _ in range(8):
        seconds = []
        for module in modules:
            code = f"import time; start = time.process_time(); import {module}; print(time.process_time() - start)"
            command = [sys.executable, "-c", code]
            run = subprocess.run(command, cwd=ROOT, env=keep, capture_output=True, text=True, check=True)
            seconds.append(float(run.stdout))
        rounds.append(seconds)
    return [statistics.median(taken) for taken in zip(*rounds[1:], strict=True)]


def test_importing_reading_costs_little_more_than_trafilatura():
    trafilatura, reading, whole = seconds_to_import("trafilatura", "crawler.reading", "crawler.reading.documents")
    assert reading <= 1.3 * trafilatura
    assert whole <= 1.45 * trafilatura
