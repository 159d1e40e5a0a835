from crawler.families.founder_new import FounderNewSpider


class FupingPaperSpider(FounderNewSpider):
    name = "shaanxi_fuping_paper"
    title = "富平报"
    division_code = "610528"
    home = "http://www.fuping.gov.cn/"
    # Family assumed: e-papers moved to Founder's new system from 2024 on. The host is the county's, as
    # public lists have it; the newspaper, its place and its name are assumed. No page of this site was seen.
    columns = {"paper": "/szb/pc/"}
