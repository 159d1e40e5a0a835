"""Answers that are no pages: challenges of a wall, cookie shells, soft 404s."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urldefrag, urljoin

# Statuses that walls before Chinese portals answer with instead of the page; 87 of 3,215 portals have one.
_WALL_STATUSES = {412, 468, 521, 555}
_SCRIPT = re.compile(rb"<script", re.I)
# What is never closed ends at the next of its kind, so that reading stays linear in the length of the page.
_UNSEEN = r"<(script|style|noscript)\b(?:(?!<\1\b).)*?</\1\s*>|<[^<>]*>|\s+"
_TAGS = re.compile(_UNSEEN.encode(), re.I | re.S)
_TEXT_TAGS = re.compile(_UNSEEN, re.I | re.S)
_COOKIE = re.compile(rb"document\s*\.\s*cookie\s*=|document\[\s*[\"']cookie", re.I)
_RELOAD = re.compile(rb"location(?:\.href)?\s*=|location\s*\.\s*(?:reload|replace)|\.submit\(\)|setTimeout", re.I)
_NAMES = re.compile(
    rb"__jsl_clearid|__jsluid|acw_sc__v2|_guard/|cf-browser-verification|challenge-platform|\$_ts\b|yunsuo_session"
    rb"|wzws[-_]waf|safedog|/waf_js/|WAF_BLOCK|aliyun_waf"
)
_WORDS = re.compile(
    "访问(?:被拦截|被阻断|受限|验证)|拦截提示|安全验证|人机验证|滑动验证|请求(?:被拦截|已被拒绝|疑似攻击)|网站防火墙|您的访问行为异常"
)
_NOT_FOUND = re.compile(
    "(?:页面|网页|文件|内容|信息)(?:不存在|已删除|找不到|未找到|无法访问|不见了|走丢)"
    "|无法找到该页|404 ?(?:not found|错误|页面)",
    re.I,
)
# Times, counts and addresses.
_CHANGING = re.compile(r"[!-~\s]+")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)


def find_challenge(status: int, headers: Mapping[str, str], body: bytes, url: str = "") -> str | None:
    """Return in one phrase why an answer is a wall's challenge and no page, or None where it is a page.

    >>> find_challenge(521, {}, b"<script>document.cookie='a=b';location.reload()</script>")
    'status 521 of a wall'
    """
    if status in _WALL_STATUSES:
        return f"status {status} of a wall"
    scripted = bool(_SCRIPT.search(body))
    if status == 202 and (scripted or not body.strip()):
        return "status 202 with a script instead of a page"
    if status in (301, 302, 303, 307, 308):
        location = next((value for name, value in headers.items() if name.lower() == "location"), "")
        return f"status {status} to itself" if location and url and is_itself(location, url) else None
    shown = len(_TAGS.sub(b"", body[:60_000]))
    if scripted and shown < 150 and _COOKIE.search(body) and _RELOAD.search(body) and len(body) < 60_000:
        return "a script that sets a cookie and loads the page again"
    if shown < 600 and _NAMES.search(body):
        return "the script of a known wall"
    if len(body) < 20_000 and shown < 1_500:
        match = _WORDS.search(body.decode("utf-8", "replace")) or _WORDS.search(body.decode("gb18030", "replace"))
        if match:
            return f"a page that says {match[0]}"
    return None


def is_itself(location: str, url: str) -> bool:
    """Say whether what *location* names, as seen from *url*, is *url* again.

    >>> is_itself("/xw/#top", "http://a.gov.cn/xw/"), is_itself("http://[/", "http://a.gov.cn/xw/")
    (True, False)
    """
    try:
        return _address(urljoin(url, location)) == _address(url)
    except ValueError:
        return False  # such as http://[/


def _address(url: str) -> str:
    """Return *url* as it is asked for; a slash at its end makes another page, but for the host alone."""
    asked = urldefrag(url)[0]
    return f"{asked}/" if asked.count("/") == 2 else asked


def find_soft_404(text: str) -> str | None:
    """Return why the markup *text*, served with status 200, is that of an error page, or None.

    >>> find_soft_404("<title>404 Not Found</title><body>您访问的页面不存在</body>")
    'the title says 404 Not Found'
    """
    title = _TITLE.search(text[:20_000])
    match = _NOT_FOUND.search(title[1]) if title else None
    if match:
        return f"the title says {match[0]}"
    shown = _TEXT_TAGS.sub("", text[:60_000])
    match = _NOT_FOUND.search(shown) if len(shown) < 300 else None
    return f"the page says {match[0]}" if match else None


def page_print(text: str) -> str:
    """Return what tells the page of the markup *text* from others: what it shows, without space, signs and digits.

    Pages for what is missing print the time, or the address they were asked for. Where nothing is shown, as on a page
    that a script fills, it is the markup itself.

    >>> page_print("<p>页面去哪儿了 12:01</p>") == page_print("<p>页面去哪儿了 12:02<br></p>")
    True
    """
    return _CHANGING.sub("", _TEXT_TAGS.sub("", text[:60_000])) or text
