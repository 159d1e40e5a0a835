from crawler.families.trs import TrsSpider


class LiujiangSpider(TrsSpider):
    name = "guangxi_liujiang"
    title = "柳州市柳江区人民政府"
    division_code = "450206"
    home = "http://www.liujiang.gov.cn/"
    # Family confirmed: public crawlers' code reads this site as TRS. Of the columns a public list of policy columns
    # confirms /xxgk/zc/jzg/; the others are assumed.
    columns = {"news": "/xwzx/ljxw/", "notices": "/xxgk/tzgg/", "policy": "/xxgk/zc/jzg/"}
