"""What happens to pages on their way: tags unclosed or in capitals, saved by a browser or an archive, charsets."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.reading.govwords import Words

_WAYBACK = """<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>__wm.rw(0);</script><div id="wm-ipp-base" lang="en" style="display:none;direction:ltr;"><div id="wm-ipp"><a href="/web/">Wayback Machine</a><form><input type="text" value="http://www.shiqiao.gov.cn/"></form><table><tr><td>Feb</td><td>MAR</td><td>Apr</td></tr><tr><td>2011</td><td>12</td></tr></table><p>24 captures</p><div>12 Mar 2012 - 9 May 2020</div></div></div><!-- END WAYBACK TOOLBAR INSERT -->"""


def damaged(words: Words, markup: str, url: str) -> tuple[str, str]:
    """Return what is done to *markup* of the page at *url*, and what it is then."""
    form = words.pick(
        "no", "no", "no", "capitals", "unclosed", "early end", "saved", "wayback", "twice a head", "minified"
    )
    damages: dict[str, Callable[[str], str]] = {
        "capitals": lambda text: re.sub(r"</?[a-z][a-z0-9]*", lambda tag: tag[0].upper(), text),
        "unclosed": lambda text: re.sub(r"</(?:p|td|tr|li|font)>", "", text),
        "early end": lambda text: text.replace('<div class="info"', '</body></html><div class="info"', 1),
        "saved": lambda text: text.replace("<head>", f"<head>\n<!-- saved from url=(0041){url} -->", 1).replace(
            'src="/', 'src="页面_files/'
        ),
        "wayback": lambda text: re.sub(r"(<body[^>]*>)", r"\1" + _WAYBACK.replace("\\", ""), text, count=1),
        "twice a head": lambda text: text.replace(
            "<body>", "<body><html><head><title></title><meta name=x content=y></head><body>", 1
        ),
        "minified": lambda text: re.sub(r">\s+<", "><", text),
    }
    return form, damages.get(form, str)(markup)


def encoded(words: Words, markup: str) -> tuple[str, bytes]:
    """Return how *markup* is encoded and labelled, and its bytes."""
    form = words.pick("utf-8", "utf-8", "gbk", "gbk unlabelled", "mislabelled")
    label = {"utf-8": "utf-8", "gbk": "gb2312", "mislabelled": "gb2312"}.get(form)
    markup = markup.replace(
        "<!--charset-->", f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else "", 1
    )
    return form, markup.encode("gb18030" if form.startswith("gbk") else "utf-8")
