from crawler.families.trs import TrsSpider


class LiujiangSpider(TrsSpider):
    name = "guangxi_liujiang"
    title = "柳州市柳江区人民政府"
    division_code = "450206"
    home = "http://www.liujiang.gov.cn/"
    # Of the columns only /xxgk/zc/jzg/ is confirmed by a public list of policy columns; the others are assumed.
    columns = {"news": "/xwzx/ljxw/", "notices": "/xxgk/tzgg/", "policy": "/xxgk/zc/jzg/"}
