"""Chinese family names, to tell a list of persons from any other few characters."""

from __future__ import annotations

# The names of the classical list that are in use, and those common among the peoples of the south-west.
_SINGLE = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚"
    "范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余"
    "元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻"
    "强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮储靳汲松井段富巫乌焦巴弓牧隗山谷车"
    "侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖"
    "卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂牛寿通边扈燕冀郏浦尚农温别庄晏"
    "柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄东殳沃利蔚越夔隆师巩聂"
    "晁勾敖融冷辛那简饶空曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公牟哈覃牙仉佘佴付肖闫代苑谌冼"
    "麦岳帅缑亢况有琴商佟楚晋汝涂钦缐海归仝苟麴占揭蹇母仁楼兰涵鹿由門冒鄢戢阚区丘植覀翦揣承檀练"
    "敬塔卿玉达旦格才扎普洛次多尼德拉旺陳張劉黃楊趙吳孫鄭蔣韓馮許鄧葉蘇盧賈鍾鐘譚陸顧龍萬賴羅蕭"
    "範齊錢湯嚴賀龔韋魯費鄒關聶閆閻馬兒瓊熱欧阳芦隋丛迟邝栗粟盘朴漆阙邸辜亓赫逯宾尉冶禤綦郗訾庹仵尧於郇"
)
_DOUBLE = (
    *("欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "夏侯", "端木"),
    *("南宫", "轩辕", "长孙", "宇文", "鲜于", "闻人", "呼延", "澹台", "申屠", "太史", "百里", "东郭", "独孤", "拓跋"),
)

# Tibetans have no family names: they are called by two or three words of two syllables, of which these are common.
_TIBETAN = frozenset(
    [
        "次仁",
        "扎西",
        "旦增",
        "丹增",
        "尼玛",
        "格桑",
        "索朗",
        "索南",
        "洛桑",
        "多吉",
        "卓玛",
        "央金",
        "央宗",
        "卓嘎",
        "达瓦",
        "边巴",
        "普布",
        "巴桑",
        "平措",
        "罗布",
        "仁青",
        "旺堆",
        "旺姆",
        "白玛",
        "曲珍",
        "曲珠",
        "拉姆",
        "德吉",
        "才让",
        "才仁",
        "班玛",
        "加措",
        "嘉措",
        "坚赞",
        "顿珠",
        "欧珠",
        "群培",
        "益西",
        "贡嘎",
        "贡布",
        "强巴",
        "米玛",
        "拉巴",
        "晋美",
        "久美",
        "桑珠",
        "桑杰",
        "旺久",
        "玉珍",
        "措姆",
        "平多",
        "拉吉",
        "江白",
        "江村",
        "朗杰",
        "班旦",
        "白珍",
        "其美",
        "德庆",
        "拥措",
        "泽仁",
        "泽郎",
        "四郎",
        "更登",
        "根秋",
        "吾金",
        "土登",
        "阿旺",
        "赤列",
        "次旺",
        "次旦",
        "次珍",
        "云旦",
        "元旦",
        "多杰",
        "智华",
        "华旦",
    ]
)


def is_tibetan(name: str) -> bool:
    """Return whether *name* is made of two or three words that Tibetans are called by, one of them a common one.

    >>> is_tibetan("旦增尼玛曲珠"), is_tibetan("索朗德吉"), is_tibetan("春耕生产现场")
    (True, True, False)
    """
    words = [name[at : at + 2] for at in range(0, len(name), 2)]
    return len(name) in (4, 6) and sum(word in _TIBETAN for word in words) > 1


def has_surname(name: str) -> bool:
    """Return whether *name* begins with a family name, or is written with the dot of a transcribed name.

    >>> has_surname("覃淑丽"), has_surname("欧阳春"), has_surname("的时候")
    (True, True, False)
    """
    return name[:1] in _SINGLE or has_double_surname(name) or "·" in name


def has_double_surname(name: str) -> bool:
    """Return whether *name* begins with a family name of two characters.

    >>> has_double_surname("欧阳春华"), has_double_surname("文明实践")
    (True, False)
    """
    return name.startswith(_DOUBLE)
