from crawler.families.numbered import NumberedSpider


class LuanchuanSpider(NumberedSpider):
    name = "henan_luanchuan"
    title = "栾川县人民政府"
    division_code = "410324"
    home = "http://www.luanchuan.gov.cn/"
    # Family assumed without evidence of its own: no system leads in Henan, and DedeCMS is one seen
    # among county sites. No page of this site was seen: columns are assumed.
    columns = {"news": "/zwdt/list_48_1.html", "notices": "/tzgg/list_49_1.html"}
