"""Rows and lines of the index that open-government rules put above a document: 索引号, 发文机关, 成文日期."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_ROW_LABEL = pattern(
    r"^(?:(?:信息)?索引号码?|信息索引|发[文布]机[关构]|发布单位|发文单位|(?:信息)?公开(?:机[构关]|主体|单位)|责任部门|成文日期|发[布文]日期|发[布文]时间|生成日期|生效日期|废止日期|"
    r"文号|发文字号|文件编号|编号|有效性|是否有效|时效性?|效力状态|主题分类|信息分类|分类|组配分类|体裁分类|服务对象分类|主题词|关键词|公文种类|"
    r"公开方式|公开形式|公开时限|公开范围|公开程序|公开类别|公开日期|信息名称|名称|标题|内容概述|内容分类|信息来源|来源|所属机构|[制印]发(?:机[关构]|单位)|"
    r"发布机构|信息类别|所属类别|文件状态|实施日期|失效日期|有效期|载体类型|统一编号|信息格式|语种|公开责任(?:部门|单位|主体)|"
    # Pages of downloads have such a table, too.
    r"(?:文件|软件|附件|资料|下载)(?:名称?|大小|语言|类型|格式|版本|等级|性质|类别)|界面语言|授权方式|运行环境|(?:下载|浏览|点击)(?:次数|量)|"
    r"(?:更新|上传|添加|录入)(?:时间|日期)|所属(?:部门|栏目))(?:[:：].*)?$"
)


def is_metadata_row(cells: tuple[str, ...]) -> bool:
    """Say whether *cells* are a row of the table of 索引号, 发文机关 and 成文日期 above a document.

    >>> is_metadata_row(("索 引 号：", "11450221007/2025-00123", "发布机构", "柳江区人民政府办公室"))
    True
    """
    labels = sum(1 for cell in cells if _ROW_LABEL.match("".join(cell.split())))
    return labels >= 1 and labels * 2 >= sum(1 for cell in cells if cell)


_INDEX_LABEL = pattern(
    r"索引\s*号|索\s*引\s*号|信息索引|发[文布]机[关构]|公开(?:机构|主体)|信息公开单位|制发机[关构]|成文日期|生成日期|发[布文]日期|发[布文]时间|发文字号|文\s*号|文件编号"
    r"|(?:主题|信息|组配|体裁)分类|公开(?:方式|形式|时限|范围|程序|类别|日期|责任部门)|信息(?:名称|来源|类别|格式)|废止日期|效力状态"
    r"|(?:文件|软件|附件)(?:大小|语言)|下载次数"
)


def names_index(text: str) -> bool:
    """Say whether *text* has a label that only the index above a document has.

    >>> names_index("索 引 号： 1145/2025-3"), names_index("序号 名称 编号")
    (True, False)
    """
    return bool(_INDEX_LABEL.search(text))


_INDEX = pattern(
    r"^\s*(?:信息)?(?:索\s*引\s*号|(?:发[文布]|制发)机[关构]|公开(?:主体|单位|责任(?:部门|单位|主体))|成文日期|发[布文]日期|生成日期|文\s*号|发文字号|文件编号|主题分类|组配分类|信息分类|公开方式|公开时限|"
    r"公开范围|公开程序|公开形式|主\s*题\s*词|有\s*效\s*性|废止日期|生效日期)\s*[：:]"
)


def is_index_line(text: str) -> bool:
    """Say whether the line *text* is a field of the index that open-government rules put above a document."""
    return len(text) < 160 and bool(_INDEX.match(text))
