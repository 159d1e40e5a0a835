"""Pages from which a program is loaded: fields, what introduces it, ways to load it."""

from __future__ import annotations

from itertools import takewhile

from crawler.reading.body.weights import prose_in
from crawler.reading.page.flow import Line
from crawler.reading.patterns import pattern

# What a page of downloads says of a program in fields, above a heading and its text.
_INTRODUCES = pattern(r"^\W*(?:软件|程序|内容|资源|游戏|源码|驱动|插件|文件|详细)?(?:介绍|简介|说明|描述)\W*$")
_LABELLED = pattern(r"^\W*[\u4e00-\u9fff][\u4e00-\u9fff ]{1,8}[：:]")
_OF_PROGRAM = pattern(
    r"^\W*(?:(?:软件|程序|资源|游戏|源码|文件)(?:大小|语言|类[别型]|等级|授权|性质)|(?:运行|应用|适用)(?:环境|平台|系统)|授权(?:方式|形式)|下载次数)"
)
_LOADS = pattern(r"^\W*(?:软件|程序|本地|相关)?下载(?:地址|说明|链接|列表|帮助)\W*$")
_MOST_LINES, _FEWEST_FIELDS, _LONGEST_HEADING = 24, 4, 8
_PROSE = 30


def introduction(lines: list[Line]) -> list[Line]:
    """Return what of *lines* introduces a program below the table of its size and licence, above the ways to load it.

    All of them, where they are no page of a download.
    """
    for end, line in enumerate(lines[:_MOST_LINES]):
        if line.size > _LONGEST_HEADING or not _INTRODUCES.match(line.text):
            continue
        fields = [field.text for field in lines[:end] if _LABELLED.match(field.text)]
        told = list(takewhile(lambda line: not _LOADS.match(line.text), lines[end + 1 :]))
        listed = len(fields) >= _FEWEST_FIELDS and any(map(_OF_PROGRAM.match, fields))
        loaded = end + 1 + len(told) < len(lines) and prose_in(lines[:end]) < _PROSE
        return told if listed or loaded else lines
    return lines
