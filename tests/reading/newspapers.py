"""Articles as the sites of dailies print them, in our own words: decks, bylines, pictures and the page beside them."""

from __future__ import annotations

T1 = "本报青石4月1日讯（记者 韦小满 通讯员 农春）随着最后一车沥青铺完，青石镇的老桥告别了限重三吨的日子，两岸的村民走上新桥，看了又看。"
T2 = "新桥全长三百二十米，桥面两侧留有人行道，施工队在枯水期抢浇桥墩，把工期缩短了二十天，为村民省下绕行的路。"
T3 = "“以后拉甘蔗的大车可以直接开到地头了。”上塘村村民蓝志峰摸着栏杆说，过去雨季一到，学生只能绕行十公里上学。"
T4 = "县交通运输局负责人表示，年内还要改造十二座危桥，完工后全县农村公路将不再有限重的桥梁，群众出行更加安全。"
KICKER, TITLE, SUBTITLE = "青石县推进农村公路提质", "一座新桥连起两岸人家", "——青石镇跨河大桥通车见闻"
TEXTS = (T1, T2, T3, T4)
P = "".join(f"<P>　　{t}</P>" for t in TEXTS)
LOWER = "".join(f"<p>{t}</p>" for t in TEXTS)
CAPTION = "村民走上新通车的青石大桥。"
CREDITED = f"{CAPTION}蓝志峰 摄"
NAV = "".join(
    f'<li><a href="content_{n}.htm">{t}</a></li>'
    for n, t in enumerate(("县委常委会召开会议", "早稻抛秧忙", "百年窑火重新点燃", "图片新闻", "广告"))
)
PAGES: dict[str, tuple[str, str]] = {}
PAGES["people"] = (
    "http://paper.people.com.cn/rmrb/html/2024-04/02/nw.D110000renmrb_20240402_3-02.htm",
    f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{TITLE}</title></head><body><div class="header"><div class="wrap"><a href="#">人民日报图文数据库</a><p class="left date">2024年04月02日 星期二</p></div></div>
<div class="main w1000"><div class="left paper-box"><div class="paper-bot"><p class="left ban">第02版：要闻</p><p class="right btn"><a class="preart" href="nw_1.htm">上一版</a><a href="nw_3.htm">下一版</a></p></div></div>
<div class="right right-main"><div class="swiper-box"><div class="swiper-slide"><a href="#">01版：要闻</a></div></div><div class="news"><ul class="news-list">{NAV}</ul></div>
<div class="article-box"><div class="art-btn"><a>字体</a><a>放大+</a></div><div class="article"><h3>{KICKER}</h3><h1>{TITLE}</h1><h2>{SUBTITLE}</h2><p class="sec">本报记者　韦小满<span class="date">《人民日报》（2024年04月02日　第 02 版）</span></p>
<div class="attachment"><table class="pci_c"><tr><td><img src="res/1.jpg"></td></tr><tr><td><p>{CREDITED}</p></td></tr></table></div><div id="ozoom"><!--enpcontent-->{P}<!--/enpcontent--></div></div></div></div></div><div class="foot">人民日报社概况 | 关于人民网 | 招聘</div></body></html>""",
)
PAGES["gmw"] = (
    "https://epaper.gmw.cn/gmrb/html/2024-04/02/nw.D110000gmrb_20240402_1-02.htm",
    f"""<html><head><meta charset=utf-8><title>{TITLE}-光明日报-光明网</title></head><body><div class="c_c"><div class="l_t">2024年04月02日 星期二</div><div class="c_r"><div class="titlenews">光明日报 <span>2024年04月02日 星期二</span></div><div class="text_c"><h3>{KICKER}</h3><h1>{TITLE}</h1><h2>{SUBTITLE}</h2><div class="lai"><span>作者：本报记者 韦小满 通讯员 农春</span> <b>《光明日报》（ 2024年04月02日　02版）</b></div><div class="g-width" id="contentMain"><div id="articleContent"><!--enpcontent-->{P}<!--/enpcontent--></div></div></div></div></div><div>光明日报社概况 | 关于光明网 | 报网动态</div></body></html>""",
)
PAGES["cyol"] = (
    "http://zqb.cyol.com/html/2024-04/02/nw.D110000zgqnb_20240402_2-01.htm",
    f"""<html><head><meta charset=utf-8><title>{TITLE}-中青在线</title></head><body><table width=1000><tr><td id=left><div class="dang">当前版：01版</div><a href=nbs.D110000zgqnb_01.htm>上一版</a></td><td><div class="right-content"><div class="text_c"><h3 class="title3">{KICKER}</h3><h1>{TITLE}</h1><h3>{SUBTITLE}</h3><div class="info"><p>韦小满　农春</p><p class="from">《中国青年报》（2024年04月02日&nbsp;&nbsp; 01 版）</p></div><div class="contentstyle"><div id="ozoom">{P}</div></div></div></div></td></tr></table><div class=footer>中国青年报社版权所有</div></body></html>""",
)
PAGES["gxrb"] = (
    "https://gxrb.gxrb.com.cn/?name=gxrb&date=2024-04-02&code=002&xuhao=3",
    f"""<html><head><meta charset=utf-8><title>广西日报数字报-{TITLE}</title></head><body><div class="wrap"><div class="nav"><a>返回目录</a><a>放大</a><a>缩小</a><a>全文复制</a></div><p class="bb">2024年04月02日&nbsp;星期二</p><div class="content"><p class="yinti">{KICKER}</p><p class="biaoti">{TITLE}</p><p class="futi">{SUBTITLE}</p><p class="zuozhe">本报记者 韦小满 通讯员 农春</p><div class="neirong">{LOWER}</div></div><p class="prev">上一篇 下一篇</p></div><div class="banquan">版权所有 广西日报社</div></body></html>""",
)
PAGES["dahe"] = (
    "https://newpaper.dahe.cn/hnrb/html/2024-04/02/content_100.htm",
    f"""<html><head><meta charset="utf-8"><title>{TITLE}-河南日报</title></head><body><table><tr><td class="px12">第02版：要闻</td><td><a class=px12>上一版</a><a>下一版</a></td></tr></table><table width=100% ><tr><td><table bgcolor=#efefef><tr><td>2024年04月02日 星期二</td><td>放大 缩小 默认</td></tr></table><table><tbody><tr><td class="bt2" style="PADDING-TOP: 10px" align=center>{KICKER}</td></tr><tr><td class="bt1" align=center>{TITLE}</td></tr><tr><td class=bt2 align=center>{SUBTITLE}</td></tr><tr><td class="bt3" align="center"></td></tr></tbody></table><table bgcolor=#fff><tr><td><TABLE><TR><TD><IMG src="../../../images/1.jpg"></TD></TR><TR><TD>{CREDITED}②13</TD></TR></TABLE></td></tr></table><div id=ozoom style="ZOOM: 100%"><founder-content><!--enpcontent-->{P[:-4]}③4</P><!--/enpcontent--></founder-content></div></td></tr></table><table><tr><td>版权所有 河南日报社</td></tr></table></body></html>""",
)
PAGES["zjrb"] = (
    "https://zjrb.zjol.com.cn/html/2024-04/02/content_3.htm",
    f"""<html><head><meta charset=utf-8><title>浙江日报-{TITLE}</title></head><body><div class="left"><ul>{NAV}</ul></div><div class="main-ed-articlenav-list"></div><div class="ed-article"><div class="main-article-alltitle"><div class="main-article-pretitle">{KICKER}</div><div class="main-article-title">{TITLE}</div><div class="main-article-subtitle">{SUBTITLE}</div><div class="main-article-author">本报记者　韦小满　通讯员　农春</div><div class="main-article-source">浙江日报 2024-04-02 星期二</div></div><div class="main-article-content"><div id="ozoom">{P}</div></div></div><div class="footer">浙江日报报业集团主办</div></body></html>""",
)
PAGES["southcn"] = (
    "https://epaper.southcn.com/nfdaily/html/202404/02/content_10.html",
    f"""<html><head><meta charset=utf-8><title>{TITLE}_南方日报数字报</title><meta name="description" content="{T1[:30]}"></head><body><header><a>首页</a><span>2024年04月02日 星期二</span></header><section class="article"><h3 class="intro">{KICKER}</h3><h1 class="title">{TITLE}</h1><h4 class="sub">{SUBTITLE}</h4><div class="info"><span>南方日报</span><span>2024-04-02</span><span>A02版 要闻</span><span>记者 韦小满</span></div><article id="article"><p class="img"><img src="/a.jpg"></p><p class="cap">{CREDITED}</p>{LOWER}</article></section><footer>南方报业传媒集团 版权所有</footer></body></html>""",
)
PAGES["xhrb"] = (
    "https://xh.xhby.net/pc/con/202404/02/content_1.html",
    f"""<html><head><meta charset=utf-8><title>{TITLE}-新华日报</title></head><body><div class="newsmain"><div class="news-title"><p class="introtitle">{KICKER}</p><h1>{TITLE}</h1><p class="subtitle">{SUBTITLE}</p></div><div class="newsdata"><span>2024-04-02</span><span>第2版：要闻</span><span>来源：新华日报</span><span>作者：韦小满 农春</span></div><div class="newscon"><div id="content">{LOWER}</div></div><div class="share">分享到：</div></div></body></html>""",
)
PAGES["county weixin reprint"] = (
    "http://www.qs.gov.cn/xw/qsyw/202404/t20240402_1.html",
    f"""<html><head><meta charset=utf-8><title>4月2日《青石日报》要闻_青石要闻_青石县人民政府</title></head><body><div class=top>今日是：</div><div class=dqwz>当前位置：<a href=/>首页</a>>><a href=/xw>新闻</a>>><a href=/xw/qsyw>青石要闻</a></div><div class=con><h2 class=tit>4月2日《青石日报》要闻</h2><div class=fbt>发布日期：2024-04-02 09:12　信息来源：微青石　浏览次数：<span>12</span></div><div class=TRS_Editor><section><p style="text-align:center"><strong>01</strong></p><p style="text-align:center"><strong><span style="color:red">{TITLE}</span></strong></p><p>{T1}</p><p>{T2}</p><p style="text-align:center"><img src=1.jpg></p><p style="text-align:center">{CREDITED}</p></section><section><p style="text-align:center"><strong>02</strong></p><p style="text-align:center"><strong><span>球场夜夜沸腾</span></strong></p><p>近日，上塘村的球场挤进了八百名观众，决赛打了两个加时才分出胜负，裁判都是返乡的大学生。</p><p>队长农小春白天在砖厂上班，下班就赶来训练，风雨无阻，球队今年拿了第一名，奖品是一头山羊。</p></section><section><p style="text-align:center"><strong>03</strong></p><p style="text-align:center"><strong>白马乡开机插秧</strong></p><p>4月1日，白马乡的水田里机声隆隆，插秧机一趟来回就是六行新绿，农户跟在后面忙着补苗。</p></section><p style="text-align:right">编辑：黄采薇　审核：罗兰</p></div></div><div class=foot>主办：青石县人民政府办公室</div></body></html>""",
)
PAGES["page as text td"] = (
    "http://www.qs.gov.cn/paper/2.html",
    f"""<html><head><meta charset=utf-8><title>青石报 第2版</title></head><body><table width=100%><tr><td colspan=3 align=center>青石报　2024年4月2日　星期二　第2版　综合新闻　责任编辑：黄采薇</td></tr><tr><td width=33% valign=top><p><b>{TITLE}</b></p><p>{T1}</p><p>{T2[:40]}</p></td><td width=33% valign=top><p>{T2[40:]}</p><p>{T4}</p><p><b>白马乡开机插秧</b></p><p>本报讯（通讯员 罗兰）谷雨刚过，白马乡的水田里机声隆隆，插秧机一趟来回就是六行新绿，农户跟在后面忙着</p></td><td width=33% valign=top><p>补苗。今年全乡计划种早稻三千亩。</p><p><b>球场夜夜沸腾</b></p><p>本报讯（记者 莫新桥）上塘村的球场挤进了八百名观众，决赛打了两个加时才分出胜负。</p><p><img src=1.jpg></p><p>图为决赛现场。（莫新桥 摄）</p></td></tr></table><p align=center>本报地址：青石县解放路18号　电话：0772-7212345</p></body></html>""",
)
