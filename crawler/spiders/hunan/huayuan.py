from crawler.families.ucap import UcapSpider


class HuayuanSpider(UcapSpider):
    name = "hunan_huayuan"
    title = "花垣县人民政府"
    division_code = "433124"
    home = "http://www.huayuan.gov.cn/"
    # Family assumed: 48 % of Hunan's policy lists are ucap channels, most of them drawn from JSON.
    # No page of this site was seen: columns and their channel numbers are assumed.
    columns = {"news": "/hyxw/c102134/list.shtml", "notices": "/zwgk/c102160/list.shtml"}
