"""Words of the report in both languages, for values that the crawl writes down in one."""

from __future__ import annotations

from http import HTTPStatus

Pair = tuple[str | None, str]

# What the crawl calls a cause; in English it is said in other words where those of the crawl are too short.
_CAUSES: dict[str, Pair] = {
    "no such host": ("找不到主机", "no such host"),
    "connection refused": ("连接被拒绝", "connection refused"),
    "connection lost": ("连接中断", "connection lost"),
    "timeout": ("超时", "timeout"),
    "no address": ("转到的地址无效", "sent to what is no address"),
    "cut off": ("传输不完整", "cut off"),
    "too large": ("文件过大", "too large"),
    "ignored": ("按规则略过", "left out by rule"),
    "robots.txt": ("robots.txt 不允许", "not allowed by robots.txt"),
    "refused": ("地址不许访问", "address not allowed"),
    "undecodable": ("压缩数据解不开", "compressed data cannot be unpacked"),
    "decompression bomb": ("解压后过大", "too large when unpacked"),
    "blocked": ("被网站拦截", "blocked by the site"),
    "unreadable": ("页面读不出", "page unreadable"),
    "soft 404": ("假的“找不到”页面", "page that says it does not exist"),
    "invalid": ("文章不合规格", "document against the rules"),
    "errors": ("程序出错", "error in the program"),
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
_INJECTIONS = {
    "hidden-links": ("暗链", "hidden links"),
    "keyword-title": ("堆砌关键词的标题", "keyword title"),
    "encoded-title": ("编码伪装的标题", "encoded title"),
    "tag-farm": ("标签堆砌", "tag farm"),
    "script-redirect": ("脚本跳转", "script redirect"),
    "foreign-mirror": ("他站冒充的副本", "foreign mirror"),
    "spliced-paragraph": ("拼接的段落", "spliced paragraph"),
    "spun-text": ("改写（伪原创）", "spun text"),
}
_ROBOTS = {"obeyed": "遵守", "ignored by setting": "按设置忽略"}
_KINDS = {"full": "全量", "incremental": "增量"}


def cause_words(cause: str) -> Pair:
    """Return a failure's cause in Chinese, where it is a known one, and English.

    >>> cause_words("blocked"), cause_words("status 404"), cause_words("odd")
    (('被网站拦截', 'blocked by the site'), ('404 找不到', '404 Not Found'), (None, 'odd'))
    """
    status = cause.removeprefix("status ")
    if status != cause:
        chinese, english = status_words(status)
        return (f"{status} {chinese}" if chinese else None), f"{status} {english}".strip()
    return _CAUSES.get(cause.casefold()) or (None, cause)


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


def injection_words(kind: str) -> Pair:
    """Return what kind of injection it is.

    >>> injection_words("hidden-links"), injection_words("odd")
    (('暗链', 'hidden links'), (None, 'odd'))
    """
    return _INJECTIONS.get(kind) or (None, kind)


def robots_words(policy: str) -> Pair:
    """Return what a crawl did about robots.txt."""
    return _ROBOTS.get(policy), policy


def kind_words(kind: str) -> Pair:
    """Return the kind of a crawl: full or incremental."""
    return _KINDS.get(kind), kind
