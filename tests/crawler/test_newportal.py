"""A portal nobody has declared: what a survey finds, and what `scrapy newportal` writes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from statistics import mode
from urllib.parse import urlsplit

import pytest

from crawler.divisions import PROVINCES, divisions, find_division, full_name
from crawler.errors import BadPortal, Blocked, PortalError, UnreadablePage
from crawler.families.detection import detect_family
from crawler.portal_file import portal_file
from crawler.portals import PortalLoader, load_portal
from crawler.reading.injections.mirrors import foreign_marks
from crawler.reading.listing import address_key, open_page
from crawler.survey_columns import candidates
from tests.crawler.simulator import BUILDERS, HOST, fictional
from tests.crawler.simulator.serving import FictionProxy
from tests.crawler.walking import survey, walk

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("kind", BUILDERS)
def test_family_columns_name_and_division_are_found(kind, seed):
    fiction = fictional(kind, seed)
    finding = survey(fiction.site, fiction.entrance)
    assert finding.verdict.family == fiction.family
    assert finding.verdict.evidence
    assert {(address_key(column.address), column.name) for column in finding.columns} == {
        (address_key(column.url), column.name) for column in fiction.columns
    }
    assert finding.title == fiction.title
    if fiction.entrance == fiction.home:
        assert (finding.site_code, finding.division_code) == ("4307230001", "430723")


@pytest.fixture
def spiders(tmp_path, monkeypatch):
    package = tmp_path / "found" / "spiders"
    package.mkdir(parents=True)
    for folder in (package.parent, package):
        (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield package
    for name in [name for name in sys.modules if name == "found" or name.startswith("found.")]:
        del sys.modules[name]


@pytest.mark.parametrize("kind", BUILDERS)
def test_the_portal_that_is_written_reaches_every_article(kind, spiders):
    fiction = fictional(kind, 11)
    file = portal_file(survey(fiction.site, fiction.entrance), spiders, "hunan_lixian", "430723")
    file.write()
    assert len(file.text.splitlines()) <= 12
    portal = load_portal(PortalLoader(["found.spiders"]), "hunan_lixian")
    walked = walk(portal, fiction.site, read=False)
    assert walked.errors == []
    assert fiction.articles <= set(walked.asked)


NAV = "".join(f'<a href="/lm{number}/">{name}</a>' for number, name in enumerate(("政务要闻", "通知公告", "部门动态")))
LIST = "".join(f'<li><a href="t20250416_{number}.shtml">关于第{number}件事的报道</a></li>' for number in range(4))
SITE = {f"{HOST}/lm{number}/": f"<ul>{LIST}</ul>" for number in range(3)}


@pytest.mark.parametrize(
    ("entrance", "kind", "seen"),
    [
        (404, UnreadablePage, "answered with status 404"),
        (412, Blocked, "status 412 of a wall"),
        ("<script>document.cookie='a=1';location.reload()</script>", Blocked, "sets a cookie"),
        ("<html><body>本域名 lixian 出售，联系电话</body></html>", UnreadablePage, "a parked domain"),
        ("<html><script src=/app.js></script><div id=app></div>", UnreadablePage, "only a browser can show"),
        ("<html><body><p>建设中</p></body></html>", UnreadablePage, "no portal's home page"),
        ("<title>404 错误</title><p>对不起</p>", UnreadablePage, "the title says 404 错误"),
        ("", UnreadablePage, "an empty answer"),
    ],
)
def test_an_entrance_that_is_none_is_told_by_what_was_seen(entrance, kind, seen):
    with pytest.raises(kind, match=seen):
        survey({HOST + "/": entrance}, HOST + "/")


@pytest.mark.parametrize(
    "entrance",
    [
        '<meta http-equiv="refresh" content="0;url=/zw/index.shtml">',
        "<script>window.location.href='/zw/index.shtml'</script>",
        '<html><frameset rows="100%"><frame src="/zw/index.shtml"></frameset></html>',
    ],
)
def test_a_shell_is_followed_to_the_home_page(entrance):
    home = f"<title>澧县人民政府</title>{NAV}"
    finding = survey({HOST + "/": entrance, HOST + "/zw/index.shtml": home, **SITE}, HOST + "/")
    assert finding.verdict.family == "trs"
    assert len(finding.columns) == 3


def test_gbk_without_a_label_keeps_its_names():
    home = f"<title>澧县人民政府门户网站</title>{NAV}".encode("gb18030")
    finding = survey({HOST + "/": home, **SITE}, HOST + "/")
    assert [column.name for column in finding.columns] == ["政务要闻", "通知公告", "部门动态"]
    assert (finding.title, finding.division_code) == ("澧县人民政府", "430723")


SHARED = Path(os.environ.get("XIANZHI_SHARED", ROOT / ".." / "shared"))
GOVERNMENT = SHARED / "pages" / "government"
SYSTEMS = {"TRS": "trs", "TRS(JSP copy)": "trs", "NFCMS": "gkmlpt", "Founder": "founder_old", "Lonsun": "lonsun"}
SYSTEMS |= {"UCAP": "ucap", "VSB": "vsb", "Hanweb": "hanweb"}


@pytest.mark.skipif(not GOVERNMENT.is_dir(), reason="the shared pages are not here")
def test_real_pages_alone_tell_their_system_and_no_page_tells_a_wrong_one():
    named = Counter()
    for folder in sorted(GOVERNMENT.iterdir()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        body = (folder / "page.html").read_bytes()
        links = [element.get("href") or "" for element in open_page(body, HOST).elements() if element.tag == "a"]
        hosts = [urlsplit(link).hostname or "" for link in links if link.startswith("http")] or ["www.lixian.example"]
        # A saved page does not tell its address; most of its links lead to its own host.
        url = gold["url"] if (gold["url"] or "").startswith("http") else f"http://{mode(hosts)}/"
        found, true = detect_family([open_page(body, url)]).family, SYSTEMS.get(gold["cms"], "generic")
        assert found in (true, "generic"), folder.name
        named[found == true] += 1
    assert named[True] >= 26, named


def test_undecided_is_generic_and_says_why():
    home = NAV.replace("/lm", "/a/lm") + "".join(
        f'<a href="/t20250416_{n}.shtml">甲</a><a href="/info/1/{n}.htm">乙</a>' for n in range(5)
    )
    finding = survey({HOST + "/": home}, HOST + "/")
    assert finding.verdict.family == "generic"
    assert finding.verdict.evidence == ("trs (20) and vsb (20) are equally likely",)


def test_a_page_about_the_county_is_no_column():
    home = NAV + '<a href="/gk/">人口民族</a>'
    finding = survey({HOST + "/": home, **SITE, HOST + "/gk/": "<p>全县人口近百万，以汉族为主。</p>"}, HOST + "/")
    assert "人口民族" not in [column.name for column in finding.columns]


SCRIPTED = (
    "<title>{0}-澧县人民政府</title><script src=/js/vue.js></script><div class=nav>" + NAV + "</div>"
    '<ul class="list-box"><li v-for="one in rows"><a>{{{{one.title}}}}</a></li></ul>'
)


def test_a_list_that_is_empty_without_a_script_is_told_and_not_declared(tmp_path, spiders):
    home = f'<title>澧县人民政府</title><meta name="SiteIDCode" content="4307230001">{NAV}'
    site = {HOST + "/": home, **SITE, HOST + "/lm1/": SCRIPTED.format("通知公告")}
    finding = survey(site, HOST + "/")
    assert [column.name for column in finding.columns] == ["政务要闻", "部门动态"]
    assert [(column.name, column.selector) for column in finding.scripted] == [("通知公告", "ul.list-box a")]
    with FictionProxy(site) as proxy:
        done = newportal(spiders, proxy.url, HOST, "--name", "hunan_lixian")
    assert done.returncode == 0, done.stderr
    assert "  通知公告 http://www.lixian.example/lm1/: its list is empty without a script, and left out" in done.stdout
    assert '    rendered = {"notices": "ul.list-box a"}' in done.stdout
    assert "/lm1/" not in (spiders / "hunan" / "lixian.py").read_text(encoding="utf-8")
    for column in finding.columns:
        site[column.address] = SCRIPTED.format(column.name)
    with pytest.raises(BadPortal, match=r"its list is empty without a script, as all 3 .* rendered = "):
        portal_file(survey(site, HOST + "/"), tmp_path, None, None)


@pytest.mark.parametrize(
    "page",
    [
        "<script>1</script><ul class=pagination></ul><p>全县人口近百万。</p>",
        "<ul class=list></ul><p>没有脚本的空白页面</p>",
        "<script>1</script><div class=app></div><p>" + "全县人口近百万，以汉族为主。" * 40 + "</p>",
    ],
)
def test_a_page_without_a_list_is_not_taken_for_one_that_a_script_fills(page):
    home = f"<title>澧县人民政府</title>{NAV}"
    assert survey({HOST + "/": home, **SITE, HOST + "/lm1/": page}, HOST + "/").scripted == ()


def text_of(served: object) -> str:
    if not isinstance(served, bytes):
        return str(served)
    return served.decode("gb18030" if b'charset="utf-8' not in served else "utf-8")


def test_the_file_of_a_portal_with_many_columns_is_as_the_checks_want_it(tmp_path):
    finding = survey(fictional("lonsun", 11).site, HOST + "/")
    columns = tuple(
        replace(finding.columns[0], key=f"column{n}", address=f"{finding.columns[0].address}&n={n}") for n in range(20)
    )
    for found in (finding, replace(finding, columns=columns), replace(finding, columns=columns[:2])):
        path = tmp_path / "lixian.py"
        path.write_text(portal_file(found, tmp_path, "hunan_lixian", None).text, encoding="utf-8")
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 12
        for words in (["check", "--ignore", "RUF012"], ["format", "--check"]):
            words += ["--config", str(ROOT / "pyproject.toml"), str(path)]
            done = subprocess.run([sys.executable, "-m", "ruff", *words], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "link", ["<a href=/a{}/>更多</a>", "<li><a href=/a{}/>通知公告</a></li>", "<p>新闻<a href=/a{}/>more</a></p>"]
)
def test_columns_are_sought_in_time_linear_in_the_length_of_a_hostile_page(link):
    def seconds(count: int) -> float:
        body = "<div>" + "".join(link.format(number) for number in range(count))
        page = open_page(body.encode(), HOST + "/")
        started = time.process_time()
        candidates(page, detect_family([page]))
        return time.process_time() - started

    assert seconds(8_000) < 8 * seconds(2_000) + 0.5


def test_what_a_site_prints_does_not_become_code(tmp_path):
    fiction = fictional("trs", 1)
    hostile = '澧县"\n    import os\n    os.system("x") #'
    fiction.site[fiction.home] = text_of(fiction.site[fiction.home]).replace(
        "澧县人民政府", hostile.replace('"', "&quot;")
    )
    finding = survey(fiction.site, fiction.home)
    text = portal_file(finding, tmp_path, "hunan_lixian", "430723").text
    assert not [line for line in text.splitlines() if line.strip().startswith(("import os", "os."))]
    compile(text, "lixian.py", "exec")


def test_a_division_that_is_not_clear_must_be_said(tmp_path):
    finding = survey({HOST + "/": f"<title>人民政府</title>{NAV}", **SITE}, HOST + "/")
    with pytest.raises(BadPortal, match="its division is not clear"):
        portal_file(finding, tmp_path, None, None)
    assert portal_file(finding, tmp_path, None, "430723").name == "hunan_example_lixian"


@pytest.mark.parametrize("name", ["../x", "hunan", "hunan_../x", "Hunan_lixian", "hunan_lixian.py"])
def test_a_portals_name_leads_nowhere_else(tmp_path, name):
    finding = survey({HOST + "/": f"<title>澧县人民政府</title>{NAV}", **SITE}, HOST + "/")
    with pytest.raises(PortalError, match="is no portal's name"):
        portal_file(finding, tmp_path, name, None)


def test_a_copied_template_with_a_neighbours_code_is_not_believed():
    assert find_division("4307230001", "荆州市荆州区人民政府") == "421003"
    assert find_division("4502000043", "柳州市教育局") == "450200"
    assert find_division("9999990001", "朝阳区人民政府") is None
    assert find_division(None, None) is None


@pytest.mark.parametrize(
    ("printed", "declared"),
    [
        ("网站标识码：4307230001", None),
        ("网站标识码：4307000013 湘ICP备05000000号", None),
        ("网站标识码：3505240010", '    codes = ("3505240010",)'),
        ("粤ICP备05000000号-1", '    codes = ("粤ICP备05000000号",)'),
        ("网站标识码：3505240010 湘ICP备05000000号", None),
    ],
)
def test_another_divisions_code_on_the_home_page_is_declared_so_that_its_pages_are_no_mirrors(
    tmp_path, spiders, printed, declared
):
    finding = survey({HOST + "/": f"<title>澧县人民政府</title>{NAV}<p>{printed}</p>", **SITE}, HOST + "/")
    columns = tuple(replace(finding.columns[0], key=f"column{n}", address=f"{HOST}/long/lm{n}/") for n in range(20))
    for found in (finding, replace(finding, columns=columns)):
        file = portal_file(found, spiders, "hunan_lixian", "430723")
        assert [line for line in file.text.splitlines() if "codes" in line] == ([declared] if declared else [])
        assert len(file.text.splitlines()) <= 12
    file.write()
    portal = load_portal(PortalLoader(["found.spiders"]), "hunan_lixian")
    assert foreign_marks(finding.facts, portal.facts()) == ()


def test_divisions_are_those_of_the_state():
    assert len(divisions()) > 3_000
    assert {code[:2] for code in divisions()} == set(PROVINCES)
    assert (full_name("450206"), full_name("450000")) == ("柳州市柳江区", "广西壮族自治区")


@pytest.fixture
def proxy():
    fiction = fictional("vsb", 3)

    with FictionProxy(fiction.site, {"wall.example": 412}) as proxy:
        yield proxy.url


def newportal(spiders: Path, proxy: str, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "http_proxy": proxy, "PYTHONPATH": str(spiders.parents[1])}
    places = ["-s", "SPIDER_MODULES=found.spiders", "--samples", str(spiders.parents[1] / "samples")]
    return subprocess.run(
        [sys.executable, "-m", "scrapy", "newportal", *words, *places],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_writes_the_portal_and_its_first_samples(spiders, proxy):
    done = newportal(spiders, proxy, HOST, "--name", "hunan_lixian")
    assert done.returncode == 0, done.stderr
    assert "澧县人民政府: family vsb (articles at /info/" in done.stdout
    portal = load_portal(PortalLoader(["found.spiders"]), "hunan_lixian")
    assert portal.home == HOST + "/"
    samples = spiders.parents[1] / "samples" / "hunan_lixian"
    kinds = {json.loads(path.read_text(encoding="utf-8"))["kind"] for path in samples.glob("*/expected.json")}
    assert kinds == {"list"}
    assert len(list(samples.glob("list-*"))) == len(portal.columns)
    again = newportal(spiders, proxy, HOST, "--name", "hunan_lixian")
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_a_name_that_is_none_is_refused_before_anything_is_fetched(spiders):
    done = newportal(spiders, "http://127.0.0.1:9", HOST, "--name", "../x")
    assert done.returncode == 2
    assert "'../x' is no portal's name" in done.stderr
    assert [path.name for path in spiders.rglob("*.py")] == ["__init__.py"]


def test_a_portal_without_a_file_is_crawled_by_its_address(tmp_path, proxy):
    words = [
        "crawl",
        HOST + "/",
        "-s",
        f"HOLDINGS={tmp_path}",
        "-s",
        "DOWNLOAD_DELAY=0",
        "-s",
        "AUTOTHROTTLE_ENABLED=0",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *words, "-a", "newest=1"],
        cwd=ROOT,
        env={**os.environ, "http_proxy": proxy},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(list(tmp_path.glob("hunan_example_lixian/*/*.warc.gz"))) == 1


@pytest.mark.parametrize(
    ("words", "status", "line"),
    [
        (["http://wall.example/"], 1, "scrapy newportal: http://wall.example/: status 412 of a wall"),
        (["http://gone.example/"], 1, "scrapy newportal: http://gone.example/: answered with status 404"),
    ],
)
def test_what_cannot_be_declared_is_told_in_one_line_and_leaves_nothing(spiders, proxy, words, status, line):
    done = newportal(spiders, proxy, *words)
    assert done.returncode == status
    assert done.stderr.startswith(line)
    assert len(done.stderr.strip().splitlines()) == 1
    assert [path.name for path in spiders.rglob("*.py")] == ["__init__.py"]
    assert not (spiders.parents[1] / "samples").exists()


def test_a_newspaper_is_told_by_its_printed_page():
    node = "/szb/html/2025-04/16/node_2.htm"
    links = "".join(f"<a href=content_{n}.htm>第{n}篇报道的题目</a>" for n in range(1, 6))
    site = {
        HOST + "/szb/": f'<META HTTP-EQUIV=REFRESH CONTENT="0; URL={node.removeprefix("/szb/")}">',
        HOST + node: f"<title>澧县报-第01版</title>{links}<map name=pagepicmap></map>",
    }
    finding = survey(site, HOST + "/szb/")
    assert finding.verdict.family == "founder_old"
    assert [(column.key, column.address) for column in finding.columns] == [("paper", HOST + "/szb/")]
    assert finding.home == HOST + "/"


def _printed(folder: str, head: str = "") -> dict[str, str]:
    """Return a newspaper of one printed page: its entry, and the page with *head* above it."""
    stories = "".join(f"<a href=content_{folder}_{n}.htm>第{n}篇报道的题目</a>" for n in range(1, 6))
    node = f"{HOST}/{folder}/html/2025-04/16/node_2.htm"
    return {
        f"{HOST}/{folder}/": '<META HTTP-EQUIV=REFRESH CONTENT="0; URL=html/2025-04/16/node_2.htm">',
        node: f"<title>澧县报-第01版</title>{head}{stories}<map name=pagepicmap></map>",
    }


def test_each_newspaper_that_a_printed_page_leads_to_is_a_column():
    nav = (
        '<select><option value="/rb/html/2025-04/16/node_2.htm">澧县日报</option>'
        '<option value="/wb/html/2025-04/16/node_2.htm">澧县晚报</option></select><a href="/zk/">《澧县周刊》</a>'
        '<a href="/jb/">工作简报</a><a href="http://other.example/sb/">他县日报</a>'
    )
    site = _printed("rb", nav) | _printed("wb") | _printed("zk") | {HOST + "/jb/": "<p>没有报纸</p>"}
    finding = survey(site, HOST + "/rb/")
    assert [(column.key, column.name, column.address) for column in finding.columns] == [
        ("paper", "澧县日报", HOST + "/rb/"),
        ("evening", "澧县晚报", HOST + "/wb/"),
        ("weekly", "澧县周刊", HOST + "/zk/"),
    ]
    assert [len(column.rows) for column in finding.columns] == [5, 5, 5]


def test_newspapers_of_an_entrance_that_is_none_of_them_are_columns_and_one_that_is_gone_is_told():
    entrance = (
        "<title>澧县报业</title>"
        + NAV
        + "".join(
            f'<a href="/{folder}/">{name}</a>' for folder, name in (("rb", "日报"), ("wb", "晚报"), ("gone", "周刊"))
        )
    )
    site = {HOST + "/": entrance, **_printed("rb"), **_printed("wb"), HOST + "/gone/": 404}
    finding = survey(site, HOST + "/")
    assert finding.verdict.family == "founder_old"
    assert [(column.key, column.name) for column in finding.columns] == [("paper", "日报"), ("evening", "晚报")]
    assert sum(finding.unread.values()) >= 1


def test_what_is_called_a_newspaper_and_is_a_list_stays_a_list():
    links = '<a href="/lm0/">澧县日报</a><a href="/lm1/">城乡周刊</a>'
    finding = survey({HOST + "/": f"<title>澧县人民政府</title>{links}{NAV}", **SITE}, HOST + "/")
    assert {"澧县日报", "城乡周刊"} <= {column.name for column in finding.columns}
    assert "paper" not in {column.key for column in finding.columns}
