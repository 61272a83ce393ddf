"""The site as files: which pages there are, what they say, and what a second build touches."""

import re
from datetime import date

import pytest

from assets.out.report import report
from assets.out.report.report import build
from tests.ui.edition import HOSTILE, Edition, hostages


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    return build(hostages().connect(), folder).index.parent


def read(site, pattern):
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(site.glob(pattern)))


def test_the_first_page_tells_each_finding_with_its_quotes(site):
    page = read(site, "index.html")
    assert "Northgate News has 130 hostages held, The Meridian Post 134" in page
    assert "Israel says <mark>130</mark> of the 253 hostages are still held." in page


def test_a_finding_shows_its_arithmetic_and_links_to_the_words(site):
    pages = read(site, "finding/*.html")
    assert "134 is 4 more than 130, which is 3.0% of 134" in pages
    assert re.search(r'href="\.\./article/[0-9a-f]+\.html#[0-9a-f]+"', pages)


def test_every_link_leads_to_a_page_and_a_place_on_it(site):
    for path in site.rglob("*.html"):
        for href in re.findall(r'href="([^"]+)"', path.read_text(encoding="utf-8")):
            target, _, place = href.partition("#")
            page = (path.parent / target).resolve() if target else path
            assert page.is_file(), f"{path.name} links to {href}"
            assert not place or f'id="{place}"' in page.read_text(encoding="utf-8"), href


def test_an_unattributed_figure_is_shown_as_unattributed(site):
    assert "unattributed" in read(site, "article/*.html")


def test_a_correction_and_other_segments_are_told_apart_from_the_text(site):
    page = read(site, "article/*.html")
    assert re.search(r'class="correction"><span class="label">correction</span>Correction 15', page)
    assert re.search(r'class="aside"><span class="label">dateline</span>CAIRO', page)


def test_hostile_text_stays_text_everywhere(site):
    pages = read(site, "**/*.html")
    assert "<script" not in pages
    assert "<img" not in pages
    assert not re.search(r'href="javascript', pages)
    assert "\x1b" not in pages
    assert "\u202e" not in pages
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pages


def test_pages_name_no_address_to_load_from(site):
    assert not re.search(
        r"(?:src|href)=[\"']?(?:https?:)?//|url\(|@import", read(site, "**/*.html")
    )


def test_a_second_build_writes_nothing(tmp_path):
    con = hostages().connect()
    first = build(con, tmp_path)
    assert first.n_written == first.n_pages
    second = build(con, tmp_path)
    assert (second.n_written, second.n_removed) == (0, 0)


def test_a_page_whose_finding_is_gone_goes_too(tmp_path):
    build(hostages().connect(), tmp_path)
    edition = hostages()
    edition.findings.pop()
    assert build(edition.connect(), tmp_path).n_removed == 1


def test_an_empty_edition_still_has_a_first_page(tmp_path):
    report = build(Edition().connect(), tmp_path)
    assert "Every figure that was read can be true" in report.index.read_text(encoding="utf-8")


def test_hostile_text_is_still_found_by_a_reader(site):
    assert HOSTILE.split("]")[0].split("[")[1] in read(site, "article/*.html")


def crowded(n_findings):
    edition = Edition()
    article = edition.article("Outlet", date(2024, 2, 13), "They counted 130 and 134.")
    facts = [edition.fact(article, quote, int(quote), series="held") for quote in ("130", "134")]
    for n in range(n_findings):
        edition.finding(f"kind {n}", "warn", facts, f"Finding {n}.")
    return edition


def test_numbers_of_one_sentence_are_marked_in_it_together(tmp_path):
    build(crowded(1).connect(), tmp_path)
    page = read(tmp_path, "index.html")
    assert "They counted <mark>130</mark> and <mark>134</mark>." in page


def test_the_first_page_stays_short_and_leads_to_all_findings(tmp_path):
    build(crowded(report.CARDS + 5).connect(), tmp_path)
    page = read(tmp_path, "index.html")
    assert page.count('class="card warn"') == report.CARDS
    assert f'<a href="findings.html">All {report.CARDS + 5} findings</a>' in page


def test_what_a_person_settled_leaves_the_first_page_until_it_expires(tmp_path):
    edition = crowded(1)
    facts = [fact["fact_id"] for fact in edition.facts]
    edition.finding("accepted kind", "warn", facts, "Accepted once.", status="accepted")
    edition.finding("expired kind", "warn", facts, "Accepted until lately.", status="expired")
    build(edition.connect(), tmp_path)
    assert "Accepted once." not in read(tmp_path, "index.html")
    assert "Accepted until lately." in read(tmp_path, "index.html")
    assert "Accepted once." in read(tmp_path, "findings.html")


def test_a_long_list_goes_on_on_further_pages(tmp_path, monkeypatch):
    monkeypatch.setattr(report, "LISTED", 2)
    build(crowded(5).connect(), tmp_path)
    assert [path.name for path in sorted(tmp_path.glob("findings*.html"))] == [
        "findings-2.html",
        "findings-3.html",
        "findings.html",
    ]
    assert 'href="findings-3.html">Older' in read(tmp_path, "findings-2.html")
    assert 'href="findings.html">Newer' in read(tmp_path, "findings-2.html")
