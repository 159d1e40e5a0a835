from crawler.families.sudy import SudySpider


class GaochunEducationSpider(SudySpider):
    name = "jiangsu_gaochun_education"
    title = "南京市高淳区教育局"
    division_code = "320118"
    home = "http://www.njgc.gov.cn/"
    # Family assumed: schools and education bureaus run Sudy. The host is the district's, as public lists have it;
    # that the bureau's pages stand on it is assumed. No page of this site was seen.
    columns = {"news": "/jydt/list.htm", "notices": "/jytz/list.htm"}
