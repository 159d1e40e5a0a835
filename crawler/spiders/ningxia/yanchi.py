from crawler.families.trs import TrsSpider


class YanchiSpider(TrsSpider):
    name = "ningxia_yanchi"
    title = "盐池县人民政府"
    division_code = "640323"
    home = "http://www.yanchi.gov.cn/"
    # Family assumed: 88 % of Ningxia's policy lists are TRS directories.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/xwzx/ycyw/"}
