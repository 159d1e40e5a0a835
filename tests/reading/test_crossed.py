"""Articles of every kind of text in every kind of bar, wrapping, paragraph, tail and footer, crossed at random."""

from __future__ import annotations

import random
from itertools import product

import pytest

from crawler.reading import read_documents
from tests.reading.pages import URL

SITE = "石桥县人民政府门户网站"
LINKS = "".join(f'<li><a href="/{n}.html">石桥县第{n}场招聘会在县体育馆举行</a></li>' for n in range(1, 6))
TEXTS = {
    "石桥县召开春季造林现场会": (
        "4月8日，石桥县召开春季造林现场会，县林业局、各乡镇负责人和护林员代表参加会议。",
        "会议要求，各乡镇要抓住清明前后的有利时节，抓紧补植补造，落实管护责任。",
    ),
    "关于城北片区停水的通知": ("因管道抢修，5月8日城北片区停水。", "请用户储水。", "石桥县自来水公司", "2025年4月9日"),
    "停水通知": ("因管道抢修，明日停水。",),
    "关于护林先进个人的通报": ("现将名单公布如下：", "一等奖：韦小满", "二等奖：蓝志峰、黄采薇", "特此通报。"),
    "石桥县护林员管理办法": (
        "第一章 总则",
        "第一条 为了加强管理，制定本办法。",
        "第二章 附则",
        "第二条 本办法自公布之日起施行。",
    ),
    "青石岭造林工程招标公告": (
        "项目名称：青石岭造林工程",
        "招标人：石桥县林业局",
        "开标时间：2025年5月28日9:30",
        "联系电话：0772-7210000",
    ),
}
BARS = {
    "spans": "<div><span>来源：县林业局</span><span>发布时间：2025-04-09 10:20</span><span>浏览次数：<i>12</i></span></div>",
    "a list": "<ul><li>发布时间：2025-04-09 10:20</li><li>来源：县林业局</li><li>访问量：</li><li><a href='javascript:print()'>打印</a></li></ul>",
    "cells": "<table><tr><td>日期：2025-04-09 10:20</td><td>来源：县林业局</td><td>作者：</td><td>点击数：12</td></tr></table>",
    "one line": "<p>时间：2025-04-09 10:20　来源：县林业局　【字号：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】 <a href=#>打印</a></p>",
}
WRAPPINGS = (
    *(
        "{}",
        "<div><div>{}</div></div>",
        "<table><tr><td>{}</td></tr></table>",
        "<form>{}</form>",
        "<dl><dd>{}</dd></dl>",
    ),
    *("<main><article><section>{}</section></article></main>", "<ul><li>{}</li></ul>", "<font size=3>{}</font>"),
)
PARAGRAPHS = (
    "<p>　　{}</p>",
    "　　{}<br>",
    "<div>&nbsp;&nbsp;{}</div>",
    "<p><span><span>{}</span></span></p>",
    "<p>{}",
    "{}<br/><br/>",
)
TAILS = (
    "",
    "<div>分享到：<a href=#>微信</a><a href=#>微博</a></div>",
    "<div><p>上一篇：<a href=/1.html>石桥大桥恢复通车</a></p><p>下一篇：<a href=/2.html>县医院开诊</a></p></div>",
    f"<div><h3>相关信息</h3><ul>{LINKS}</ul></div>",
    "<div><img src=/qr.png>扫一扫在手机打开当前页</div>",
)
FOOTERS = (
    "<div><p>主办：石桥县人民政府</p><p>网站标识码：4599990001 桂ICP备05009999号</p></div>",
    "<table><tr><td>主办：石桥县人民政府<br>技术支持：石桥网络<br>桂ICP备05009999号 <a href=/m>网站地图</a></td></tr></table>",
    "<div><p>Copyright © 2025 石桥县 All Rights Reserved.</p><p>建议您使用IE8.0以上浏览器。</p><p>地址：石桥县青石路18号 邮编：545000</p></div>",
)
EVERY = list(product(TEXTS, BARS, WRAPPINGS, PARAGRAPHS, TAILS, FOOTERS, ("inside", "outside")))


@pytest.mark.parametrize("seed", range(8))
def test_an_article_is_read_whatever_its_parts_are_set_in(seed: int):
    for title, bar, wrapping, paragraph, tail, footer, where in random.Random(seed).sample(EVERY, 60):
        told = "".join(paragraph.format(text) for text in TEXTS[title])
        body = wrapping.format(told + tail) if where == "inside" else wrapping.format(told) + tail
        page = (
            f"<html><head><meta charset=utf-8><title>{title}_{SITE}</title></head><body><ul>{LINKS}</ul>"
            f"<div>当前位置：<a href=/>首页</a> &gt; <a href=/t>通知公告</a></div><div><h1>{title}</h1>{BARS[bar]}{body}</div>"
            f"<div><h3>热点新闻</h3><ul>{LINKS}</ul></div>{footer}</body></html>"
        )
        (document,) = read_documents(page.encode(), URL)
        assert document.paragraphs == TEXTS[title], page
        assert (document.title, document.source) == (title, "县林业局"), page
        assert document.published == "2025-04-09T10:20:00+08:00", page
