"""How county sites set an article: its paragraphs, tables, pictures, headline, bar, index, trail and files."""

from __future__ import annotations

from html import escape

from tests.reading.govarticles import Block
from tests.reading.govwords import Words, iso

FORMS = ("p", "indent", "div", "br", "brbr", "open", "word", "section", "rows", "fonts", "blank", "h")


def blocks(words: Words, told: list[Block], form: str) -> str:
    """Return *told* set in one *form*."""
    table = words.pick("plain", "p", "word", "header", "div")
    picture = words.pick("p", "br", "div", "figure", "one")
    return "".join(_block(words, block, form, table, picture) for block in told)


def _block(words: Words, block: Block, form: str, table: str, picture: str) -> str:
    if block.kind == "table":
        return _table(block.rows, table)
    if block.kind == "image":
        return _image(words, block.text, picture)
    if block.kind == "film":
        return words.pick(
            '<div><video src="/v/1.mp4" controls></video></div>', '<p align=center><embed src="/v/1.swf" width=480></p>',
            "<div id=player></div><script>new Player({id:'player',url:'/v/1.mp4'})</script>",
            '<object classid="clsid:6BF52A52"><param name="URL" value="/v/1.wmv"></object>')  # fmt: skip
    return _line(words, escape(block.text), block.kind, form)


def _line(words: Words, text: str, kind: str, form: str) -> str:
    if kind == "head":
        text = words.pick(f"<strong>{text}</strong>", f"<b>{text}</b>", text)
    side = {"right": "right", "centre": "center"}.get(kind, "")
    if form in ("br", "brbr"):
        gap = "<br>" if form == "br" else "<br><br>"
        return f"{'' if side else '　　'}{text}{gap}\n"
    align = f' align="{side}"' if side else ""
    indent = "" if side else "　　"
    if form == "p":
        return f"<p{align}>{indent}{text}</p>\n"
    if form == "indent":
        return f'<p style="text-align:{side or "justify"};text-indent:2em">{text}</p>'
    if form == "div":
        return f"<div{align}>{indent.replace('　', '&nbsp;&nbsp;')}{text}</div>\n"
    if form == "open":
        return f"<P{align}>{indent}{text}\n"
    if form == "word":
        half = len(text) // 2 if "<" not in text and "&" not in text else 0
        return (
            f'<p class="MsoNormal"{align} style="mso-para-margin:0pt;line-height:28pt"><span style="font-family:仿宋_GB2312;font-size:16pt">'
            f'<font face="仿宋">{text[:half]}</font></span><span lang="EN-US"><o:p></o:p></span><span style="font-size:16pt">{text[half:]}</span></p>'
        )
    if form == "section":
        return f"<section><section><span>{text}</span></section></section>"
    if form == "rows":
        return f"<table width=100%><tr><td{align}>{indent}{text}</td></tr></table>"
    if form == "fonts":
        return f'<p{align}><font size="3"><span>{indent}{text}</span></font></p>'
    if form == "blank":
        return f"<p{align}>{indent}{text}</p><p>&nbsp;</p>"
    return f"<p{align}>{indent}{text}<br/></p>"


def _table(rows: list[list[str]], form: str) -> str:
    cell = {
        "p": "<p align=center>{}</p>",
        "word": "<p class=MsoNormal><span>{}</span></p>",
        "div": "<div>{}</div>",
    }.get(form, "{}")
    made = []
    for number, row in enumerate(rows):
        tag = "th" if form == "header" and number == 0 else "td"
        made.append("<tr>" + "".join(f"<{tag}>{cell.format(escape(one))}</{tag}>" for one in row) + "</tr>")
    return f'<table border="1" cellspacing="0">{"".join(made)}</table>'


def _image(words: Words, caption: str, form: str) -> str:
    source = f"/upload/image/{words.rng.randint(1, 9999)}.jpg"
    image = f'<img src="{source}" width="{words.pick("500", "600")}" alt="">'
    if form == "br":
        return f"<p align=center>{image}<br>{caption}</p>"
    if form == "figure":
        return f"<figure>{image}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"
    if form == "div":
        return f'<div style="text-align:center">{image}</div>' + (
            f'<div style="text-align:center">{caption}</div>' if caption else ""
        )
    if form == "one":
        return f'<p style="text-align:center">{image}</p>' + (
            f'<p style="text-align:center"><span style="font-family:楷体">{caption}</span></p>' if caption else ""
        )
    return f"<p align=center>{image}</p>" + (f"<p align=center>{caption}</p>" if caption else "")


def stamp(words: Words, day: tuple[int, int, int]) -> tuple[str, str]:
    """Return *day*, with or without an hour, as a page prints it, and as it is to be read."""
    year, month, date = day
    day_alone = iso(day)
    hour, minute, second = words.rng.randint(7, 19), words.rng.randint(1, 59), words.rng.randint(0, 59)
    clock = f"{hour:02d}:{minute:02d}"
    return words.rng.choice((
        (day_alone, day_alone), (day_alone, day_alone), (f"[{day_alone}]", day_alone), (f"{year}年{month}月{date}日", day_alone), (f"{year}-{month}-{date}", day_alone), (f"{year}/{month}/{date}", day_alone),
        (f"{day_alone} {clock}", f"{day_alone}T{clock}:00+08:00"), (f"{day_alone} {clock}:{second:02d}", f"{day_alone}T{clock}:{second:02d}+08:00"),
        (f"{year}年{month:02d}月{date:02d}日 {clock}", f"{day_alone}T{clock}:00+08:00"), (f"{year}/{month}/{date} {hour}:{minute:02d}:{second:02d}", f"{day_alone}T{clock}:{second:02d}+08:00"),
        (f"{day_alone} 00:00:00", day_alone)))  # fmt: skip


def bar(words: Words, fields: list[str], tools: str) -> str:
    """Return the bar of *fields* with *tools* behind them or below."""
    form = words.pick("nbsp", "spans", "cells", "items", "bars", "lines", "blank")
    if form == "nbsp":
        told = "&nbsp;&nbsp;&nbsp;".join(fields) + f"&nbsp;&nbsp;{tools}"
        return f'<div class="info" align=center>{told}</div>'
    if form == "spans":
        return (
            '<div class="info">' + "".join(f"<span>{field}</span>\n" for field in fields) + f"</div><div>{tools}</div>"
        )
    if form == "cells":
        return (
            "<table width=100%><tr>"
            + "".join(f"<td>{field}</td>" for field in fields)
            + f"<td>{tools}</td></tr></table>"
        )
    if form == "items":
        return "<ul>" + "".join(f"<li>{field}</li>" for field in fields) + f"<li>{tools}</li></ul>"
    if form == "bars":
        return f"<p>{' | '.join(fields)} {tools}</p>"
    if form == "lines":
        return "".join(f"<div>{field}</div>" for field in fields) + f"<div>{tools}</div>"
    return f"<h5>{'　'.join(fields)}　{tools}</h5>"


def index(words: Words, fields: list[tuple[str, str]]) -> str:
    """Return the index of open government with *fields*, in one of many forms."""
    form = words.pick("table", "table2", "list", "dl", "div", "hidden", "lines", "spread")
    if form == "spread":
        fields = [
            ("　".join(label) if len(label) == 2 else " ".join(label) if len(label) == 3 else label, value)
            for label, value in fields
        ]
    if form in ("table", "spread"):
        return (
            '<table class="xxgk">'
            + "".join(f"<tr><td><b>{label}：</b></td><td>{value}</td></tr>" for label, value in fields)
            + "</table>"
        )
    if form == "table2":
        pairs = [fields[at : at + 2] for at in range(0, len(fields), 2)]
        return (
            "<table>"
            + "".join(
                "<tr>" + "".join(f"<th>{label}</th><td>{value}</td>" for label, value in pair) + "</tr>"
                for pair in pairs
            )
            + "</table>"
        )
    if form == "list":
        return (
            "<ul>"
            + "".join(f"<li><strong>{label}：</strong><span>{value}</span></li>" for label, value in fields)
            + "</ul>"
        )
    if form == "dl":
        return "<dl>" + "".join(f"<dt>{label}：</dt><dd>{value}</dd>" for label, value in fields) + "</dl>"
    if form == "div":
        return (
            "<div>"
            + "".join(f"<div><label>{label}：</label><p>{value}</p></div>" for label, value in fields)
            + "</div>"
        )
    if form == "hidden":
        shown = (
            "<table>" + "".join(f"<tr><td>{label}：</td><td>{value}</td></tr>" for label, value in fields) + "</table>"
        )
        return shown + f'<div style="display:none">{shown}</div>'
    return "".join(f"<p>{label}：{value}</p>" for label, value in fields)


def trail(words: Words, steps: list[str]) -> str:
    """Return the trail of columns *steps* from the first page on."""
    sign = words.pick("&gt;", "&gt;&gt;", "»", "/", "->", "<img src=/i/arrow.gif>", "＞")
    label = words.pick("当前位置：", "您现在的位置：", "您的位置：", "您当前所在的位置：", "位置：", "当前位置 ：", "")
    made = [f'<a href="{"/" if number == 0 else f"/c{number}/"}">{step}</a>' for number, step in enumerate(steps)]
    end = words.pick("", f" {sign} 正文", f" {sign} 内容", "")
    if words.chance(0.2):
        return (
            f'<div class="crumb"><span>{label or "当前位置："}</span><ul>'
            + "".join(f"<li>{one}</li>" for one in made)
            + "</ul></div>"
        )
    told = f" {sign} ".join(made) + end
    return words.pick(
        f'<div class="position">{label}{told}</div>',
        f"<table width=100%><tr><td>{label or '当前位置：'}{told}</td></tr></table>",
        f"<p>{label or '当前位置：'}{told}</p>",
    )


def files(words: Words, named: list[tuple[str, str]]) -> str:
    """Return links to files, of which *named* gives title and address, in one of many forms."""
    form = words.pick("p", "ol", "box", "vsb", "icons", "table", "label")
    made = [
        f'<a href="{address}"{words.pick("", " target=_blank", " download")}>{title}</a>' for title, address in named
    ]
    if form == "p":
        return "".join(f"<p>附件{number}：{one}</p>" for number, one in enumerate(made, 1))
    if form == "ol":
        return "<p>附件：</p><ol>" + "".join(f"<li>{one}</li>" for one in made) + "</ol>"
    if form == "box":
        return '<div class="fujian"><h4>附件下载</h4><ul>' + "".join(f"<li>{one}</li>" for one in made) + "</ul></div>"
    if form == "vsb":
        return (
            "<ul>"
            + "".join(f"<li>附件【{one}】已下载<span>{words.rng.randint(1, 99)}</span>次</li>" for one in made)
            + "</ul>"
        )
    if form == "icons":
        return "".join(
            f'<p style="line-height:16px"><img src="/ueditor/dialogs/attachment/fileTypeImages/icon_doc.gif">{one}</p>'
            for one in made
        )
    if form == "table":
        return "<table><tr><td>相关附件：</td><td>" + "<br>".join(made) + "</td></tr></table>"
    return f"<p>附件：{'　'.join(made)}</p>"
