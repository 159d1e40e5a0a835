"""Pages in our own words, built for the tests of reading."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("XIANZHI_SHARED", ROOT.parent / "shared"))
URL = "http://www.shiqiao.gov.cn/xwzx/bdyw/202504/t20250409_12345.shtml"

PARAGRAPHS = (
    "4月8日，石桥县召开春季造林现场会，县林业局、各乡镇负责人和护林员代表共六十余人参加，会议在青石岭林场举行。",
    "会议指出，去冬今春全县完成造林一万二千亩，其中油茶六千亩，苗木成活率达到百分之九十二，比上年提高三个百分点。",
    "会议要求，各乡镇要抓住清明前后的有利时节，抓紧补植补造，落实管护责任，做到栽一片、活一片、成林一片。",
)
NAV = "".join(
    f'<li><a href="/{n}/">{n}</a></li>' for n in ("首页", "走进石桥", "政务公开", "政务服务", "互动交流", "专题专栏")
)
FOOTER = (
    '<div class="footer"><p>主办：石桥县人民政府　承办：石桥县人民政府办公室</p>'
    "<p>网站标识码：4599990001　桂ICP备05009999号　桂公网安备 45999902000001号</p></div>"
)
RELATED = "<h3>相关阅读</h3><ul>" + "".join(
    f'<li><a href="/xw/{n}.html">石桥县第{n}场招聘会在县体育馆举行</a><span>2025-03-0{n}</span></li>'
    for n in range(1, 7)
)


def page(
    body: str,
    *,
    title: str = "石桥县召开春季造林现场会",
    bar: str = "来源：石桥县融媒体中心　|　发布日期：2025-04-09 10:32　|　浏览次数：12次",
    head: str = "",
    above: str = "",
    below: str = "",
) -> str:
    """Return a county portal's article page around *body*."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}_本地要闻_石桥县人民政府门户网站</title>{head}</head>'
        f'<body><div class="top"><span>今日是：2026年11月22日 星期日</span></div><div class="nav"><ul>{NAV}</ul></div>'
        f'<div class="wz">您现在的位置：<a href="/">首页</a> &gt; <a href="/xw">新闻中心</a> &gt; <a href="/xw/b">本地要闻</a></div>'
        f'<div class="main"><h1>{title}</h1><div class="info">{bar}</div>{above}<div class="content">{body}</div>{below}</div>'
        f'<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a>【打印本页】【关闭窗口】</div>'
        f'<div class="prev"><p>上一篇：<a href="/a.html">石桥县开展安全生产检查</a></p></div><div>{RELATED}</div>{FOOTER}</body></html>'
    )


def prose(paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    """Return *paragraphs* as ``p`` elements."""
    return "".join(f"<p>{text}</p>" for text in paragraphs)
