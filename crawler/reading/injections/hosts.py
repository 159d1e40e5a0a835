"""Hosts: which belong to the page, which a portal may well link to, and which have nothing to do with it."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.patterns import pattern

_SECOND_LEVEL = frozenset({"com", "net", "org", "gov", "edu", "ac", "mil"})
# Suffixes that are given to public bodies only.
_PUBLIC = pattern(r"(?:^|\.)(?:gov|edu|mil|ac|org)\.(?:cn|hk|mo)$|(?:^|\.)(?:政务|公益)$")
_HOST = pattern(r"\s*(?:[a-zA-Z][\w+.-]*:)?//(?:[^/?#@]*@)?([^/?#:@\[\]\s]*)")
_ORIGIN = pattern(r"^\s*(?:[a-zA-Z][\w+.-]*:)?//[^/?#]*")
# Where share boxes, counters, maps and the link lists of portals lead.
_KNOWN = frozenset(
    re.findall(
        r"\S+",
        """
    10010.com 10086.cn 12306.cn 12321.cn 12339.cn 12348.cn 12371.cn 12371.gov.cn 12377.cn 12388.cn 163.com
    189.cn 2345.com 360.cn 51.la 81.cn 95598.cn abchina.com adobe.com alipay.com amap.com apple.com baidu.com
    bdimg.com bdstatic.com bilibili.com bing.com bjnews.com.cn boc.cn bshare.cn cac.cn ccb.com cctv.cn cctv.com
    ce.cn china.com china.com.cn chinadaily.com.cn chinanews.com chinanews.com.cn chinapost.com.cn cntv.cn
    cnzz.com conac.cn cri.cn cyol.com dahe.cn dangjian.cn douban.com douyin.com eastday.com ems.com.cn
    facebook.com firefox.com.cn gaode.com gmw.cn google.com gxnews.com.cn hexun.com huanqiu.com icbc.com.cn
    ifeng.com iqilu.com jiathis.com jyb.cn kaixin001.com kepuchina.cn kuaishou.com legaldaily.com.cn
    linkedin.com microsoft.com mozilla.org news.cn people.cn people.com.cn qhimg.com qq.com qstheory.cn
    qzone.com rednet.cn renren.com sina.cn sina.com.cn so.com sogou.com sohu.com southcn.com sznews.com
    thepaper.cn tianya.cn toutiao.com twitter.com wechat.com weibo.cn weibo.com weixin.com wenming.cn x.com
    xinhuanet.com xuexi.cn youth.cn zhihu.com
    zhcw.com sporttery.cn
    """,
    )
)
# RFC 2606 and 6761, and addresses that are no public site: nothing can be said of such a host.
_NO_SITE = pattern(
    r"^$|(?:^|\.)(?:example|test|invalid|localhost|local|example\.(?:com|net|org))$|^[\d.]+$|:|^[^.]+$", re.I
)


@lru_cache(maxsize=4096)
def host_of(url: str) -> str:
    """Return the host of *url* in lower case, empty where it names none.

    >>> host_of("//WWW.a.gov.cn:80/x"), host_of("/x"), host_of("http://[broken")
    ('www.a.gov.cn', '', '')
    """
    match = _HOST.match(url)
    return match.group(1).rstrip(".").lower() if match else ""


def address_path(url: str) -> str:
    """Return the path of *url*, whatever stands for its host.

    >>> address_path("http://a.gov.cn/art/1.html?x#y"), address_path("http://[broken/x")
    ('/art/1.html', '/x')
    """
    return _ORIGIN.sub("", url, count=1).partition("#")[0].partition("?")[0]


def site_of(host: str) -> str:
    """Return the part of *host* that its owner registered.

    >>> site_of("www.liujiang.gov.cn"), site_of("paper.jyb.cn"), site_of("lznews.com.cn")
    ('liujiang.gov.cn', 'jyb.cn', 'lznews.com.cn')
    """
    labels = host.split(".")
    size = 3 if len(labels) > 2 and labels[-1] == "cn" and labels[-2] in _SECOND_LEVEL else 2
    return ".".join(labels[-size:])


@lru_cache(maxsize=4096)
def is_public_site(host: str) -> bool:
    """Say whether *host* stands under a suffix that only public bodies are given."""
    return bool(_PUBLIC.search(host))


def is_no_site(host: str) -> bool:
    """Say whether *host* is no public site: reserved for examples, an IP address, a bare name, or empty."""
    return bool(_NO_SITE.search(host))


@lru_cache(maxsize=4096)
def is_stranger(host: str, own: frozenset[str]) -> bool:
    """Say whether a portal whose sites are *own* has no everyday reason to link to *host*."""
    if not host or is_public_site(host):
        return False
    site = site_of(host)
    return site not in own and site not in _KNOWN
