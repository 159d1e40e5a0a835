from crawler.families.founder_old import FounderOldSpider


class JingzhouPaperSpider(FounderOldSpider):
    name = "hubei_jingzhou_paper"
    title = "荆州区报"
    division_code = "421003"
    # Family assumed: e-papers of that age run Founder's old system. The host is the district's own and confirmed as
    # such; that its newspaper stands under /szb/ is not.
    home = "http://www.jingzhouqu.gov.cn/"
    columns = {"paper": "/szb/"}
