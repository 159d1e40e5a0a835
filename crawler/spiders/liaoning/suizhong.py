from crawler.families.generic import GenericSpider


class SuizhongSpider(GenericSpider):
    name = "liaoning_suizhong"
    title = "绥中县人民政府"
    division_code = "211421"
    home = "http://www.szx.gov.cn/"
    # No family assumed: nothing is known of Liaoning's systems; a feed is what any of them may offer.
    # No page of this site was seen: the feed is assumed.
    columns = {"news": "/rss/news.xml"}
