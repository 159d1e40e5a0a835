"""Pages of the older Chinese web in our own words: forums, blogs, journals, encyclopedias, with what is to be read."""

from __future__ import annotations

from tests.reading.templates import LINKS, TITLE, A, B, C, P, Template

LINES = "".join(f"　　{text}<br>" for text in P)
MORE = "前几天下了一整夜的雨，早上起来，门前的小河涨了一截，水是黄的，孩子们在桥上往下看，谁也不肯去上学。"
LAST = "外婆说，这样的雨一年总有几回，等太阳出来，河就又清了。她说得对，到了傍晚，我们已经能看见河底的石头。"


def _page(title: str, body: str) -> str:
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    return f"<html><head>{meta}<title>{title}</title></head><body>{body}</body></html>"


WEB_TEMPLATES: dict[str, Template] = {
    "a letter of a bulletin board": Template(
        page=_page(
            "石桥站 -- 主题文章阅读",
            f"""<center>石桥站 -- 主题文章阅读 [讨论区: Hometown]</center><hr><pre>发信人: brook (小河), 信区: Hometown
标  题: 雨后的小河
发信站: 石桥站 (Sat May  7 10:11:12 2005), 站内

{MORE}

{LAST}
--

※ 来源:·石桥站 bbs.shiqiao.example·[FROM: 10.1.2.3]
</pre><hr>[<a href=#>转寄</a>][<a href=#>转贴</a>][<a href=#>返回讨论区</a>][<a href=#>上一篇</a>][<a href=#>下一篇</a>]""",
        ),
        paragraphs=(MORE, LAST),
        title="雨后的小河",
        published="2005-05-07T10:11:12+08:00",
        authors=("brook",),
        absent=("发信人", "FROM", "转寄"),
    ),
    "a blog with a row of counters": Template(
        page=_page(
            "雨后的小河_小河边_新浪博客",
            f"""<div><h1>小河边</h1><a href="/u/12">http://blog.example.com/brook</a></div><div class="m"><div><h2>雨后的小河</h2> <span>(2009-05-07 10:11:12)</span></div>
            <div><table><tr><td>标签：</td><td><a href=#>杂谈</a></td><td>分类：<a href=#>随笔</a></td></tr></table></div><div class="b"><p>{MORE}</p><p>{LAST}</p></div>
            <div>阅读(<a>12</a>)┊ <a>评论</a>(0)┊ 收藏(0)┊转载(0)┊ 喜欢▼ ┊打印┊举报</div><div>前一篇：<a href=#>晒谷子</a></div><div>后一篇：<a href=#>看戏</a></div></div>
            <div><h3>评论</h3><p>发评论</p></div>""",
        ),
        paragraphs=(MORE, LAST),
        title="雨后的小河",
        published="2009-05-07T10:11:12+08:00",
        absent=("喜欢▼", "晒谷子", "杂谈", "发评论"),
    ),
    "a chapter": Template(
        page=_page(
            "第三章 雨后 - 小河 - 石桥书屋",
            f"""<div><a href=/>石桥书屋</a> &gt; <a href=/x>小河</a></div><h1>第三章 雨后</h1><div>作者：韦小满　更新时间：2011-05-07 10:11</div><div><a href=1>上一章</a> <a href=2>目录</a> <a href=3>下一章</a></div>
            <div id="t">　　{MORE}<br><br>　　{LAST}</div><div><a href=1>上一章</a> ← <a href=2>章节列表</a> → <a href=3>下一章</a></div><p>手机用户请浏览m.shiqiao.example阅读。</p><p>加入书签 推荐本书</p>""",
        ),
        paragraphs=(MORE, LAST),
        title="第三章 雨后",
        published="2011-05-07T10:11:00+08:00",
        authors=("韦小满",),
        absent=("上一章", "加入书签"),
    ),
    "an older news site": Template(
        page=_page(
            f"{TITLE}_国内新闻_石桥网",
            f"""<table width=750><tr><td><a href=/>新闻首页</a> &gt; <a href=/c>国内新闻</a> &gt; 正文</td></tr></table><table width=560 align=left><tr><th><font size=+2>{TITLE}</font></th></tr>
            <tr><td align=center>http://www.shiqiao.example 2005年05月07日09:11 石桥晚报</td></tr><tr><td class=l17><font id=zoom2>　　{A}<p>　　{B}
            <table align=left width=300><tr><td>广告</td></tr><tr><td><iframe src=/ad></iframe></td></tr></table><p>　　{C}<p>　　(记者韦小满)</font></td></tr>
            <tr><td align=right>【<a href=#>评论</a>】【<a href=#>论坛</a>】【<a href=#>收藏此页</a>】【<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】【<a href=#>多种方式看新闻</a>】【<a href=#>打印</a>】【<a href=#>关闭</a>】</td></tr>
            <tr><td><b>【相关报道】</b><ul>{LINKS}</ul></td></tr></table><div align=center>Copyright &copy; 1996 - 2005 Shiqiao Inc. All Rights Reserved</div>""",
        ),
        paragraphs=(*P, "(记者韦小满)"),
        title=TITLE,
        published="2005-05-07T09:11:00+08:00",
        source="石桥晚报",
        authors=("韦小满",),
        absent=("广告", "相关报道", "收藏此页", "Copyright"),
    ),
    "a recipe": Template(
        page=_page(
            "石桥米豆腐的做法_美食天地",
            f"""<ul>{LINKS}</ul><h1>石桥米豆腐的做法</h1><p>发布：2012-05-07 10:11　人气：230</p><div><h3>材料</h3><p>籼米500克，石灰水30克</p><h3>做法</h3><p>1、籼米浸泡六小时，磨成米浆。</p>
            <p>2、米浆入锅，边煮边搅，倒入石灰水。</p><p>3、煮熟后盛入盆中，放凉切块。</p><h3>小窍门</h3><p>石灰水要沉淀后取清水。</p></div><p>分享到：</p><h3>相关菜谱</h3><ul>{LINKS}</ul>""",
        ),
        paragraphs=(
            "材料",
            "籼米500克，石灰水30克",
            "做法",
            "1、籼米浸泡六小时，磨成米浆。",
            "2、米浆入锅，边煮边搅，倒入石灰水。",
            "3、煮熟后盛入盆中，放凉切块。",
            "小窍门",
            "石灰水要沉淀后取清水。",
        ),
        title="石桥米豆腐的做法",
        published="2012-05-07T10:11:00+08:00",
        absent=("相关菜谱", "分享到"),
    ),
    "an encyclopedia's entry": Template(
        page=_page(
            "石桥河_石桥百科",
            f"""<div><a href=/>首页</a><a href=/r>随便看看</a></div><h1>石桥河</h1><p>石桥河是石桥县的主要河流，发源于青石岭，全长四十二公里，流域面积三百一十平方公里。</p><div><h3>目录</h3><ol><li><a href=#1>水文</a></li><li><a href=#2>治理</a></li></ol></div>
            <h2>水文<a href=/e>[编辑]</a></h2><p>{B}</p><h2>治理<a href=/e>[编辑]</a></h2><p>{C}</p><div>词条统计</div><ul><li>浏览次数：320次</li><li>编辑次数：5次</li><li>最近更新：2012-05-07</li></ul>""",
        ),
        paragraphs=(
            "石桥河是石桥县的主要河流，发源于青石岭，全长四十二公里，流域面积三百一十平方公里。",
            "水文",
            B,
            "治理",
            C,
        ),
        title="石桥河",
        absent=("词条统计", "浏览次数", "随便看看"),
    ),
    "a board with columns of posters": Template(
        page=_page(
            "雨后的小河[石桥论坛]",
            f"""<table><tr><td>石桥论坛 → 石桥生活 → 雨后的小河</td></tr></table><table><tr><td>您是本帖的第 <b>320</b> 个阅读者</td></tr></table><table><tr><td>* 帖子主题： 雨后的小河</td></tr></table>
            <table><tr><td width=175><b>小城故事</b><br>等级：论坛游民<br>文章：12<br>积分：30<br>注册：2004年5月3日</td><td>点击这里发送电子邮件给小城故事 引用回复这个贴子 回复这个贴子<hr><b>雨后的小河</b><br>{MORE}<br><br>{LAST}</td></tr>
            <tr><td>2005-5-7 10:11:12</td><td>IP：已设置保密</td></tr></table><table><tr><td><b>河边柳</b><br>等级：新手上路<br>文章：3</td><td>引用回复这个贴子 回复这个贴子<hr>写得真好，我想家了，去年回去的时候河上正在修新桥。</td></tr><tr><td>2005-5-7 12:30:00</td><td>IP：已设置保密</td></tr></table>""",
        ),
        paragraphs=(MORE, LAST),
        title="雨后的小河",
        published="2005-05-07T10:11:12+08:00",
        absent=("修新桥", "论坛游民", "阅读者"),
    ),
    "an article of several pages": Template(
        page=_page(
            f"{TITLE}(1)--石桥频道",
            f"""<h1>{TITLE}(1)</h1><p>2012年05月07日08:30&nbsp;&nbsp;&nbsp;&nbsp;来源：<a href=/>石桥网-《石桥日报》</a>&nbsp;&nbsp;&nbsp;&nbsp;<a>手机看新闻</a></p><div class="t"><p>　　{A}</p><p>　　{B}</p><p>　　{C}</p></div>
            <div><a href=1>[1]</a> <a href=2>[2]</a> <a href=3>[3]</a> <a href=2>下一页</a></div><div>第1页 共3页</div><p>(责任编辑：黄采薇)</p><div>【1】 【2】 【3】</div>""",
        ),
        paragraphs=P,
        title=f"{TITLE}(1)",
        published="2012-05-07T08:30:00+08:00",
        source="石桥网-《石桥日报》",
        absent=("下一页", "共3页", "手机看新闻"),
    ),
    "a blog of Taiwan": Template(
        page=_page(
            "河邊雜記: 雨後的小河",
            """<div><h1><a href=/>河邊雜記</a></h1></div><div><a href=1>« 曬穀子</a> | <a href=/>Main</a> | <a href=2>看戲 »</a></div><h2>2005年05月07日</h2><h3>雨後的小河</h3><p>前幾天下了一整夜的雨，早上起來，門前的小河漲了一截，水是黃的，孩子們在橋上往下看，誰也不肯去上學。</p>
            <p>外婆說，這樣的雨一年總有幾回，等太陽出來，河就又清了。她說得對，到了傍晚，我們已經能看見河底的石頭。</p><p>Posted by 小河 at 2005年05月07日 10:11 | TrackBack</p><h2>Comments</h2><p>寫得真好，讓我想起小時候的夏天，謝謝你的分享。</p><p>Posted by: 柳 at 2005年05月08日 09:00</p>""",
        ),
        paragraphs=(
            "前幾天下了一整夜的雨，早上起來，門前的小河漲了一截，水是黃的，孩子們在橋上往下看，誰也不肯去上學。",
            "外婆說，這樣的雨一年總有幾回，等太陽出來，河就又清了。她說得對，到了傍晚，我們已經能看見河底的石頭。",
        ),
        title="雨後的小河",
        published="2005-05-07T10:11:00+08:00",
        authors=("小河",),
        absent=("夏天", "TrackBack", "曬穀子"),
    ),
    "rules in articles": Template(
        page=_page(
            "石桥县护林员管理办法",
            f"""<table><tr><td><ul>{LINKS}</ul></td><td><p align=center><b>石桥县护林员管理办法</b></p><p align=center>（2011年5月7日石桥县人民政府第三次常务会议通过）</p><p align=center>第一章　总则</p><p>第一条　为了加强护林员管理，根据有关规定，制定本办法。</p><p>第二条　本办法适用于本县范围内的护林员。</p>
            <p align=center>第二章　附则</p><p>第三条　本办法自公布之日起施行。</p></td></tr></table>""",
        ),
        paragraphs=(
            "（2011年5月7日石桥县人民政府第三次常务会议通过）",
            "第一章 总则",
            "第一条 为了加强护林员管理，根据有关规定，制定本办法。",
            "第二条 本办法适用于本县范围内的护林员。",
            "第二章 附则",
            "第三条 本办法自公布之日起施行。",
        ),
        title="石桥县护林员管理办法",
    ),
    "appointments in short lines": Template(
        page=_page(
            "关于韦小满等同志任免职的通知_石桥县人民政府",
            f"""<div>首页 / 人事信息</div><h1>关于韦小满等同志任免职的通知</h1><div>2012-05-07　来源：县政府办</div><div>各乡镇人民政府：<br>县人民政府决定：<br>任命：<br>韦小满为县水利局副局长；<br>蓝志峰为县林业局副局长。<br>免去：<br>黄采薇的县水利局副局长职务。<br>石桥县人民政府<br>2012年5月6日</div><ul>{LINKS}</ul>""",
        ),
        paragraphs=(
            "各乡镇人民政府：",
            "县人民政府决定：",
            "任命：",
            "韦小满为县水利局副局长；",
            "蓝志峰为县林业局副局长。",
            "免去：",
            "黄采薇的县水利局副局长职务。",
            "石桥县人民政府",
            "2012年5月6日",
        ),
        title="关于韦小满等同志任免职的通知",
        published="2012-05-07",
        source="县政府办",
    ),
    "lines without any markup": Template(
        page=_page(
            TITLE,
            f"""<font size=5>{TITLE}</font><br><br>2003年5月7日&nbsp;10:11<br><br>{LINES}<br><a href=/>返回首页</a>""",
        ),
        paragraphs=P,
        title=TITLE,
        published="2003-05-07T10:11:00+08:00",
        absent=("返回首页",),
    ),
}
