"""The divisions of China by their codes (GB/T 2260), and which one a site belongs to."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

# The folders that portals stand in, by the first two digits of the division code.
PROVINCES = dict(
    re.findall(
        r"(\d\d) (\w+)",
        "11 beijing 12 tianjin 13 hebei 14 shanxi 15 neimenggu 21 liaoning 22 jilin 23 heilongjiang 31 shanghai "
        "32 jiangsu 33 zhejiang 34 anhui 35 fujian 36 jiangxi 37 shandong 41 henan 42 hubei 43 hunan 44 guangdong "
        "45 guangxi 46 hainan 50 chongqing 51 sichuan 52 guizhou 53 yunnan 54 xizang 61 shaanxi 62 gansu "
        "63 qinghai 64 ningxia 65 xinjiang 71 taiwan 81 xianggang 82 aomen",
    )
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,12}?(?:自治县|自治旗|自治州|林区|特区|地区|县|区|市|旗|盟|省|自治区)")


@cache
def divisions() -> dict[str, str]:
    """Return the name of every province, city and county by its code of six digits."""
    text = (files("crawler") / "divisions.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if not line.startswith("#"))


def find_division(site_code: str | None, site_name: str | None) -> str | None:
    """Return the division code that a site's identification code or, failing that, its name tells.

    The first six of the ten digits are the division's. Templates are copied with a neighbour's code in them, so a
    code whose division the name contradicts is not believed; a name alone counts only where one division bears it.

    >>> find_division("4502000043", "柳州市教育局"), find_division(None, "澧县人民政府")
    ('450200', '430723')
    >>> find_division("4307230001", "荆州市荆州区人民政府")
    '421003'
    """
    code = (site_code or "")[:6]
    known = divisions()
    named = _named(site_name or "")
    if code in known and (not named or code in named or not any(one[:4] != code[:4] for one in named)):
        return code
    return named[0] if len(named) == 1 else (code if code in known and not named else None)


def full_name(code: str) -> str:
    """Return a division's name behind those it lies in: ``柳州市柳江区``; the province is left out of a county's.

    >>> full_name("450206")
    '柳州市柳江区'
    """
    known = divisions()
    above = known.get(code[:4] + "00", "") if not code.endswith("00") else ""
    return above + known.get(code, "")


def _named(site_name: str) -> list[str]:
    """The divisions that a site's name ends its place with, narrowed by the city that stands before it."""
    places = _PLACE.findall(site_name.partition("人民政府")[0])
    if not places:
        return []
    known = divisions()
    codes = [code for code, name in known.items() if name == places[-1]]
    if len(places) > 1:
        narrowed = [
            code for code in codes if known.get(code[:4] + "00") == places[-2] or code[:2] in _codes(places[-2])
        ]
        codes = narrowed or codes
    return codes


def _codes(name: str) -> set[str]:
    return {code[:2] for code, one in divisions().items() if one == name and code.endswith("0000")}
