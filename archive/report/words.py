"""Words of the report in both languages, for values that the crawl writes down in one."""

from __future__ import annotations

from http import HTTPStatus

Pair = tuple[str | None, str]

_CAUSES = {
    "no such host": "找不到主机",
    "connection refused": "连接被拒绝",
    "connection lost": "连接中断",
    "timeout": "超时",
    "cut off": "传输不完整",
    "too large": "文件过大",
    "ignored": "按规则略过",
    "robots.txt": "robots.txt 不允许",
    "blocked": "被网站拦截",
    "unreadable": "页面读不出",
    "soft 404": "假的“找不到”页面",
    "invalid": "文件不合规格",
    "errors": "程序出错",
}
_STATUSES = {
    "200": "正常",
    "206": "部分内容",
    "301": "永久转址",
    "302": "临时转址",
    "303": "转址",
    "304": "未改变",
    "307": "临时转址",
    "308": "永久转址",
    "400": "请求有误",
    "401": "须登录",
    "403": "禁止访问",
    "404": "找不到",
    "410": "已删除",
    "412": "被拦截（先决条件）",
    "429": "请求过多",
    "500": "服务器出错",
    "502": "网关出错",
    "503": "服务不可用",
    "504": "网关超时",
    "521": "网站未响应",
}
_TYPES = {
    "text/html": ("网页", "web page"),
    "application/xhtml+xml": ("网页", "web page"),
    "warc/revisit": ("未变（再次访问）", "unchanged (revisit)"),
    "text/plain": ("纯文本", "plain text"),
    "text/css": ("样式表", "style sheet"),
    "text/javascript": ("脚本", "script"),
    "application/javascript": ("脚本", "script"),
    "application/json": ("数据", "data"),
    "text/xml": ("XML", "XML"),
    "application/xml": ("XML", "XML"),
    "application/pdf": ("PDF 文件", "PDF"),
    "application/msword": ("Word 文件", "Word"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("Word 文件", "Word"),
    "application/vnd.ms-excel": ("Excel 表格", "Excel"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("Excel 表格", "Excel"),
    "application/zip": ("压缩包", "archive"),
    "application/octet-stream": ("未说明类型", "no type given"),
}
_FAMILIES = {
    "image": ("图片", "image"),
    "audio": ("音频", "audio"),
    "video": ("视频", "video"),
    "font": ("字体", "font"),
}
_KINDS = {"full": "全量", "incremental": "增量"}


def cause_words(cause: str) -> Pair:
    """Return a failure's cause in Chinese, where it is a known one, and English.

    >>> cause_words("timeout"), cause_words("HTTP 404"), cause_words("odd")
    (('超时', 'timeout'), ('HTTP 404 找不到', 'HTTP 404 Not Found'), (None, 'odd'))
    """
    words = cause.split()
    if len(words) == 2 and words[0].upper() == "HTTP":
        chinese, english = status_words(words[1])
        return (f"HTTP {words[1]} {chinese}" if chinese else None), f"HTTP {words[1]} {english}".strip()
    return _CAUSES.get(cause.casefold()), cause


def status_words(status: str) -> Pair:
    """Return what an HTTP status means.

    >>> status_words("404"), status_words("599")
    (('找不到', 'Not Found'), (None, ''))
    """
    try:
        english = HTTPStatus(int(status)).phrase
    except ValueError:
        english = ""
    return _STATUSES.get(status), english


def type_words(media_type: str) -> Pair:
    """Return what files of a media type are.

    >>> type_words("image/png"), type_words("application/x-odd")
    (('图片', 'image'), (None, ''))
    """
    return _TYPES.get(media_type) or _FAMILIES.get(media_type.partition("/")[0]) or (None, "")


def kind_words(kind: str) -> Pair:
    """Return the kind of a crawl: full or incremental."""
    return _KINDS.get(kind), kind
