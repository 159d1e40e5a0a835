"""Pages of several stories whose first line, and so whose title, is no headline."""

from __future__ import annotations

import pytest

from crawler.reading import read_documents
from crawler.reading.values import Document
from tests.reading.test_sheets import BOAT, HOSPITAL, NEWS, SCHOOL, SUBSIDY

OTHER = NEWS.replace("韦小满", "农春").replace("青石镇的新桥", "石桥镇的老桥")
TURNED = "（上接第一版）会议强调，全县上下要锚定目标、实干争先，确保全年目标任务圆满完成。"
PICTURE = "3月10日，石桥公园的樱花竞相开放，吸引众多市民和游客前来观赏、拍照留念。 本报记者 蓝志峰 摄"


def _read(*lines: str) -> list[Document]:
    """The documents of a page that is nothing but its *lines*, as a text is set as one."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    page = f"<html><head><meta charset=utf-8><title>{lines[0]}</title></head><body><div>{body}</div></body></html>"
    return read_documents(page.encode(), "http://a.example/")


@pytest.mark.parametrize(
    "first", ["2024年3月12日 星期二", "责任编辑：蓝志峰 版式：农春", "今日天气：晴转多云", "综合新闻"]
)
def test_what_a_paper_prints_above_briefs_is_the_title_of_none(first: str):
    briefs = [NEWS, OTHER, f"本报讯（记者 蓝志峰）{HOSPITAL}"]
    assert [found.title for found in _read(first, *briefs)] == [None] * 3


def test_the_end_of_a_story_of_another_page_is_text_of_its_own():
    found = _read(TURNED, "新桥通车", "本报记者 韦小满", SCHOOL, "义诊进乡村", OTHER)
    assert [document.title for document in found] == [None, "新桥通车", "义诊进乡村"]
    assert found[0].text == TURNED.removeprefix("（上接第一版）")
    assert [[author.name for author in document.authors] for document in found] == [[], ["韦小满"], ["农春"]]
    assert [document.text for document in _read(TURNED, NEWS, OTHER)][1:] == [NEWS, OTHER]


def test_a_picture_above_the_first_story_is_none_of_it():
    found = _read(PICTURE, "新桥通车", NEWS, "义诊进乡村", OTHER)
    assert [(document.title, document.captions) for document in found if document.text] == [
        ("新桥通车", ()),
        ("义诊进乡村", ()),
    ]
    unsigned = {"中心医院开通网上预约挂号": HOSPITAL, "二中举行毕业典礼": SCHOOL, "汽车下乡补贴兑现八百万元": SUBSIDY}
    found = _read(PICTURE, *[line for story in unsigned.items() for line in story])
    assert [document.title for document in found] == [None, *unsigned]
    assert len(_read("水生的船", PICTURE, BOAT)) == 1


def test_a_picture_of_this_month_has_the_day_alone():
    caption = PICTURE.replace("3月10日", "10日")
    found = _read("新桥通车", NEWS, "义诊进乡村", OTHER, caption)
    assert [document.title for document in found] == ["新桥通车", "义诊进乡村", None]
