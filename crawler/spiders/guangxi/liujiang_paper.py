from crawler.families.founder_old import FounderOldSpider


class LiujiangPaperSpider(FounderOldSpider):
    name = "guangxi_liujiang_paper"
    title = "柳州日报柳江专刊"
    division_code = "450206"
    # Family assumed: e-papers of that age run Founder's old system. Host not confirmed: it was seen once, as that of
    # the e-paper of 柳州日报; the path of its 柳江 edition is assumed.
    home = "http://szbs.lznews.gov.cn/"
    columns = {"paper": "/ljzk/"}
