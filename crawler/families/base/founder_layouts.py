"""Where things stand on the story pages of Founder e-papers."""

from __future__ import annotations

from crawler.layout import Layout

FOUNDER = Layout(
    name="founder",
    between=(("enpcontent", "/enpcontent"),),
    body=("#ozoom", "founder-content", "div.newsdetatext", "#news_content", "td.content_tt", "div.article-content"),
    title=(
        "#Title",
        ".zhubiaoti",
        "td.title1.article-title",
        "h3#Title",
        "div.article h1",
    ),
    kicker=("#PreTitle", ".yinbiaoti", "div.article h3"),
    subtitle=("#SubTitle", ".fubiaoti", "div.article h2"),
)
