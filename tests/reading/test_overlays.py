"""What hijackers lay over whole pages is taken off again: no wrong character, no strange link, nothing genuine lost."""

from __future__ import annotations

import random

import pytest

from crawler.reading import Document, read_documents
from crawler.reading.injections import clean_tree
from crawler.reading.page.tree import parse
from crawler.reading.spun import restore
from tests.bench.injections.measure import wrong_characters
from tests.reading.kiosk import KINDS, Kiosk
from tests.reading.overlays import forbidden, hijacked, spun

_PAGES = 40
_URL = "http://www.qingshi.gov.cn/xw/2024/t1.html"


def _read(page: str) -> list[Document]:
    return read_documents(page.encode(), _URL)


def _told(documents: list[Document]) -> str:
    fields = [(d.title, d.kicker, d.subtitle, d.source, d.column, d.site_name, d.text, *d.captions) for d in documents]
    return "\n".join(field for row in fields for field in row if field)


def _essence(document: Document) -> tuple[object, ...]:
    named = [author.name for author in document.authors]
    return document.text, document.title, document.kicker, document.published, document.source, document.captions, named


def test_a_hijacked_page_says_what_it_said_before():
    wrong = []
    for seed in range(_PAGES):
        chance = random.Random(seed)
        kind = chance.choice(list(KINDS))
        page = Kiosk(seed).page(kind).html
        laid = hijacked(page, chance)
        before, after = _read(page), _read(laid)
        leaked = [word for word in forbidden() if word in _told(after)]
        # What a newspaper's page is called helps to tell its stories; a forged title says nothing of it.
        titled = kind in {"paper", "unsigned"} and "keyword-title" in {one.kind for one in after[0].injections}
        changed = not titled and [*map(_essence, before)] != [*map(_essence, after)]
        if leaked or changed or not after[0].injections:
            wrong.append(seed)
    assert wrong == []


def test_a_spun_page_comes_back_without_a_wrong_character():
    wrong, whole, total, flagged = 0, 0, 0, 0
    for seed in range(_PAGES):
        chance = random.Random(seed)
        page = Kiosk(seed).page(chance.choice(list(KINDS))).html
        before, after = _read(page), _read(spun(page, chance))
        flagged += "spun-text" in {one.kind for one in after[0].injections}
        told = [_told([document]) for document in after]
        assert not [word for word in forbidden() if any(word in one for one in told)]
        total += len(before)
        if len(before) != len(after):
            continue  # what parted the items, or the digest's title, is unsure
        for one, other in zip(before, after, strict=True):
            if len(one.paragraphs) == len(other.paragraphs):
                whole += 1
                wrong += wrong_characters(other.text, one.text)
                wrong += one.published != other.published
    assert flagged == _PAGES
    assert wrong == 0
    assert whole >= 0.8 * total


def test_a_name_is_not_taken_for_a_word_that_the_mainland_writes_otherwise():
    assert restore(["漁民沈靜國上岸後當起了河道保潔員，發(fā)展統(tǒng)計員很滿意。"])[0][0].startswith(
        "渔民沈静国上岸"
    )


@pytest.mark.parametrize(
    "bar", ["發(fā)布時(shí)間：2024/01/22 13:02 閱讀：次", "來源：青石發(fā)布 時(shí)間:2024-01-22 13:02"]
)
def test_the_colons_of_clocks_and_labels_are_the_page_s_own(bar: str):
    text = "發(fā)展統(tǒng)計局的現(xiàn)場會(huì)開得好，群眾都說(shuō)好，領(lǐng)導(dǎo)也說(shuō)好。" * 3
    assert "\ufffd" not in restore([text, bar])[0][1]


_ARTICLE = (
    "<h1>一座新桥连起两岸人家</h1><p>随着最后一车沥青铺完，青石镇的老桥告别了限重的日子，两岸的村民走上新桥。</p>"
)
_LINKS = " | ".join(f'<a href="http://www.qz{n}bet.com/">开心六月大片</a>' for n in range(6))


def test_what_stands_between_hidden_links_goes_with_them():
    farm = f"<script>document.write('<div style=\"display:none\">')</script>{_LINKS}<script>document.write('</div>')</script>"
    assert "|" not in _read(f"<html><body><div>{_ARTICLE}{farm}</div></body></html>")[0].text


def test_a_title_that_says_what_hidden_links_say_is_forged():
    title = "开心六月大片_夜来香资料_开心六月大片_晚安资讯"
    page = f'<html><head><title>{title}</title></head><body><div style="display:none">{_LINKS}</div>{_ARTICLE}</body></html>'
    root = parse(page)
    assert root is not None
    found = clean_tree(root, _URL, page).findings
    assert "keyword-title" in {one.kind for one in found}


def test_a_full_stop_that_was_cut_behind_a_word_that_labels_have_comes_back():
    text = "學(xué)生家長(zhǎng)告訴記者：髲N安裝了十七路攝像頭，發(fā)展統(tǒng)計局的現(xiàn)場會(huì)開得好。"
    assert "记者：" not in restore([text])[0][0]
