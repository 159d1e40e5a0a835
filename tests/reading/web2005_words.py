"""Words of an invented Chinese web of 1998 to 2008, from which sentences, names and headlines are drawn by chance."""

from __future__ import annotations

from random import Random

_SURNAMES = "韦蓝黄覃陆农罗廖谢邓梁莫卢王李张刘陈杨赵周吴徐孙朱马胡郭林何高宋郑唐冯董程曹袁许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
_GIVEN = "小满志峰采薇国庆建华丽娟文斌晓东海燕振宇春梅大勇秀英家明立新玉兰永强思远淑芬卫民雪松宏伟嘉怡一鸣长河翠萍"
_NICKS = (
    "河边柳", "小城故事", "brook", "老农民", "一叶知秋", "风之子", "moonlight", "冬天的鱼", "bluesky2003", "木头人",
    "夜行船", "青石巷", "ggyy", "无名小卒", "大漠孤烟", "catfish", "听雨轩主", "阿呆", "老枪88", "糖果屋",
)  # fmt: skip
_WHO = (
    "市文化局", "几位退休教师", "这家工厂的工人", "县里的小学", "她的外婆", "许多读者", "当地的渔民", "邻居们", "研究人员",
    "一家出版社", "球队的主教练", "老船长", "证券公司的分析师", "城里的出租车司机", "博物馆的讲解员", "那位年轻的医生",
    "公司的技术部门", "图书馆", "电视台的编导", "村里的木匠", "欧洲的几所大学", "他的老同学", "铁路部门", "来自南方的商人",
    "我和弟弟", "父亲", "广场上的人们", "代表团", "剧组", "学校的食堂", "气象站", "收藏家们", "两家银行", "影迷",
)  # fmt: skip
_WHEN = (
    "去年冬天", "上个星期", "三年以前", "从那以后", "昨天下午", "第二天清晨", "今年年初", "到了秋天", "在会议结束之后", "那几年里",
    "每逢周末", "二十世纪八十年代", "下雨的时候", "最近几个月", "开学以前", "天快黑的时候", "过完春节", "谈判开始前", "大约半年前", "早些时候",
)  # fmt: skip
_DID = (
    "修好了", "重新认识了", "谈到了", "买下了", "参观了", "整理出", "写下了", "看到了", "讨论了", "推迟了", "接受了", "忘记了",
    "发现了", "记录着", "关心着", "改变了", "离不开", "找到了", "带来了", "拒绝了", "放弃了", "介绍了", "喜欢上了", "评价了",
)  # fmt: skip
_WHAT = (
    "那座石桥", "一批旧书", "关于环境的计划", "新的生产线", "几封没有寄出的信", "股票市场的走势", "一部没有完成的电影",
    "山里的茶园", "城市的地下水", "一种失传的手艺", "明年的比赛", "门前的老槐树", "手机里的短信", "自己的童年", "收音机里的节目",
    "一张发黄的照片", "电影节的安排", "小说的结尾", "新的软件", "南方的雨季", "海边的灯塔", "乡下的集市", "汽车的价格", "外语教学",
    "一场漫长的官司", "孩子们的作业", "银行的利率", "古老的节日", "一只受伤的鸟", "城墙下的小店", "网络上的传言", "冬天的暖气",
)  # fmt: skip
_LINK = (
    "但是", "因此", "而且", "后来", "不过", "同时", "原来", "于是", "可是", "其实", "也就是说", "尽管如此", "另一方面", "据说",
)  # fmt: skip
_TAILS = (
    "这在当时并不多见", "大家都觉得有些意外", "谁也没有再说什么", "一共花了四十多天", "事情并没有就此结束", "人们议论了好一阵子",
    "费用大约是三万元", "后来的情形却不是这样", "这一点很少有人注意", "至今还能看到当年的样子", "连最老的居民也说不清楚",
    "价格比往年高出一成", "这个数字还在增加", "心里说不出是什么滋味", "以后的路还很长", "有人赞成，也有人反对", "结果出乎所有人的预料",
)  # fmt: skip
_SAYS = ("说", "表示", "认为", "回忆说", "告诉记者", "在信里写道", "笑着说", "指出")
_PLACES = ("石桥", "青岭", "东坡", "龙潭", "南浦", "白沙", "临江", "云集", "望海", "双塔")
_OUTLETS = ("日报", "晚报", "晨报", "都市报", "商报", "青年报", "经济报", "周刊", "新闻网", "电视台")
_CHATTER = (
    "顶一个，写得不错", "沙发是我的了", "楼主继续啊，等着看下面的", "看得我想家了", "这个说法我不同意，事情没这么简单",
    "转走了，谢谢楼主", "哈哈，说得太对了", "我们那里也是这样的", "有没有人知道后来怎么样了", "路过，留个名",
    "支持原创，希望多写一点", "照片在哪里，怎么看不到呢", "当年我也去过那个地方，变化真大", "好文章要慢慢看",
)  # fmt: skip
_ADS = (
    "减肥一个月瘦二十斤", "数码相机特价直销", "出国留学免费咨询热线", "铃声图片随心下载", "二手房源每天更新", "英语速成三个月开口",
    "名车优惠最后三天", "鲜花礼品全国速递", "治疗皮肤顽疾新突破", "游戏点卡八折出售", "加盟小店年赚十万", "国际域名低价注册",
    "彩铃热榜前十名", "情侣短信大放送", "手机最新报价", "专治近视不用开刀", "聊天交友找知己", "机票酒店一站订齐",
)  # fmt: skip
CHANNELS = (
    "新闻", "国际", "社会", "体育", "财经", "科技", "娱乐", "汽车", "房产", "教育", "健康", "女性", "游戏", "读书", "文化", "旅游",
    "军事", "短信", "邮箱", "论坛", "聊天", "博客", "相册", "搜索", "商城", "彩信", "图片", "专题", "天气", "招聘",
)  # fmt: skip


def sentence(rng: Random) -> str:
    """Return a sentence; the same *rng* draws the same."""
    who, did, what, when = rng.choice(_WHO), rng.choice(_DID), rng.choice(_WHAT), rng.choice(_WHEN)
    form = rng.randrange(7)
    if form == 0:
        return f"{when}，{who}{did}{what}，{rng.choice(_TAILS)}。"
    if form == 1:
        return f"{who}{did}{what}，{rng.choice(_LINK)}{rng.choice(_WHO)}{rng.choice(_DID)}{rng.choice(_WHAT)}。"
    if form == 2:
        return f"“{what}是{when}的事情了，{rng.choice(_TAILS)}。”{who}{rng.choice(_SAYS)}。"
    if form == 3:
        return f"{rng.choice(_LINK)}，{when}{who}{did}{what}，{rng.choice(_WHO)}{rng.choice(_DID)}{rng.choice(_WHAT)}，{rng.choice(_TAILS)}。"
    if form == 4:
        return f"谁会想到{who}{did}{what}呢？{rng.choice(_TAILS)}。"
    if form == 5:
        return f"{who}{rng.choice(_SAYS)}，{rng.choice(_WHO)}{did}{what}，{rng.choice(_TAILS)}。"
    return f"{when}的{what}，{who}{did}了{rng.randint(2, 90)}次；{rng.choice(_TAILS)}。"


def paragraph(rng: Random, longest: int = 6) -> str:
    """Return a paragraph of one to *longest* sentences."""
    return "".join(sentence(rng) for _ in range(rng.randint(1, longest)))


def headline(rng: Random) -> str:
    """Return the headline of an article."""
    who, did, what = rng.choice(_WHO), rng.choice(_DID), rng.choice(_WHAT)
    short, place = what.split("的")[-1], rng.choice(_PLACES)
    return rng.choice((
        f"{who}{did}{what}", f"{place}：{what}的故事", f"{what}为何{rng.choice(_TAILS)[:6]}？", f"“{short}”与{rng.choice(_WHAT)}",
        f"{place}{who[-4:]}{did}{short}(图)", f"{rng.choice(_WHEN)}：{what}", f"{what} {who}", f"论{what}",
    ))  # fmt: skip


def person(rng: Random) -> str:
    """Return the name of a person."""
    at = rng.randrange(0, len(_GIVEN) - 1, 2)
    given = _GIVEN[at : at + 2] if rng.random() < 0.75 else _GIVEN[at]
    return rng.choice(_SURNAMES) + given


def nickname(rng: Random) -> str:
    """Return how a visitor of a forum calls himself."""
    return rng.choice(_NICKS)


def outlet(rng: Random) -> str:
    """Return the name of a paper, a station or a news site."""
    return rng.choice(_PLACES) + rng.choice(_OUTLETS)


def chatter(rng: Random) -> str:
    """Return what a reader remarks."""
    said = rng.choice(_CHATTER)
    return said + (f"。{sentence(rng)}" if rng.random() < 0.4 else rng.choice(("！", "", "~~", "。")))


def advertisement(rng: Random) -> str:
    """Return the text of an advertisement."""
    return rng.choice(_ADS)
