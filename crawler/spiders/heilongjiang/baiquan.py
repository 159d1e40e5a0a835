from crawler.families.ucap import UcapSpider


class BaiquanSpider(UcapSpider):
    name = "heilongjiang_baiquan"
    title = "拜泉县人民政府"
    division_code = "230231"
    home = "http://www.baiquan.gov.cn/"
    # Family assumed: 99 % of Heilongjiang's policy lists are ucap channels.
    # No page of this site was seen: the column and its channel number are assumed.
    columns = {"news": "/bqx/c107421/list.shtml"}
