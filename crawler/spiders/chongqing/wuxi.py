from crawler.families.trs import TrsSpider


class WuxiSpider(TrsSpider):
    name = "chongqing_wuxi"
    title = "巫溪县人民政府"
    division_code = "500238"
    home = "http://www.cqwx.gov.cn/"
    # Family assumed: 92 % of Chongqing's policy lists are TRS directories.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/sy/zwxx/"}
