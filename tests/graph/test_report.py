"""The report that a run leaves: every finding, article and series of the edition has its page."""

import re

import duckdb
import pytest


@pytest.fixture(scope="module")
def con(sample_home):
    with duckdb.connect(sample_home.published, read_only=True) as con:
        yield con


def named(site, sort):
    return {path.stem for path in site.glob(f"{sort}/*.html")}


def test_every_finding_article_and_series_has_its_page(con, sample_home):
    site = sample_home.report
    for sort, query in (
        ("finding", "select finding_id from out.findings"),
        ("article", "select article_id from core.articles"),
        ("series", "select distinct series from core.facts where series is not null"),
    ):
        assert named(site, sort) == {key for (key,) in con.execute(query).fetchall()}


def test_every_finding_shows_each_number_it_cites(con, sample_home):
    cited = con.execute(
        """
        select cited.finding_id, facts.quote
        from (select finding_id, unnest(fact_ids) as fact_id from out.findings) as cited
        inner join core.facts on cited.fact_id = facts.fact_id
        """
    ).fetchall()
    assert cited
    for finding_id, quote in cited:
        page = (sample_home.report / "finding" / f"{finding_id}.html").read_text("utf-8")
        assert f"<mark>{quote}</mark>" in page


def test_every_link_of_the_report_leads_to_a_place(sample_home):
    pages = {path.resolve(): path.read_text("utf-8") for path in sample_home.report.rglob("*.html")}
    for path, page in pages.items():
        for href in re.findall(r'href="([^"]+)"', page):
            target, _, place = href.partition("#")
            there = pages.get((path.parent / target).resolve() if target else path)
            assert there is not None, f"{path.name} links to {href}"
            assert not place or f'id="{place}"' in there, f"{path.name} links to {href}"
