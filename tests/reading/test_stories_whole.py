"""Ordinary articles, however they are parted inside, stay one document."""

from __future__ import annotations

import pytest

from crawler.reading.blocks import Block
from crawler.reading.stories import split_stories

_LONG = (
    "要坚持问题导向，聚焦薄弱环节，层层压实责任，细化工作举措，确保各项任务落到实处、见到成效，让群众看得见、摸得着。"
)
_NEWS = "3月7日，镇里组织干部群众开展环境整治，清理沟渠两公里，清运垃圾十二吨，村容村貌焕然一新，群众纷纷点赞。"

ARTICLES: dict[str, list[str]] = {
    "a policy in sections": [
        "为深入推进乡村振兴，结合我县实际，制定本方案。",
        *("一、总体要求", _LONG, "二、重点任务", "（一）提升产业质量", _LONG, "（二）改善人居环境", _LONG),
        *("三、保障措施", "1. 加强组织领导", _LONG, "2. 强化督促检查", _LONG),
        *("青石县人民政府办公室", "2024年3月5日"),
    ],
    "a law": ["第一章 总则", f"第一条 {_LONG}", f"第二条 {_LONG}", "第二章 附则", f"第三条 {_LONG}"],
    "a bulletin of statistics": [
        *(
            "一、综合",
            "初步核算，全年地区生产总值184.2亿元，比上年增长5.6%。",
            "二、农业",
            f"全年粮食产量12.4万吨。{_LONG}",
        ),
        *("三、人口", "年末全县户籍人口42.6万人，比上年末减少0.3万人。", "注：本公报数据为初步统计数。"),
    ],
    "a recruitment notice": [
        *("因工作需要，现面向社会公开招聘工作人员，有关事项公告如下：", "一、招聘岗位", "1、综合管理岗2名", _LONG),
        *(
            "2、财务岗1名",
            _LONG,
            "二、报名方式",
            "报名时间：2024年3月4日至8日。",
            "联系人：王女士",
            "联系电话：0772-1234567",
        ),
    ],
    "a speech": ["同志们：", _LONG, "一、认清形势，增强紧迫感", _LONG, "二、突出重点，打好攻坚战", _LONG, "谢谢大家！"],
    "questions and answers": [
        *(
            "问：哪些人可以申领补贴？",
            "答：在我县缴纳社会保险满一年的人员可以申领。",
            "问：到哪里办理？",
            f"答：到镇便民服务中心。{_LONG}",
        ),
        *("记者：下一步有什么打算？", f"局长：{_LONG}"),
    ],
    "a feature with subheads and a byline": [
        *(
            _NEWS,
            "党建引领聚合力",
            _NEWS,
            "科技赋能添动力",
            f"近日，{_LONG}",
            "产业兴旺底气足",
            _LONG,
            "（记者 韦小山 通讯员 农春）",
        ),
    ],
    "a feature with a lead and subheads that open like news": [
        *(f"本报讯（记者 韦小山）{_NEWS}", "田间来了农技员", _NEWS, "屋后建起小菜园", _NEWS, "村口亮起太阳灯", _NEWS),
    ],
    "pictures with their photographers": [
        *(_NEWS, "图为干部群众清理沟渠。", "记者 韦小山 摄", _NEWS, "志愿者在清扫村道。（农春 摄）", _NEWS),
        *("村民在新建的小广场上跳舞。", "通讯员 农春 摄", "村容新貌", _NEWS, "航拍整治后的村庄。", "通讯员 农春 摄"),
    ],
    "a notice with numbered short items": [
        *("本周重点工作如下：", "1、召开安全生产会议", "2、检查校园食堂", "3、组织植树活动", "请各单位认真落实。"),
    ],
    "a work digest without reports": [
        *("1、加强领导，落实责任", _LONG, "2、广泛宣传，营造氛围", _LONG, "3、强化督查，严格问责", _LONG),
    ],
    "an interview with a box": [
        *(_NEWS, "相关链接", _LONG, "专家观点", f"农业大学教授表示，{_LONG}", "责任编辑：卢小青"),
    ],
    "a reader's poem": ["春到山乡", "桃花开满山坡", "溪水绕过人家", "老牛走在田埂", "燕子衔来新泥", "作者：农春"],
    "a minute of a meeting": [
        *(
            "时间：2024年3月5日",
            "地点：三楼会议室",
            "主持人：韦小山",
            "记录人：农春",
            "一、传达学习上级文件",
            _LONG,
            "二、研究防汛工作",
            _LONG,
        ),
    ],
    "a list of prizes": ["一等奖", "韦小山 农春", "二等奖", "王一 李二 张三", "三等奖", "赵四 钱五", _LONG],
    "a commentary with the writer's office": [
        _LONG,
        "以学促干",
        _LONG,
        "以干践学",
        _LONG,
        "（作者单位：青石县委党校）",
    ],
    "a wire summary": [
        *(f"新华社南宁3月5日电（记者 韦小山）{_NEWS}", _LONG, f"据了解，{_LONG}", _LONG, "（参与采写：农春、王一）"),
    ],
}


@pytest.mark.parametrize("kind", ARTICLES)
@pytest.mark.parametrize("title", ["青石镇开展环境整治", "青石县一周要闻"])
def test_an_article_is_never_split(kind: str, title: str):
    lines = ARTICLES[kind]
    stories = split_stories([Block(line) for line in lines], title)
    assert len(stories) == 1
    told = "".join((*stories[0].paragraphs, *stories[0].captions, *stories[0].credits))
    assert sorted(told.replace("（", "").replace("）", "")) == sorted(
        "".join(lines).replace("（", "").replace("）", "")
    )


@pytest.mark.parametrize("kind", ARTICLES)
def test_marks_of_bold_type_do_not_split_an_article(kind: str):
    blocks = [Block(line, strong=len(line) < 20) for line in ARTICLES[kind]]
    assert len(split_stories(blocks, "青石镇开展环境整治")) == 1


def test_no_blocks_are_one_empty_story():
    (story,) = split_stories([], "空")
    assert story.paragraphs == ()
    assert story.title is None
