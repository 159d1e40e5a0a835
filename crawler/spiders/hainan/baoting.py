from crawler.families.generic import GenericSpider


class BaotingSpider(GenericSpider):
    name = "hainan_baoting"
    title = "保亭黎族苗族自治县人民政府"
    division_code = "469029"
    home = "http://baoting.hainan.gov.cn/"
    # No family assumed: nothing is known of Hainan's systems, so the list is found by its rows.
    # No page of this site was seen: the column is assumed.
    columns = {"news": "/ywdt/bdyw/"}
