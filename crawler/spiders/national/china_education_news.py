from crawler.families.trs import TrsSpider


class ChinaEducationNewsSpider(TrsSpider):
    name = "national_china_education_news"
    title = "中国教育新闻网"
    # A national newspaper: it belongs to no division below the state (GB/T 2260 begins with 110000).
    division_code = "000000"
    home = "http://www.jyb.cn/"
    # Family confirmed: articles were seen as /rmtzgjyb/202307/t20230707_2111066425.html, the e-paper on Founder's.
    columns = {"articles": "/rmtzgjyb/", "paper": "http://paper.jyb.cn/zgjyb/"}
