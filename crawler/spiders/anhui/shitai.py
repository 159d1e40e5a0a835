from crawler.families.lonsun import LonsunSpider


class ShitaiSpider(LonsunSpider):
    name = "anhui_shitai"
    title = "石台县人民政府"
    division_code = "341722"
    home = "http://www.ahshitai.gov.cn/"
    # Family assumed: 57 % of Anhui's policy lists have Lonsun's shape.
    # No page of this site was seen: the numbers of organ and category are assumed.
    columns = {"notices": "/public/column/6605921?type=4&catId=6717480&action=list"}
