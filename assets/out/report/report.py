"""The report: a static site, made of a published file, that opens from disk with no network.

Belongs here: which pages there are, and writing those that changed. Not here: what a page shows
(`views.py`), how it looks (`templates/`), or when it is made.
"""

import base64
import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import duckdb
import jinja2

from assets.out.report import arithmetic, words
from assets.out.report.reading import Article, Finding, Metric, read
from assets.out.report.views import Saying, SeriesView, World

HERE = Path(__file__).parent
MADE: Final = ("*.html", "article/*.html", "finding/*.html", "series/*.html")
CARDS = 40  # on a page, of one severity; the rest is one click away
ROWS = 500  # of a table on a page that tells of one thing
LISTED = 1500  # on a page that is a list; more make further pages


@dataclass(frozen=True, slots=True)
class Report:
    """Where the first page is, how many pages there are, and what this build changed."""

    index: Path
    n_pages: int
    n_written: int
    n_removed: int


def build(con: duckdb.DuckDBPyConnection, folder: Path) -> Report:
    """Make the site in the folder, touching only pages that changed; pages of the past go."""
    written = {
        folder / path: _write(folder / path, page) for path, page in _pages(World(read(con)))
    }
    past = {path for pattern in MADE for path in folder.glob(pattern)} - written.keys()
    for path in past:
        path.unlink()
    return Report(folder / "index.html", len(written), sum(written.values()), len(past))


def _write(path: Path, page: str) -> bool:
    """Write a page whole or not at all; return whether it differs from what was there."""
    content = page.encode("utf-8", "replace")
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_bytes(content)
    beside.replace(path)
    return True


def _pages(world: World) -> Iterator[tuple[str, str]]:
    """Yield every page's path in the folder and its HTML."""
    series = list(world.series())
    described = {view.series: view.description for view in series}
    site = _environment(described)
    yield "index.html", _index(site, world, series)
    yield "method.html", _method(site)
    yield from _list(site, "findings", world.published.findings)
    yield from _list(site, "articles", _articles_newest_first(world))
    for view in series:
        yield f"series/{view.series}.html", _series(site, world, view)
    for finding in world.published.findings:
        yield f"finding/{finding.finding_id}.html", _finding(site, world, finding)
    for article in world.articles.values():
        yield f"article/{article.article_id}.html", _article(site, world, article)


def _index(site: jinja2.Environment, world: World, series: Sequence[SeriesView]) -> str:
    open_ones = [f for f in world.published.findings if f.status in ("open", "expired")]
    days = [a.published_on for a in world.articles.values() if a.published_on]
    return site.get_template("index.html").render(
        root="",
        total=len(open_ones),
        severities=[
            (severity, together)
            for severity in words.SEVERITY_WORDS
            if (together := [(f, world.quotations(f)) for f in open_ones if f.severity == severity])
        ],
        severity_words=words.SEVERITY_WORDS,
        newest=_newest(open_ones),
        shown=CARDS,
        articles=len(world.articles),
        facts=len(world.sayings),
        outlets=world.outlets,
        first=min(days, default=None),
        last=max(days, default=None),
        series=series,
        refusals=world.published.refusals,
    )


def _newest(findings: Sequence[Finding]) -> date | None:
    """Return the day of the newest findings; None where all are of one day, so none stands out."""
    days = {finding.first_seen_on for finding in findings if finding.first_seen_on}
    return max(days) if len(days) > 1 else None


def _method(site: jinja2.Environment) -> str:
    with (HERE / "measured.csv").open(encoding="utf-8", newline="") as rows:
        measured = list(csv.DictReader(rows))
    return site.get_template("method.html").render(
        root="", kinds=words.FINDING_WORDS.values(), measured=measured
    )


def _list(site: jinja2.Environment, name: str, rows: Sequence[object]) -> Iterator[tuple[str, str]]:
    """Yield the pages of a list: `<name>.html`, `<name>-2.html` and so on."""
    pages = max(1, -(-len(rows) // LISTED))
    for page in range(1, pages + 1):
        path = f"{name}.html" if page == 1 else f"{name}-{page}.html"
        shown = rows[(page - 1) * LISTED : page * LISTED]
        template = site.get_template(f"{name}.html")
        yield path, template.render(root="", rows=shown, page=page, pages=pages)


def _articles_newest_first(world: World) -> list[tuple[Article, int]]:
    """Return each article version with the count of its facts."""
    newest_first = list(world.articles.values())[::-1]
    return [(a, len(world.by_article.get(a.article_id, []))) for a in newest_first]


def _series(site: jinja2.Environment, world: World, view: SeriesView) -> str:
    return site.get_template("series.html").render(
        root="../",
        view=view,
        findings=[(finding, world.quotations(finding)) for finding in view.findings],
        shown=CARDS,
        rows=ROWS,
    )


def _finding(site: jinja2.Environment, world: World, finding: Finding) -> str:
    sayings = world.quoted(finding.fact_ids)
    figures = [
        arithmetic.Figure(said.fact.value, said.fact.low, said.fact.high, said.fact.series)
        for said in sayings
    ]
    return site.get_template("finding.html").render(
        root="../",
        finding=finding,
        kind_meaning=words.FINDING_WORDS.get(finding.kind, ("", ""))[1],
        arithmetic=arithmetic.lines(finding.kind, finding.series, figures),
        quotations=world.quotations(finding),
        shown=CARDS,
        support=_support(sayings),
    )


def _support(sayings: Sequence[Saying]) -> str:
    return words.triplet(
        len({saying.outlet for saying in sayings}),
        len({saying.article.origin_id for saying in sayings}),
        len({saying.fact.authority for saying in sayings} - {None}),
    )


def _article(site: jinja2.Environment, world: World, article: Article) -> str:
    versions, reprints = world.kin(article)
    return site.get_template("article.html").render(
        root="../",
        article=article,
        versions=versions,
        reprints=reprints,
        passages=world.passages(article),
        sayings=world.by_article.get(article.article_id, []),
    )


def _environment(described: dict[str, str]) -> jinja2.Environment:
    """Return the templates; whatever they print is text, never markup, with nothing invisible.

    `described` are the series that have a page, by id.
    """
    site = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    style = (HERE / "templates" / "style.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    site.globals |= {
        "described": described,
        "style": style,
        "style_hash": f"sha256-{digest}",
    }
    site.filters |= {
        "day": words.day,
        "many": words.many,
        "spoken": words.spoken,
        "kind": lambda kind: words.FINDING_WORDS.get(kind, (words.spoken(kind), ""))[0],
        "figure": lambda value: "not known" if value is None else words.number(value),
        "range": lambda metric: words.interval(metric.low, metric.high),
        "support": _metric_support,
        "series": lambda series: described.get(series, words.spoken(series)),
        "heading": lambda article: article.title or article.record_key or article.raw_path,
    }
    return site


def _shown(value: object) -> object:
    return words.visible(value) if type(value) is str else value


def _metric_support(metric: Metric) -> str:
    return words.triplet(metric.n_outlets, metric.n_origins, metric.n_authorities)
