"""Measure what the injection checks find, undo, leave alone and cost.

    python tests/bench/injections/measure.py [seed|roundtrip|detection|genuine|links|splices|mirrors|cost|junk …]

Without names all are measured. Pages and texts beside the repository (``../shared`` or ``XIANZHI_SHARED``) are used
where they are; the samples always are.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from lxml import html  # noqa: E402
from opencc import OpenCC  # noqa: E402

from crawler.divisions import divisions, find_division  # noqa: E402
from crawler.errors import UnreadablePage  # noqa: E402
from crawler.reading import PortalFacts, read_documents  # noqa: E402
from crawler.reading.blocks import Block  # noqa: E402
from crawler.reading.injections import clean_tree, strip_farms  # noqa: E402
from crawler.reading.injections.mirrors import judge_host  # noqa: E402
from crawler.reading.injections.page_facts import read_page_facts  # noqa: E402
from crawler.reading.injections.strings import PageText  # noqa: E402
from crawler.reading.page.encoding import decode  # noqa: E402
from crawler.reading.page.tree import parse  # noqa: E402
from crawler.reading.splices import drop_splices  # noqa: E402
from crawler.reading.spun import is_spun, restore  # noqa: E402
from crawler.reading.spun.script import to_simplified  # noqa: E402
from crawler.rereading import find_portal  # noqa: E402
from tests.reading.clean_texts import sample_texts  # noqa: E402
from tests.reading.test_injections import FARMS, HIDDEN_BY_PORTALS, page  # noqa: E402
from tests.reading.test_spun_detection import CONVERTERS, teaching_text  # noqa: E402
from tests.spinner import Spinner, spin_page  # noqa: E402

SHARED = Path(os.environ.get("XIANZHI_SHARED", ROOT.parent / "shared"))
THRESHOLDS = (6, 8, 10, 15, 20, 30, 40, 60, 80, 100, 120, 142)
PREFECTURES = sorted(code for code in divisions() if code.endswith("00") and not code.endswith("0000"))
WHOLE = Spinner(annotated=0, cuts=False)
Text = tuple[str, tuple[str, ...]]


def clean_texts(most: int) -> list[Text]:
    """Return the samples' texts and those of the shared pages, at most *most* paragraphs of each."""
    found = [(name, paragraphs[:most]) for name, paragraphs in sample_texts()]
    for path in sorted(SHARED.glob("pages/*/*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold.get("page_kind") == "hacked":
            continue
        pieces = gold.get("paragraphs") or re.split(r"\n\s*\n", gold.get("text") or "")
        squeezed = (re.sub(r"\s+", "", piece if isinstance(piece, str) else "") for piece in pieces)
        kept = tuple(p for p in squeezed if len(p) > 30 and survives(p))
        if kept:
            found.append((path.parent.name, kept[:most]))
    return found


def survives(text: str) -> bool:
    """Say whether *text* is Simplified text of GBK, which a spinner that cuts nothing gives back."""
    within = text.encode("gbk", "ignore").decode("gbk") == text
    return within and to_simplified(text) == text and to_simplified(WHOLE.spin(text)) == text


def wrong_characters(restored: str, original: str) -> int:
    """Return the edits between both, U+FFFD standing for any two characters or fewer."""
    pattern = "".join(".{0,2}" if c == "\ufffd" else re.escape(c) for c in restored)
    if re.fullmatch(pattern, original, re.S):
        return 0
    last = list(range(len(original) + 1))
    for one in restored:
        free = one == "\ufffd"
        row = [last[0] + (not free)]
        for j, other in enumerate(original):
            swap = last[j] + (not free and one != other)
            row.append(min(swap, last[j + 1] + (not free), row[j] + (not free)))
        last = row
    return last[-1]


def seed() -> Iterator[str]:
    path = next(SHARED.glob("seeds/003_*.txt"), None)
    if path is None:
        yield "no shared seed"
        return
    gold = json.loads((SHARED / "gold/003.json").read_text("utf-8"))["articles"][0]["paragraphs_from_page_alone"]
    back, restoration = restore([line for line in path.read_text("utf-8").split("\n") if line.strip()])
    lines = {line.strip() for line in back}
    exact = sum(paragraph in lines for paragraph in gold)
    yield f"seed 003: {exact}/{len(gold)} paragraphs exact, {restoration.unsure} characters unsure"


def roundtrip() -> Iterator[str]:
    rng = random.Random(20250312)
    texts = clean_texts(6)
    for lone in ("?", ""):
        wrong = bad = unsure = characters = 0
        for _, paragraphs in texts:
            spinner = Spinner(annotated=rng.choice((0, *THRESHOLDS)), lone=lone, blank=rng.random() < 0.1)
            back, restoration = restore([spinner.spin(p) for p in paragraphs])
            edits = sum(wrong_characters(b, p.replace("\xa0", " ")) for b, p in zip(back, paragraphs, strict=True))
            wrong += edits
            bad += edits > 0
            unsure += restoration.unsure
            characters += sum(map(len, paragraphs))
        share = 100 * (1 - bad / len(texts))
        yield (
            f"round trip, lone byte shown as {lone!r}: {len(texts)} texts, {characters} characters, {share:.1f} % of the "
            f"texts without a wrong character, {1e4 * wrong / characters:.2f} wrong and "
            f"{1e4 * unsure / characters:.1f} marked in 10,000"
        )


def detection() -> Iterator[str]:
    rng = random.Random(1)
    texts = [paragraphs for _, paragraphs in clean_texts(3) if sum(map(len, paragraphs)) > 120]
    for annotated in (0, 6, 10, 20, 40, 80, 142):
        spinner = Spinner(annotated=annotated)
        pages = [spin_page(p[0][:16], p, spinner, rng) for p in texts]
        whole = sum("spun-text" in _kinds(text) for text in pages)
        bare = sum(is_spun("\n".join(map(spinner.spin, p))) for p in texts)
        yield f"detection, {annotated} characters annotated: {whole}/{len(texts)} pages, {bare}/{len(texts)} bare texts"


def _kinds(text: str) -> set[str]:
    root = parse(text)
    return (
        {one.kind for one in clean_tree(root, "http://www.somewhere.com/a", text).findings}
        if root is not None
        else set()
    )


def genuine() -> Iterator[str]:
    lessons = sum(is_spun(teaching_text(number)) for number in range(268))
    yield f"teaching texts taken for spun: {lessons}/268"
    converters = [OpenCC(name).convert for name in CONVERTERS]
    converted = [convert("\n".join(p)) for _, p in clean_texts(4) for convert in converters]
    yield f"texts converted to Traditional taken for spun: {sum(map(is_spun, converted))}/{len(converted)}"
    pages = list(_shared_pages())
    flagged = [path.parent.name for path, gold in pages if not gold.get("spam") and _findings(path, gold)]
    total = sum(not gold.get("spam") for _, gold in pages)
    yield f"genuine shared pages with a finding: {len(flagged)}/{total} {flagged}"


def _shared_pages() -> Iterator[tuple[Path, dict[str, object]]]:
    for path in sorted(SHARED.glob("pages/*/*/page.html")):
        yield path, json.loads((path.parent / "gold.json").read_text("utf-8"))


def _findings(path: Path, gold: dict[str, object]) -> set[str]:
    documents = read_documents(path.read_bytes(), str(gold.get("url") or "http://www.a.gov.cn/"))
    return {one.kind for document in documents for one in document.injections}


def links() -> Iterator[str]:
    leaked = found = 0
    for farm in FARMS.values():
        (document,) = read_documents(page().replace("<p>农技", farm + "<p>农技").encode(), "http://www.shimen.gov.cn/a")
        leaked += "bet" in document.text or "百家乐" in document.text
        found += "hidden-links" in {one.kind for one in document.injections}
    flagged = sum(bool(_kinds(page(block))) for block in HIDDEN_BY_PORTALS.values())
    yield f"hidden link farms: {found}/{len(FARMS)} found, {leaked} leaked"
    yield f"portals' own hidden blocks flagged: {flagged}/{len(HIDDEN_BY_PORTALS)}"


def splices() -> Iterator[str]:
    for path, gold in _shared_pages():
        spam = ["".join(str(one).split()) for one in gold.get("spam") or ()]  # type: ignore[attr-defined]
        if not spam or not path.parent.name.startswith("forged"):
            continue
        (document, *_) = read_documents(path.read_bytes(), str(gold.get("url") or "http://www.a.gov.cn/"))
        squeezed = "".join(document.text.split())
        gone = not any(one[:20] in squeezed for one in spam)
        why = [one.where for one in document.injections if one.kind == "spliced-paragraph"]
        yield f"{path.parent.name}: {'dropped' if gone else 'kept'} {why}"


def mirrors() -> Iterator[str]:
    """Each page that carries marks, read for its own portal and for one of every other prefecture."""
    own, mistaken, seen, told = 0, [], 0, 0
    for name, body, facts in _pages_of_portals():
        if facts.division_code is None or facts.division_code == "000000":
            continue
        host = f"http://{min(facts.hosts)}/a.html"
        own += 1
        mistaken += [name] if _is_mirror(body, host, facts) else []
        source = decode(body, None).text
        root = parse(source)
        marked = read_page_facts(root, PageText(root, source)) if root is not None else None
        if marked is None or not (marked.codes or marked.icps):
            continue
        for other in PREFECTURES:
            if other[:2] != facts.division_code[:2]:
                elsewhere = replace(facts, division_code=other, hosts=frozenset({"www.a.gov.cn"}))
                seen += 1
                told += bool(judge_host("http://www.a.gov.cn/a.html", marked, elsewhere))
    yield f"pages read for their own portal, flagged as another site's: {len(mistaken)}/{own} {mistaken}"
    yield f"pages with a site code or ICP number, on a portal of another province: {told}/{seen} flagged"


def _pages_of_portals() -> Iterator[tuple[str, bytes, PortalFacts]]:
    for path in sorted((ROOT / "samples").glob("*/*/page.html")):
        portal = find_portal(path.parent.parent.name)
        if portal is not None:
            yield f"{path.parent.parent.name}/{path.parent.name}", path.read_bytes(), portal.facts()
    for path, gold in _shared_pages():
        division = find_division(None, str(gold.get("site_name") or ""))
        host = urlsplit(str(gold.get("url") or "")).hostname or "www.a.gov.cn"
        yield path.parent.name, path.read_bytes(), PortalFacts(frozenset({host}), division)


def _is_mirror(body: bytes, url: str, facts: PortalFacts) -> bool:
    try:
        documents = read_documents(body, url, portal=facts)
    except UnreadablePage:
        return False
    return any(found.kind == "foreign-mirror" for document in documents for found in document.injections)


def cost() -> Iterator[str]:
    shares = []
    for path, gold in _shared_pages():
        if gold.get("spam") or gold.get("page_kind") == "list":
            continue
        data = path.read_bytes()
        text = decode(data, None).text
        whole = _median(lambda data=data: read_documents(data, "http://www.a.gov.cn/"), lambda: None)
        checks = _median(
            lambda root, text=text: clean_tree(root, "http://www.a.gov.cn/", text), lambda text=text: parse(text)
        )
        shares.append((checks / whole, path.parent.name, checks, whole))
    values = sorted(share for share, *_ in shares)
    total = sum(checks for _, _, checks, _ in shares) / sum(whole for *_, whole in shares)
    worst = max(shares)
    yield (
        f"checks on {len(shares)} clean pages: {100 * total:.1f} % of the time of reading them all, median "
        f"{100 * statistics.median(values):.1f} %, worst {100 * worst[0]:.1f} % ({worst[1]}, {1000 * worst[2]:.1f} ms)"
    )


def _median(run: Callable[..., object], prepare: Callable[[], object], rounds: int = 7) -> float:
    times = []
    for _ in range(rounds):
        made = prepare()
        start = time.process_time()
        run(made) if made is not None else run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def junk() -> Iterator[str]:
    tags = '<acronym id="f8jhm"></acronym><sub id="f8jhm"><ol id="f8jhm"></ol></sub>\n'
    for size in (1_250_000, 2_500_000, 5_000_000):
        text = page(tags * (size // len(tags)))
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        start = time.perf_counter()
        clean_tree(root, "http://www.a.gov.cn/", text)
        cleaned = time.perf_counter()
        strip_farms(text)
        tree, before = cleaned - start, time.perf_counter() - cleaned
        yield f"junk tags, {size / 1e6} MB: {tree:.2f} s in the tree, {before:.2f} s before parsing"
    body = [f"第{n}条　农技人员讲解了集中育秧和水肥管理的要领，{n * 7919}" for n in range(1500)]
    start = time.perf_counter()
    drop_splices([Block(one) for one in body], [[Block(one.replace("育秧", "施肥")) for one in body]])
    yield f"1,500 paragraphs against a copy that differs in each: {time.perf_counter() - start:.2f} s"


MEASURES: dict[str, Callable[[], Iterator[str]]] = {
    "seed": seed,
    "roundtrip": roundtrip,
    "detection": detection,
    "genuine": genuine,
    "links": links,
    "splices": splices,
    "mirrors": mirrors,
    "cost": cost,
    "junk": junk,
}


def main(names: Sequence[str]) -> None:
    """Print each measurement as it is done."""
    for name in names or MEASURES:
        for line in MEASURES[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
