"""Lines that stand inside an article's container and are not the article."""

from __future__ import annotations

import re

_FURNITURE = re.compile(
    r"^[\s【\[(（〖|>·]*(?:打印(?:本页|此页|文章|正文|页面)?|关闭(?:本页|窗口|页面|此页)?|返回(?:顶部|首页|上页|列表|目录)?|收藏(?:本页|此页)?|"
    r"分享(?:到|至|给好友|按钮)?|(?:一键)?分享|复制链接|我要纠错|纠错|推荐(?:给好友)?|保存|扫一扫.{0,16}|扫码.{0,12}|"
    r"(?:微信)?扫描?二维码.{0,14}|字[号体大小：:\s【\[〖]*(?:[大中小特超默认]\s*)*|[大中小](?:\s*[大中小])+|"
    r"(?:您)?当前(?:的)?位置.*|(?:您|你)(?:现在)?(?:的|所在的?)?位置.*|首页\s*[>»-].*|TOP|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:]?\s*\d*次?|网站地图|设为首页|加入收藏|"
    r"上一[篇条页].*|下一[篇条页].*|前一篇.*|后一篇.*|上篇.*|下篇.*|没有了|暂无"
    r")[\s】\])）〗|<·！!。：:]*$"
)
_META_LABEL = re.compile(
    r"(?:信息|文章|稿件|新闻|内容|资料)?来\s*源\s*[：:]|(?:发布|发表|成文|更新|创建|录入|日期|发文|公开)\s*(?:时间|日期)?\s*[：:]|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数|人次)?\s*[：:]|字\s*[号体]|(?:作者|编辑|责任编辑|责编|审核|编审|供稿|录入)\s*[：:]|打印|分享"
)
_RIGHTS = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|Copyright|技术支持\s*[：:]|主办单位?\s*[：:]|承办(?:单位)?\s*[：:]"
)
_RELATED = re.compile(
    r"^[\s【\[·■◆●]*(?:相关(?:阅读|新闻|链接|文章|稿件|报道|信息|附件|专题|文档|推荐|内容|资讯)|延伸阅读|关联(?:稿件|文章)|推荐(?:阅读|新闻)|热点(?:新闻|推荐)|"
    r"猜你喜欢|为您推荐|更多(?:新闻|阅读)|热门(?:文章|推荐|评论)|网友评论|最新评论|发表评论|用户评论|我来说两句).{0,8}$"
)


def is_furniture(text: str) -> bool:
    """Say whether the line *text* is a button, a share bar, a counter or a way to other pages.

    >>> is_furniture("【打印】【关闭】"), is_furniture("打印机由县财政局统一采购。")
    (True, False)
    """
    squeezed = re.sub(r"[】\])）〗|\s]+[【\[(（〖|\s]*", " ", text).strip()
    return all(_FURNITURE.match(part) for part in squeezed.split(" ")) if squeezed else False


def is_metadata_bar(text: str) -> bool:
    """Say whether the line *text* is the bar of source, date and counter under a headline."""
    return len(text) < 160 and len(_META_LABEL.findall(text)) >= 2


def is_rights_line(text: str) -> bool:
    """Say whether the line *text* belongs to a site's footer."""
    return len(text) < 300 and bool(_RIGHTS.search(text))


def opens_related(text: str) -> bool:
    """Say whether the line *text* is the heading of links to other articles or of readers' comments."""
    return bool(_RELATED.match(text))


_ROW_LABEL = re.compile(
    r"^(?:索引号|信息索引|发[文布]机[关构]|发布单位|发文单位|公开机构|责任部门|成文日期|发[布文]日期|发[布文]时间|生成日期|生效日期|废止日期|"
    r"文号|发文字号|文件编号|编号|有效性|是否有效|时效性?|效力状态|主题分类|信息分类|分类|组配分类|体裁分类|服务对象分类|主题词|关键词|"
    r"公开方式|公开形式|公开时限|公开范围|公开程序|公开类别|信息名称|名称|标题|内容概述|内容分类|信息来源|来源|所属机构|制发机关)[:：]?$"
)


def is_metadata_row(cells: tuple[str, ...]) -> bool:
    """Say whether *cells* are a row of the table of 索引号, 发文机关 and 成文日期 above a document.

    >>> is_metadata_row(("索 引 号：", "11450221007/2025-00123", "发布机构", "柳江区人民政府办公室"))
    True
    """
    labels = sum(1 for cell in cells if _ROW_LABEL.match("".join(cell.split())))
    return labels >= 1 and labels * 2 >= sum(1 for cell in cells if cell)
