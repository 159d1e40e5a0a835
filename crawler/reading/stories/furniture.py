"""Lines of a newspaper page that belong to no story: page numbers, imprints, rubrics, small advertisements."""

from __future__ import annotations

from crawler.reading.patterns import pattern

_LONGEST, _LONGEST_IMPRINT, _LONGEST_SLOGAN, _LONGEST_LABEL = 300, 120, 60, 20
_FURNITURE = pattern(
    r"^(?:第?\s?[A-Z]?\d{1,2}\s?版.*|(?:[\u4e00-\u9fff]{2,8}\s)?第[一二三四五六七八九十]{1,2}版(?:[\s:：·|].{0,20})?|[\u4e00-\u9fff]{2,8}\s[A-Z]?\d{1,2}版(?:[\s:：·|].{0,20})?|[A-Z]?\d{2}\s?[·|]\s?.{2,6}|[A-Z]\d{1,2}\s[\u4e00-\u9fff]{2,6}(?:\s?[·|/]\s?[\u4e00-\u9fff]{2,6})?|[A-Z]?\d{1,3}|模式切换|.{0,8}(?:今日是|今天是)[:：].*|"
    r"(?:今[日天]|明[日天]|未来.{1,3}天)?天气(?:预报)?[:：].{4,60}|(?:下期|明日|明天|下周)(?:预告|导读|看点)[:：].{2,60}|"
    r"[今明][日天夜](?:白天|夜间|到夜间)?(?:晴|多云|阴|阵雨|雷雨|[小中大暴]{1,2}[雨雪])[^。]{2,50}(?:℃|度|级)[^。]{0,12}。?|.{0,12}(?:社会主义核心价值观|公益广告).{0,12}|"
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?|版权所有.{0,40}|"
    r"(?:零售|每份|定价|全年(?:订价|定价)|月价|季价)\s?[:：]?.{0,8}\d+(?:\.\d+)?\s?元.{0,30}|"
    r"[^，。；]{0,12}报社\s?(?:出版|主办|主管|编辑出版|印刷厂印刷?|承印).{0,40}|本[报社刊](?:地址|社址|电话|网址|邮箱|常年法律顾问|法律顾问|广告部|发行部|总编室)\s?[:：].{0,100}|"
    r"(?:社址|总编辑|社长|主编|值班总编|值班主任|承印|印刷|发行|订阅|监督电话|投递服务)\s?[:：].{0,60}|"
    r"(?:热点|最新消息|最新报道|本地|国内|国际|经济|文化|法治|教育|文体|体育|三农|农业|生活|健康|旅游|资讯|广告)|"
    r"(?:要闻|综合(?:新闻)?|来信(?:照登|选登)|民声|文苑|艺苑|时政(?:要闻)?|民生|社会|副刊|专版|专题|视点|焦点|(?:本[版期]|今日)?导读|.{2,4}新闻)|"
    r"[(（□■]?\s?(?:责任|本版|值班|本期){0,2}(?:编辑|责编|校对|美编|版式|编委|编审|组版|审核|监制|终审|复审|初审|[一二三]审|电话)\s?[:：丨｜].{0,60}|"
    r"[(（□■]?\s?(?:本版)?(?:责任编辑|责编|编辑|美编|版式|校对|组版)[ 　]+[\u4e00-\u9fff]{2,4}(?:[ 　].{0,40})?|"
    r"(?:总?第\s?\d{2,6}\s?期|今日\s?[\d一二三四五六七八九十]{1,3}\s?版|邮发代号|CN\d{2}[-—]\d{4}|国内统一刊号).{0,60}|"
    r"(?:(?:新闻|服务|[报爆]料|[发订投广][\u4e00-\u9fff]{1,5})?热线|主办(?:单位)?[:：][^，。:：]{2,30}\s(?:协办|承办|出版)(?:单位)?|网址|(?:投稿)?邮箱|电子邮箱|邮编|地址|微信公众号|(?:国内统一)?(?:连续出版物号|刊号))\s?[:：].{0,60}|"
    r"星期[一二三四五六日天](?:\s.{0,20})?|农历[正一二三四五六七八九十冬腊甲乙丙丁戊己庚辛壬癸]\S{1,8}|"
    r"\d{4}年\d{1,2}月\d{1,2}日\s*(?:星期.*|农历.*|总?第.*[期版].*|内部资料.*)|[\u4e00-\u9fff]{2,8}报\s*\d{4}年\d{1,2}月\d{1,2}日(?:\s*(?:星期|第|农历).{0,60}|.{0,12})|"
    r"[(（](?:\d{4}年)?\d{1,2}月\d{1,2}日\s?[,，]?\s?第?\s?[A-Z]?\d{1,3}\s?版[)）]|"
    r"[\u4e00-\u9fff]{1,7}(?<![捷喜通简公海回汇举申预呈情上战])报|[\u4e00-\u9fff]{4,14}(?:学院|大学|医院|公司|集团|中学|学校)报|"
    r"(?:来[信稿]|投稿)(?:请?寄|地址|信箱|邮箱)\s?[:：].{0,80}|(?:主送|抄送|抄报|报送|分送|报|送|发)\s?[:：].{2,100}|"
    r".{4,40}(?:[▶►▷→☞>〉…·.]|详?见|[\s(（])\s?第?\s?[A-Z]?\d{1,2}\s?版[)）]?|"
    r"上一[篇版期].*|下一[篇版期].*|(?:返回|放大|缩小|打印|关闭|分享)(?:本页|顶部|列表|首页|窗口|目录|版面|到.{0,8})?[:：]?|"
    r"(?=.*(?:来源|发布(?:日期|时间)|浏览(?:次数)?)\s*[:：]).*(?:20\d\d[-/年.]\d{1,2}|[|｜]).*)$"
)
# What a paper prints above a group of stories, and above pictures.
_RUBRIC = pattern(
    r"^[\W_]*(?:图片新闻|新闻图片|图片故事|图说新闻|[\u4e00-\u9fff]{0,4}(?:简讯|短讯|短波|快讯|简报|速递|速览|播报|集锦)|一句话新闻|简明新闻|综合消息|"
    r"(?:(?:今日|明日|本周|市区|天气)?天气(?:预报|提示)?)|[\u4e00-\u9fff]{2}(?:关注|聚焦|视点|焦点|视窗|纵横|广角|天地|园地|之窗|文苑)|更正(?:启事|声明)?|致歉声明?|讣告|停[电水气](?:通知|公告|预告|信息)|寻[人物车][主启]?[主事]?(?:启事)?|遗失(?:声明|启事)|(?:招聘|征稿|征文|招租|寻物|招领)启事|小?幽默|笑一笑|笑话|灯?谜语?|名人名言|格言|小[常知]识|"
    r"(?:社会|民生|乡镇|部门)?短新闻|公告栏?|广告|启事|声明)[\W_]*$|"
    r"^【(?:[^【】]{2,4}|[\u4e00-\u9fff·+]{2,10}(?:[报网台社刊局委办院镇乡]|街道|卫视|频道|客户端|新闻))】$|"
    r"^\d{1,2}月\d{1,2}日(?:[ 　]?[(（]?(?:星期|周)[一二三四五六日天][)）]?)?$"
)
# Above small advertisements, line by line until the next story.
_ADVERTISING = pattern(
    r"^[\W_]*(?:分类(?:广告|信息)|便民(?:信息|广告|服务)|(?:广告|生活)资讯|供求信息|信息(?:超市|平台|快递)|(?:遗失|挂失)(?:声明|启事)|(?:清算|注销|减资|拍卖|招租|债权(?:转让|申报)?)公告|广告)[\W_]*$"
)
_SOLD = pattern(r"\d{7,}|(?:电话|手机|联系|热线|地址)\s?[:：]|作废|^[\u4e00-\u9fff]{2,4}[:：]")
# Over what stands beside a story and belongs to it.
_BOX = pattern(
    r"^[\W_]*(?:(?:相关|新闻|背景|知识)?链接|(?:相关|新闻|延伸)(?:阅读|背景|资料)|(?:记者|采访|编辑)?手记|编[者辑]的?[按话]语?|编后(?:语|话)?|开栏(?:的话|语)|核心提示|"
    r"内容提要|导语|(?:专家|编辑|记者|本报)?(?:点评|短评|快评)|专家(?:观点|提醒|解读)|名词解释|(?:温馨|特别)?提[示醒]|小贴士|声音|网友(?:评论|跟帖|热议|留言|观点)|人物(?:简介|名片|档案)|作者简介)"
    r"[\W_]*$"
)
_ADVERTISEMENT = pattern(
    r"^(?:.{0,20}(?:遗失|丢失|被盗).{2,200}(?:声明)?作废.{0,12}|(?:遗失|挂失|注销|减资|债权|更正)(?:声明|公告|启事)(?:[:：].{0,250})?|"
    r".{2,60}(?:招租|出租|转让|出售|诚聘|招聘)(?:启事|信息)?[,，:：].{0,80}(?:电话|联系)[^。]{0,40}\d{7,}.{0,10}|"
    r"[^:：。]{4,50}(?<!联系|咨询|报名|举报|监督|投诉|预约|值班|办公|服务|求助)(?:电话|热线)\s?[:：]\s?"
    r"[\d—-]{7,14}(?:[ 　、][\d—-]{7,14}){0,2})$"
)
# With what a story itself ends that is to be answered: 报名联系电话：0772-7210000.
_CONTACT = pattern(r"^[\u4e00-\u9fff]{0,12}?(?:电话|手机|地址|邮箱|传真|联系人|地点)\s?[:：]\s?\S")
_CONTACTED = ("电话", "手机", "地址", "邮箱", "传真", "联系人", "地点")
_IMPRINT = pattern(
    r"^(?:[A-Z][A-Z ]{7,40}|[^，。]{2,18}(?:主管|主办|机关报|出版|编印)(?:\s[^，。]{0,60})?|"
    r"[^，。]{0,12}-?\d{1,2}\s?℃[^，。]{0,24}|[^，。]{0,14}[\w.-]+@[\w-]+\.[\w.]+[^，。]{0,24})$"
)
_IMPRINTED = ("主管", "主办", "机关报", "出版", "编印", "℃", "@")
_ADVERTISED = ("作废", "声明", "公告", "启事", "电话", "联系", "热线")
_SLOGAN = pattern(
    r"^(?:讲文明[ ，]?树新风|节约用水[ ，]?人人有责|节约粮食.{0,10}|光盘行动.{0,10}|保护环境[ ，]?人人有责|"
    r"文明健康[ ，]?有你有我|"
    r"富强[ 、]民主[ 、]文明[ 、]和谐.{0,40}|扫黑除恶.{0,12}|全民反诈.{0,12}|关爱未成年人.{0,12})$"
)


def is_furniture(text: str) -> bool:
    """Return whether *text*, a whole line of a page of several stories, belongs to none of them.

    >>> is_furniture("第02版：要闻"), is_furniture("遗失身份证一张，声明作废。"), is_furniture("农历三月三 壮乡歌如潮")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    if len(text) <= _LONGEST_IMPRINT and _FURNITURE.match(text):
        return True
    if len(text) <= _LONGEST_SLOGAN and _SLOGAN.match(text):
        return True
    if (
        len(text) <= _LONGEST_SLOGAN
        and (text.isupper() or any(word in text for word in _IMPRINTED))
        and _IMPRINT.match(text)
    ):
        return True
    return any(word in text for word in _ADVERTISED) and bool(_ADVERTISEMENT.match(text))


def is_rubric(text: str) -> bool:
    """Return whether *text* is what a paper prints above a group of briefs or pictures: 简讯, 图片新闻."""
    return len(text) <= _LONGEST_LABEL and bool(_RUBRIC.match(text.replace(" ", "")))


def is_label(text: str) -> bool:
    """Return whether *text* is no headline: a line of the page's, or a rubric."""
    return is_furniture(text) or is_rubric(text)


def heads_advertisements(text: str) -> bool:
    """Return whether *text* is what a paper prints above its small advertisements: 分类广告, 便民信息."""
    return len(text) <= _LONGEST_LABEL and bool(_ADVERTISING.match(text))


def may_advertise(text: str) -> bool:
    """Return whether *text* is of the make of a small advertisement, as far as one can tell among others."""
    return len(text) <= _LONGEST_IMPRINT and bool(_SOLD.search(text))


def is_contact(text: str) -> bool:
    """Return whether *text* is the line with which a story says where to call or to go: 报名电话：0772-7210000."""
    return any(word in text for word in _CONTACTED) and bool(_CONTACT.match(text))


def is_box_label(text: str) -> bool:
    """Return whether *text* stands over a note, a comment or facts beside a story: 编者按, 记者手记, 相关链接."""
    return len(text) <= _LONGEST_LABEL and bool(_BOX.match(text))
