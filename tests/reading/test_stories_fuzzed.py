"""Whatever lines a page is made of, its stories are read without a fault and without inventing text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.reading.blocks import Block
from crawler.reading.body.repetition import drop_second_copy
from crawler.reading.stories import split_stories

_PIECES = st.sampled_from(
    [
        *(
            "本报讯（",
            "记者 张三",
            "）",
            "（李四 摄）",
            "1、",
            "——",
            "。",
            "，",
            "近日",
            "《",
            "》",
            "“",
            "”",
            "①",
            "（下转第3版）",
        ),
        *(
            "（上接第1版）",
            "通讯员：王五",
            "来源：某报",
            "第02版",
            "标题文字",
            "3月5日，",
            "要闻",
            "\u3000",
            "\ue004",
            "县里召开会议",
            "7",
        ),
    ]
)
_BLOCKS = st.lists(
    st.builds(
        Block,
        st.lists(_PIECES, max_size=6).map("".join) | st.text(max_size=30),
        st.sampled_from(["paragraph", "paragraph", "heading", "table", "caption", "image"]),
        st.booleans(),
    ),
    max_size=16,
)


@settings(max_examples=300, deadline=None)
@given(blocks=_BLOCKS, title=st.sampled_from([None, "青石一周要闻", "双桥村纪实"]))
def test_stories_hold_only_what_the_page_holds(blocks: list[Block], title: str | None):
    page = "".join("".join(block.text.split()) for block in blocks)
    headed = f"{title or ''}\n{page}"  # the page's headline may be the first line of a story's
    for story in split_stories(blocks, title):
        for text in (*story.captions, *story.credits, *([story.kicker] if story.kicker else [])):
            assert "".join(text.split()) in headed
        for paragraph in story.paragraphs:
            assert set("".join(paragraph.split())) <= set(page)


@settings(max_examples=200, deadline=None)
@given(blocks=_BLOCKS)
def test_what_is_kept_and_what_is_dropped_are_all_the_blocks(blocks: list[Block]):
    kept, copies = drop_second_copy(blocks)
    assert sorted(map(repr, [*kept, *(block for copy in copies for block in copy)])) == sorted(map(repr, blocks))
