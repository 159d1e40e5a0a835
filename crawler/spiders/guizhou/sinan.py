from crawler.families.trs import TrsSpider


class SinanSpider(TrsSpider):
    name = "guizhou_sinan"
    title = "思南县人民政府"
    division_code = "520624"
    home = "http://www.sinan.gov.cn/"
    # Family assumed: 95 % of Guizhou's policy lists are TRS directories.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/xwzx/snyw/"}
