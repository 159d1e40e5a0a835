from crawler.families.numbered import NumberedSpider


class ShexianSpider(NumberedSpider):
    name = "hebei_shexian"
    title = "涉县人民政府"
    division_code = "130426"
    home = "http://www.shexian.gov.cn/"
    # Family assumed without evidence of its own: no system leads in Hebei, and PowerEasy's lists were seen elsewhere.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/Category_61/Index.aspx"}
