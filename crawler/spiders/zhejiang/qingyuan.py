from crawler.families.hanweb import HanwebSpider


class QingyuanSpider(HanwebSpider):
    name = "zhejiang_qingyuan"
    title = "庆元县人民政府"
    division_code = "331126"
    home = "http://www.zjqy.gov.cn/"
    # Family assumed: of Zhejiang's policy lists 96 % have Hanweb's address shape, and jpage is its list there.
    # No page of this site was seen: columns and their numbers are assumed.
    columns = {"news": "/col/col1229416/index.html", "notices": "/col/col1229417/index.html"}
