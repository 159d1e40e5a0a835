from crawler.families.trs import TrsSpider


class TonghuaxianSpider(TrsSpider):
    name = "jilin_tonghuaxian"
    title = "通化县人民政府"
    division_code = "220521"
    home = "http://www.tonghuaxian.gov.cn/"
    # Family assumed: 86 % of Jilin's policy lists are TRS directories.
    # No page of this site was seen: the column, and that it is in GBK, are assumed.
    columns = {"news": "/zwxw/zwyw/"}
