"""Buttons, share bars, counters, ways to other pages, and what a site says to its visitors."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.reading.patterns import pattern

_PAGE = (
    r"(?:[本此该當]|当前)?"
    r"(?:篇|篇?文章?|文档|正文|[页頁]面?|网页|稿件?|信息|新闻|内容|窗口|視窗|链接|地址|网址|全文)?(?:内容)?"
)
_FRIENDS = (
    r"(?:给|到|至)?(?:好友|朋友圈?|微信(?:朋友圈|好友)?|(?:新浪|腾讯)?微博|QQ(?:空间|好友)?|空间|让?更多人(?:看到)?)?"
)
# What a button does with the page.
_ACTS = (
    rf"(?:我要|点击|一键|网页|在线|加入|添加到?)?(?:打印|列印|关闭|關閉|收藏夹?|复制|保存|下载(?![次量])){_PAGE}(?:按钮|预览)?|"
    rf"(?:我要|一键|点击|扫码)?(?:分享|[转轉][发發]|推荐|告诉){_PAGE}{_FRIENDS}(?:按钮)?|"
    r"(?:我要|本文|内容|网站|信息|[页頁]面)?(?:“?揪”?错|[纠糾][错錯]|挑错|找错|报错)|"
    r"返回(?:[顶頂]部|(?:网站|报纸|频道|栏目)?首[页頁]|主[页頁]|上[页頁级層]|上一[页頁级]|(?:文章|新闻)?列表|目[录錄]|[页頁]首|本版|版面|头版|频道|栏目|前页)?|"
    r"回到?[顶頂]部|[页頁]面[顶頂]部|置顶|刷新|"
    r"(?:我要|查看|发[表布]|参与|提交|最新|全部|所有|网友|暂无)?评论(?:列表|区)?(?:\(\d+\)|\s*\d+\s*条)?|"
    r"(?:我来)?说两句|点赞|赞|我要(?:投稿|评[价分])|文章评分|举报|投诉|订阅|赞赏|打赏|[顶踩]一下|[有没]用\s*\(\d+\)|(?:喜欢|支持|反对|赞同)\s*[(（]?\d+|编辑(?:锁定)?(?:讨论)?(?=\W|$)|历史版本|"
    r"收听|听全文|(?:语音)?朗读|语音播报|(?:点击)?播放(?:视频|音频)?|暂停|静音|全屏|倍速|清晰度|字幕|(?:正在|努力)?加载中?|Loading|"
    r"(?:点击)?(?:展开|收起)(?:全文|全部|更多)?|(?:点击)?(?:阅读|查看|显示)(?:全文|原文|更多|原图|大图)(?:内容)?|点击(?:图片)?(?:查看|放大)?(?:大图|原图)"
)
# How a page is shown.
_SHOWS = (
    r"(?:文章|文字|网页|[页頁]面)?字[号號体體](?:大小|显示|选择|设置)?|(?:放大|缩小|正常|默认|超大|特大|[大中小])(?:字[号体])?o?|小字号|大字号|"
    r"[\[［]?[大中小](?:\s*[大中小])+[\]］]?|A[+-]|A(?:\s+A)+|(?:视力保护|保护视力|护眼)(?:颜?色)?|背景颜?色|"
    r"(?:打开|进入|切换|退出)?(?:适老化|长者|老年|关怀|无障碍|大字)(?:浏览)?(?:模式|助手|浏览|阅读|通道|工具|版)|(?:本?网站|本站)?(?:已)?支持IPv\d|"
    r"繁[体體](?:中文|版)?|简[体體](?:中文|版)?|English|Skip to (?:main )?content"
)
# A bare 阅读 or 点击 counts; one that opens a word does not: 阅读推广.
_COUNTS = (
    r"(?:本[文页网站]|此文|文章|信息|网[页站])?(?:总|今日|被|已|共有?)?(?:[浏瀏]览|阅读|閱讀|点击|點擊|访问|查看|人气|播放|下载)"
    r"(?:(?:次[数數]|量|[数數]|率|人次|人数|过)(?![\u4e00-\u9fff])|(?![\u4e00-\u9fff]))[：:]?\s*[-\d,]*\s*次?|-?\s*次|"
    r"(?:本[页站文帖]|此文章?)?(?:已?有|共有?|被)\s*\d+\s*[位人次条个](?:网友|读者)?(?:参与|评论|访问|阅读|浏览|发表了?(?:看法|评论)|顶过|喜欢|点赞|跟帖)|"
    r"您是(?:本[页站文帖]的?)?第\s*\d+\s*[位个](?:访问者|访客|读者|浏览者|阅读者)?|编辑次数[：:]\s*\d+\s*次?"
)
_WAYS = (
    r"(?:网站)?首[页頁]|[尾末][页頁]|[上下]一[篇條条則则版期章页頁集组张](?:新闻|信息|文章)?|[上下][页頁篇]|[前后]一[篇页]|[上下]一(?:个)?(?:主题|新闻)|"
    r"没有了|已经?是(?:最[后前]|第)一[篇页条]了?|共\s*\d+\s*[页頁]|第\s*\d+\s*[页頁](?:\s*[/,，]?\s*共\s*\d+\s*[页頁])?|(?:跳转?)?到第|(?:[\[【]\d{1,3}[\]】]\s*){2,}|"
    r"网站地图|关于(?:我们|本站)|联系我们|(?:网站|隐私|法律)声明|隐私(?:政策|保护)|使用帮助|设为首[页頁]|RSS(?:订阅)?|登录|注册|标题导航|版面导航|本版(?:新闻|目录)|"
    r"TrackBack(?:\s*\(\d+\))?|Permalink|(?:引用|[回迴](?:應|响|響)|留言)\s*\(\d*\)"
)
# 扫黑除恶 and 二维码门牌 are no codes to be read by a telephone.
_ELSEWHERE = (
    r"请?用?(?:手机|微信)?(?:扫一[扫下]|扫描|扫码|扫[本此上下左右]).{0,24}|(?:长按)?识别.{0,4}二维码.{0,16}|关注.{0,12}(?:微信|公众号|微博)(?![\u4e00-\u9fff])|(?:本[页頁站]|[页頁]面|网[页站]|微信|手机|关注|识别|分享|公众号|客户端|APP)(?:的)?二维码.{0,16}|"
    r"二维码(?=\W|$)|手机(?:看新闻|版|扫.{0,10}|(?:看|浏览|访问|阅读|查看|打开)(?:本[页頁文]|此[页頁文]|当前页?|新闻)?(?![\u4e00-\u9fff]))|"
    r"(?:微信)?公众号|(?:官方|政务|新浪|腾讯)?(?:微信|微博)|微博空间|QQ(?:空间|好友)?|人人网|开心网|豆瓣网?|头条|朋友圈|(?:移动|手机|新闻)?客户端|页面功能"
)
_OTHERS = (
    r"暂无(?:数据|内容|相关(?:信息|内容|数据|附件)|信息|附件)?|只看(?:该作者|楼主)|回[复覆](?:本楼)?|引用|TOP|END|全文完|广告位?|推广|赞助商(?:链接)?|"
    r"(?:查看)?更多|MORE|(?:确定|确认|提交)\s*(?:取消|重置)|(?:TAGS?|(?:本文|文章|热门)?标签)\s*[：:].{0,60}|匿名发表|昵称|用户名|验证码|看不清|换一张|[>»|/×]+|<+|>+|"
    r"附件(?:下载|列表)?(?!\s*\d)|相关附件|文件下载|关联文件|下载点点通|(?:pdf|word|docx?|ofd|wps|excel|txt|图片|文字|网页|html)\s*(?:版(?:本)?(?:下载)?|下载)"
)
_BUTTON = "|".join((_ACTS, _SHOWS, _COUNTS, _WAYS, _ELSEWHERE, _OTHERS))
BUTTON = pattern(_BUTTON, re.I)
# Nothing but buttons and what is no word; no way back into a button that was read (?>) keeps it linear.
_BUTTONS = pattern(rf"(?>{_BUTTON}|[\W\d_])*+$", re.I)
_BRACKETED = pattern(rf"\s*[【\[〖［]\s*(?:{_BUTTON})\s*[】\]〗］]\s*", re.I)
_WORDS = pattern(r"[^\W\d_]")
_TRAIL = pattern(
    r"^(?:(?:您|你)?的?(?:(?:当前|现在|目前|所在)(?:的|所在)?(?:的)?|所在的?)|[您你]的?)位置\s*(?:是)?\s*[：:>]?"
    r"|^位置\s*(?:[：:>]|是).*(?:首\s*[页頁]|主[页頁]|正文|[>»])|^位置\s*[：:>]?$|^首\s*[页頁]\s*(?:[>»/|／\-—＞]|->)"
)
_NEIGHBOUR = pattern(
    r"^[\s\[【<>«»◀▶]*(?:[上下]一?(?:[篇條条則则頁页](?:文章|新闻|新聞|信息|公告|资讯|内容|标题)?|个?(?:新闻|信息|文章|公告|主题))|[前后後]一[篇條条页頁])"
    r"\s*[】\]]?\s*(?:[：:>»]|$|\[)"
)
_SELF = pattern(
    r"^[（(]?本文(?:(?:通告引用.{0,20}|标题|標題|地址|链接|鏈接|网址|網址|永久链接|转载自)\s*[：:]|发表于.{0,60}(?:阅读|浏览).{0,12}$)"
)
# Whole sentences: at the way out of a site, under a player, beside a code for telephones, above a form.
_SENTENCE = pattern(
    r"^[\s（(【\[*※注：:]*(?:[您你](?:访问的链接)?(?:正|即将|正在)离开|"
    r"(?:对不起，?)?(?:[您你]的|当前|该)浏览器(?:版本)?(?:不支持|过低)|Your\sbrowser\sdoes\snot\ssupport|"
    r"(?:请?(?:打开|使用|用|点开))?(?:手机)?微信.{0,24}[“\"]?扫一?[扫下].{0,40}(?:朋友圈|好友|分享|查看)|"
    r"网友评论仅供|(?:请)?文明(?:上网|发言)|(?:评论|发言)请遵守|(?:请)?遵守.{0,12}(?:评论|服务)协议|"
    r"[您你]?(?:对|觉得|认为)?[本该此这]篇?(?:[页頁]面?|文章?|信息|内容|回复|答复|稿件)"
    r"(?:的?内容|信息)?(?:对[您你])?(?:是否|怎么样|有没有|满意)|"
    r"满意度(?:评价|调查)|[您你]的评[价分]|(?:建议|推荐)(?:[您你])?使用.{0,40}(?:浏览器|分辨率)|"
    r".{0,16}使用.{0,30}(?:分辨率|浏览器).{0,24}浏览效果|"
    r"(?:Powered|Produced|Designed)\sby\b|[本此]条目(?:发布|发表)[于在]|跳转[到至]\s*[：:]\s*导航|.{2,12}，自由的百科全书$|"
    r"转载(?:请|须|务必)(?:注明|标明|保留)|原文(?:链接|地址|网址)\s*[：:])",
    re.I,
)
_LONGEST = 120
_FEW = 12


def is_furniture(text: str) -> bool:
    """Say whether the line *text* is a button, a share bar, a counter, a trail of columns or a way to other pages.

    >>> is_furniture("【打印】【关闭】"), is_furniture("打印机由县财政局统一采购。")
    (True, False)
    """
    return len(text) <= _LONGEST and _is_furniture(text)


@lru_cache(maxsize=4096)
def _is_furniture(text: str) -> bool:
    if _TRAIL.match(text) or _NEIGHBOUR.match(text) or _SELF.match(text) or _SENTENCE.match(text):
        return True
    if _reads_as_buttons(text):
        return True
    # Old pages space their buttons out: 返 回, 打 印.
    return len(text) <= _FEW and " " in text and _reads_as_buttons("".join(text.split()))


def _reads_as_buttons(text: str) -> bool:
    return bool(_BUTTONS.match(text) and (_WORDS.search(text) or BUTTON.search(text)))


def without_buttons(text: str) -> str:
    """Return the line *text* without the bracketed buttons at its ends.

    >>> without_buttons("【我要纠错】责任编辑：韦小满"), without_buttons("检查完毕。[打印] [关闭]")
    ('责任编辑：韦小满', '检查完毕。')
    """
    if text[:1] not in "【[〖［" and text[-1:] not in "】]〗］":
        return text
    while match := _BRACKETED.match(text):
        text = text[match.end() :]
    while (at := max(text.rfind(sign) for sign in "【[〖［")) > 0 and _BRACKETED.fullmatch(text, at):
        text = text[:at].rstrip()
    return text
