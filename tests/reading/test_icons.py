"""Signs of icon fonts part the fields of a bar and are no text."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from tests.reading.pages import PARAGRAPHS, URL, page, prose

_ICON = '<i class="iconfont">&#xe645;</i>'


@pytest.mark.parametrize("icon", [_ICON, '<span class="layui-icon">&#xe60e;</span>', "<i>\uf017</i>"])
def test_icons_before_the_fields_of_a_bar_part_them(icon: str) -> None:
    bar = f"<span>{icon}2024-05-13 09:21</span><span>{icon}来源：石桥日报{icon}</span><span>{icon}作者：韦小满</span>"
    [document] = read_documents(page(prose(), bar=bar).encode(), URL)
    assert document.published == "2024-05-13T09:21:00+08:00"
    assert document.source == "石桥日报"
    assert [author.name for author in document.authors] == ["韦小满"]


def test_icons_are_no_text() -> None:
    body = prose() + f"<p>{_ICON} {_ICON}</p>"
    [document] = read_documents(page(body).encode(), URL)
    assert document.paragraphs == PARAGRAPHS


def test_a_rare_character_of_a_name_stays() -> None:
    text = (
        "获奖者是石桥镇的李<span style='font-family:SimSun-ExtB'>\ue000</span>，他种了三十年油茶，带出了二十多名徒弟。"
    )
    [document] = read_documents(page(f"<p>{text}</p>").encode(), URL)
    assert "李\ue000，" in document.text
