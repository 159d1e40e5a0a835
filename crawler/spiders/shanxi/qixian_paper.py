from crawler.families.pdf_paper import PdfPaperSpider


class QixianPaperSpider(PdfPaperSpider):
    name = "shanxi_qixian_paper"
    title = "祁县报"
    division_code = "140727"
    home = "http://www.qixian.gov.cn/"
    # Family assumed: county papers without a system of their own put PDF files at resfile/. The host is the
    # county's, as public lists have it; newspaper, place and name are assumed. No page of this site was seen.
    columns = {"paper": "/szb/"}
