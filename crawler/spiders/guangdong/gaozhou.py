from crawler.families.gkmlpt import GkmlptSpider


class GaozhouSpider(GkmlptSpider):
    name = "guangdong_gaozhou"
    title = "高州市人民政府"
    division_code = "440981"
    home = "http://www.gaozhou.gov.cn/"
    # Family assumed: Guangdong keeps its catalogues of open information under /gkmlpt/.
    # No page of this site was seen: that this city has one is assumed.
    columns = {"catalogue": "/gkmlpt/index"}
