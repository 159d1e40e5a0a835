"""The characters that spinners annotate, each with the one reading they give it."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from crawler.reading.patterns import pattern

# Counted on 81 spun texts of 67 hosts, the most often annotated first; sites use nested lists of them.
_TABLE = (
    "發fā 設shè 學xué 區qū 業yè 標biāo 務wù 關guān 經jīng 產chǎn 進jìn 統tǒng 實shí 網wǎng 環huán "
    "現xiàn 個gè 準zhǔn 領lǐng 戰zhàn 會huì 預yù 創chuàng 規guī 內nèi 驗yàn 鄉xiāng 時shí 濟jì 質zhì "
    "醫yī 術shù 導dǎo 數shù 應yīng 強qiáng 動dòng 據jù 聯lián 項xiàng 優yōu 農nóng 風fēng 國guó 結jié "
    "礎chǔ 調diào 對duì 鎮zhèn 習xí 構gòu 開kāi 長zhǎng 來lái 機jī 臺tái 護hù 續xù 點diǎn 評píng 權quán "
    "協xié 態tài 當dāng 陽yáng 監jiān 養yǎng 級jí 價jià 號hào 節jié 報bào 計jì 責zé 運yùn 認rèn 轉zhuǎn "
    "說shuō 達dá 團tuán 側cè 語yǔ 復fù 見jiàn 負fù 測cè 話huà 絡luò 勢shì 爭zhēng 險xiǎn 場chǎng 請qǐng "
    "錯cuò 聽tīng 營yíng 類lèi 競jìng 嚴yán 獻xiàn 識shí 細xì 線xiàn 衛wèi 頁yè 財cái 災zāi 費fèi 獨dú "
    "過guò 隊duì 擴kuò 無wú 補bǔ 專zhuān 書shū 遠yuǎn 穩wěn 堅jiān 貿mào 銷xiāo 戶hù 萬wàn 冊cè 擔dān "
    "稱chēng 滿mǎn 門mén 亳bó 譙qiáo 渦guō 六lù 問wèn 簡jiǎn 樹shù 藍lán 驅qū 沒méi 著zhù 紀jì 執zhí "
    "揚yáng"
)
_SECOND_READINGS = (("長", "cháng"),)

READING = r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}"
# A reading in brackets; some sites leave a blank behind it or print it twice.
BRACKETED = pattern(rf"\((?P<reading>{READING}) ?\)(?:\((?P=reading) ?\))?")
# Where the bracket fell to the byte before it, a question mark stands for both, or the bracket alone is left.
CUT_OFF = pattern(rf"(?:\?|\??\()(?P<reading>{READING}) ?\)(?:\((?P=reading) ?\))?")


@lru_cache(maxsize=4096)
def toneless(reading: str) -> str:
    """Return *reading* without its tone mark.

    >>> toneless("lǜ"), toneless("xué")
    ('lü', 'xue')
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", reading) if c not in "\u0300\u0301\u0304\u030c")
    return unicodedata.normalize("NFC", plain)


@cache
def table() -> dict[str, frozenset[str]]:
    """Return the toneless readings of each character of the closed table, in the table's order."""
    pairs = [(entry[0], toneless(entry[1:])) for entry in _TABLE.split()]
    readings = {character: {reading} for character, reading in pairs}
    for character, reading in _SECOND_READINGS:
        readings[character].add(toneless(reading))
    return {character: frozenset(found) for character, found in readings.items()}


@cache
def _by_lead() -> dict[tuple[int, str], str]:
    found: dict[tuple[int, str], str] = {}
    entries = [(entry[0], entry[1:]) for entry in _TABLE.split()] + list(_SECOND_READINGS)
    for character, reading in reversed(entries):
        lead = character.encode("gbk")[0]
        found[lead, toneless(reading)] = character
        found[lead, reading] = character
    return found


def find_annotated(lead: int, reading: str) -> str | None:
    """Return the character of the table whose first GBK byte is *lead* and that is read *reading*.

    >>> find_annotated(0x83, "yōu"), find_annotated(0xBC, "jì"), find_annotated(0xBC, "jí")
    ('優', '紀', '級')
    """
    return _by_lead().get((lead, reading)) or _by_lead().get((lead, toneless(reading)))


def find_by_reading(reading: str, trail: int | None = None) -> tuple[str, ...]:
    """Return the characters of the table that are read *reading*, only those whose second byte is *trail* if given.

    >>> find_by_reading("chǎn", 0x61)
    ('產',)
    """
    bare = toneless(reading)
    found = (character for character, readings in table().items() if bare in readings)
    return tuple(one for one in found if trail is None or one.encode("gbk")[1] == trail)
