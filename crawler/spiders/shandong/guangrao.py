from crawler.families.hanweb import HanwebSpider


class GuangraoSpider(HanwebSpider):
    name = "shandong_guangrao"
    title = "广饶县人民政府"
    division_code = "370523"
    home = "http://www.guangrao.gov.cn/"
    # Family assumed: 36 % of Shandong's policy lists have Hanweb's shape, more than any other; jpaas is its newer list.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/col/col38115/index.html"}
