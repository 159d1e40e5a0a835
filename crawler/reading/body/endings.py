"""The lines at which an article ends: above related articles, comments, boxes, and what a site says of rights."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.patterns import pattern

# A disclaimer says so at once; an article on copyright may say the same words further on.
_OPENING = 60
# No heading of links ends as a sentence does: 其他内容不变。
_STOPS = ("。", "；", "！")
_COMMENTS = pattern(
    r"^[\s【\[]*(?:(?:网友|最新|精彩|热门|用户|全部|读者)(?:[评点][论评]|評論|跟帖)(?:\s*[（(]\d+[）)])?[：:]?|评论(?:列表|区)[：:]?"
    r"|评论\s*[（(]?\s*\d+\s*[）)]?|\d+\s*[条條](?:评论|評論|跟[帖贴]|回[复覆])(?:\s*[•·|].{0,30})?|.{0,40}(?:已有|共有?|有|，)\s*\d+\s*[件条條篇个個]?(?:评论|評論|跟帖|回应|回應).{0,6}|\d+\s*(?:Responses?|Comments?)\b.{0,40}|Comments?|Replies|回應|迴響|访客留言|提问者(?:对于?(?:答案|回答)的)?评价[：:]?|其[他它](?:回答|答案)(?:\s*[（(]?\s*(?:共\s*)?\d+\s*条?\s*[）)]?)?|(?:所有|全部|加|相关)?跟[帖贴][：:]?|网友评论\s*[：:]?\s*[（(].{0,60}[）)])[】\]\s]*$",
    re.I,
)
_DISCLAIMER = pattern(
    r"^[\u4e00-\u9fff]{0,8}(?:报料|爆料|新闻线索)(?:热线|邮箱|电话|平台|微信)|^(?:本文)?作者\s*[：:].{1,20}(?:本文)?(?:出处|链接|地址)\s*[：:]\s*(?:https?:|www\.|$)|凡本[网站刊报].{0,12}(?:注明|转载)|转载.{0,8}目的在于传递|^[\s【\[（(*※]*(?:(?:免责|版权|广告|特别|郑重|重要|本站|本网|网站)(?:与(?:免责|版权))?)?声明\s*(?:[：:】\]](?!.{0,24}(?:主办|参赛|获奖|入选|应征|投稿))|$)|"
    r"^[本该][网站]?[网站]所?(?:刊载|登载|发布|转载)的?(?:信息|内容|文章|稿件).{0,8}不代表|(?:刊|转|引|使)用本(?:网站?|站|报)(?:稿件|内容|信息)|"
    r"请务必保留此出处|转载(?:时)?(?:请|须|需|务必)(?:注明|附上|标明|保留|联系)|(?:此|本|以上)(?:文章?|内容)(?:为|系|由).{2,14}(?:原创|独家|编辑整理|整理发布)|"
    r"^[\s（(*※]*(?:本|该|以上|部分)?(?:文章?|内容|图片)(?:内容)?.{0,6}(?:AI|人工智能).{0,16}(?:生成|整合|创作|整理)[^。]{0,4}(?:[，,].{0,40})?[。）)]?$|"
    r"市场有风险，投资需谨慎|"
    r"^(?:《[^》]{1,24}》)?(?:本[站书]|所有|以上|全部)[^。，]{0,12}(?:来自|来源于|源于|收集自)(?:互联)?网|"
    r"^Notice: The content above"
    r"|^(?:This entry was posted on|(?:本|此|该|这篇)(?:文章?|日志)发[布表][于在].{0,40}归类)|"
    r"^[\W_]*如果您认为本词条|^本词条由|^词条内容仅供参考|^(?:[本该此]|这篇)(?:日志|文章|博文)由\s?\S{1,16}\s?于|"
    r"不构成.{0,8}投资建议|据此操作|^[\s【（(]*(?:想爆料|(?:如果)?您?如?有新闻线索|欢迎.{0,6}新闻线索)|"
    r"^[\s【（(]*更多(?:精彩|新闻|原创)?(?:资讯|内容|新闻).{0,4}请?(?:在应用市场)?(?:关注|下载|扫码|登录)|"
    r"^[\s【（(]*(?:温馨|友情|特别)提示[^。]{0,40}仅供参考|^[\s【（(]*(?:敬请|欢迎|请)关注.{2,24}(?:视频号|抖音号|公众号|微信号?|微博|客户端)[^，。]{0,8}$|"
    r"(?:该文|本文|文章)(?:内容|观点)?(?:仅|只)?代表作者|观点仅代表作者|(?:特别|平台|郑重)声明[：:]|如涉及.{0,12}版权|与本网(?:站)?(?:联系|无关)|(?:如|若)有?(?:侵权|侵犯|版权).{0,24}(?:联系|删除|告知)|(?:如|若)有异议[^。]{0,12}(?:联系(?:我们|本[网站])|删除)|未经.{0,32}(?:授权|许可|书面).{0,20}(?:转载|复制|摘编|使用本)|严禁转载|本文(?:仅)?代表作者(?:个人)?观点|(?:不|并不)(?:代表|表明)本[网站]|(?:版权|著作权)归(?:原)?作者.{0,20}所有"
)
# Each disclaimer has one of these; to look for words is faster than for all that a pattern allows.
_DISCLAIMING = pattern(
    r"料|此出处|[自于](?:互联)?网|线索|作者|凡本|转载|声明"
    r"|不代表|用本|原创|独家|整理|市场有风险|AI|人工智能|Notice|This entry|归类|词条|日志由"
    r"|文章由|博文由|不构成|据此操作|更多|关注|代表|版权|与本|侵|异议|未经|表明本|权归|仅供参考"
)
_RELATED = pattern(
    r"^[\s【\[·■◆●□▪◎★:：☆◇▲▼※>|-]*(?:(?:相[关關]|关联|關聯)(?:解读|阅读|閱讀|软件|下载|新[闻聞]|[链鏈]接|文章|稿件|[报報]道|信息|专题|專題|话题|文[档檔]|推荐|内容|资讯|视频|图片)|"
    r"延伸[阅閱][读讀]|推荐(?:阅读|新闻|文章|视频)|[热熱][点點门門](?:新[闻聞]|推荐|文章|评论|专题|图片|排行)|猜你喜[欢歡].{0,4}|[您你]可能[也还還]?(?:会|會)?(?:想看|喜[欢歡]|感[兴興]趣).{0,4}|[为為][您你]推荐|精彩推荐|(?:大家|其他人|网友)(?:都|还|也|正)?在看|看了(?:又看|.{1,6}还看了?)|更多(?:新闻|阅读|相关|精彩|视频|图片).{0,6}|"
    r"今日(?:焦点|推荐|热点|头条)|(?:网友|最新|精彩|热门|用户)(?:评论|留言|跟帖)|我来说两句|本文评论|编辑推荐|图片新闻|(?:新闻|点击|阅读|人气|热点|一周|本周|24小时).{0,2}(?:排行|热点).{0,4}|本[类栏周]目?(?:最新|热门|推荐|热点)(?:文章|新闻|信息)?|同类(?:文章|新闻|信息)|(?:往期|精彩)(?:回顾|视频|节目|图片)|"
    r"(?:其他|其它).{0,4}(?:内容|文章|新闻)|最新(?:文章|新闻|发布|资讯|视频|图片|图集)|[热熱]文排行|网站导航|友情链接|词条(?:统计|标签|图册)|数字报|精彩专栏|留言内容|读者反馈)[】\]\s：:>»]*.{0,4}$"
)
_BOX = pattern(
    r"^[\s【\[·■◆●□▪◎★]*(?:(?:相[关關]|关联|關聯|配套|对应)?(?:的)?(?:政策|文件|解读|附件|法规|图解|视频|音频|图片|文字|材料|文稿|方案|内容|信息|原文|链接|事项|服务|指南|公告|问答){1,2}"
    r"|(?:政策|文件|图文|图表|文字|视频|专家|媒体|部门|动漫)(?:原文|全文|解读|链接|图解)|解读(?:文件|材料|方案|链接|文章|形式)?|(?:一图|图)[解读]懂?|附件(?:下载|列表)?"
    r"|原文链接|免责声明|版权声明|(?:意见)?(?:征集|调查|采纳)(?:结果|情况)(?:反馈)?|结果反馈|温馨提示|提示|[热熱][点门]标签|标签|(?:[页頁]面|开放)?分[类類]|[類类][別别])[】\]\s：:>»+]*$"
)


def is_disclaimer(text: str) -> bool:
    """Say whether the line *text* speaks of the site's rights and duties, not of the article's matter."""
    return len(text) < 400 and _is_disclaimer(text[:_OPENING])


@lru_cache(maxsize=4096)
def _is_disclaimer(text: str) -> bool:
    return bool(_DISCLAIMING.search(text) and _DISCLAIMER.search(text))


def opens_related(text: str) -> bool:
    """Say whether the line *text* is the heading of links to other articles or of readers' comments."""
    return len(text) < 30 and not text.endswith(_STOPS) and bool(_RELATED.match(text))


def heads_box(text: str) -> bool:
    """Say whether the line *text* heads a box below an article, of the texts and files that go with it.

    An article may have a heading of the same words: only what stands below tells them apart.

    >>> heads_box("政策原文："), heads_box("相关政策解读"), heads_box("政策原文共二十条")
    (True, True, False)
    """
    return len(text) < 24 and bool(_BOX.match(text))


def opens_comments(text: str) -> bool:
    """Say whether the line *text* is the heading of readers' comments, which may be longer than the article.

    >>> opens_comments("《春天的青石岭》已有3条评论"), opens_comments("评论员文章")
    (True, False)
    """
    return len(text) < 80 and bool(_COMMENTS.match(text))
