from crawler.families.trs import TrsSpider


class LiuzhouEducationSpider(TrsSpider):
    name = "guangxi_liuzhou_education"
    title = "柳州市教育局"
    division_code = "450200"
    # Family assumed: another bureau of the city was seen on TRS (wglj.liuzhou.gov.cn). Host not confirmed: formed as
    # those of the city's other bureaus are; site code 4502000043. Columns assumed.
    home = "http://jyj.liuzhou.gov.cn/"
    columns = {"media": "/xwzx/mtjj/", "notices": "/zwgk/tzgg/"}
