from crawler.families.vsb import VsbSpider


class DaguanSpider(VsbSpider):
    name = "yunnan_daguan"
    title = "大关县人民政府"
    division_code = "530624"
    home = "http://www.daguan.gov.cn/"
    # Family assumed: VSB's shape leads among Yunnan's policy lists (34 %), so the odds are one in three.
    # No page of this site was seen: columns are assumed.
    columns = {"news": "/xwzx/dgdt.htm", "notices": "/xwzx/tzgg.htm"}
