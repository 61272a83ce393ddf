"""What each page shows, made of the rows that were read.

Belongs here: joining, grouping and choosing. Not here: how it looks (`templates/`), or files.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from markupsafe import Markup

from assets.out.report import chart, words
from assets.out.report.marking import Piece, Span, cut
from assets.out.report.reading import Article, Break, Claim, Fact, Finding, Metric, Published

MAIN_RULE, WHISKER_RULE = "ucdp_triple", "ibc_range"
Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)
UNKNOWN: Final = "outlet unknown"
GROUPS: Final = len(chart.SHAPES) - 1  # outlets with a mark of their own; the others share one
OTHERS: Final = "other outlets"
WIDE, NARROW = (700, 300), (300, 260)  # pixels of a chart without its labels


@dataclass(frozen=True, slots=True)
class Saying:
    """A fact where it was printed, in words; `as_of` is the day its claim settled on."""

    fact: Fact
    article: Article
    as_of: date | None
    authority: str
    findings: Sequence[Finding]

    @property
    def outlet(self) -> str:
        """Return who printed it."""
        return self.article.outlet or UNKNOWN

    @property
    def lag(self) -> int | None:
        """Return the days from the one it holds for to the one it was printed on."""
        if self.as_of is None or self.article.published_on is None:
            return None
        return (self.article.published_on - self.as_of).days

    @property
    def amount(self) -> str:
        """Return the quantity in words."""
        fact = self.fact
        return words.amount(fact.value, fact.low, fact.high, fact.bound, fact.unit)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence with every number in it that is meant."""

    sayings: Sequence[Saying]

    @property
    def first(self) -> Saying:
        """Return the first number that is meant."""
        return self.sayings[0]

    @property
    def amounts(self) -> str:
        """Return the numbers in words."""
        return ", ".join(saying.amount for saying in self.sayings)

    @property
    def pieces(self) -> list[Piece]:
        """Return the sentence, cut at the numbers."""
        begin = self.first.fact.sentence_start
        quotes = [
            Span(said.fact.quote_start - begin, said.fact.quote_end - begin, said.fact.fact_id)
            for said in self.sayings
        ]
        return cut(self.first.fact.sentence, quotes)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one authority is said to say for one day, and everybody who printed it."""

    claim: Claim
    authority: str
    sayings: Sequence[Saying]

    @property
    def findings(self) -> list[Finding]:
        """Return the findings that cite any of its facts, each once."""
        cited = {f.finding_id: f for saying in self.sayings for f in saying.findings}
        return list(cited.values())


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with what was printed and what the rules made of it."""

    series: str
    description: str
    metrics: Sequence[Metric]
    claims: Sequence[ClaimView]
    findings: Sequence[Finding]
    breaks: Sequence[Break]
    wide: Markup
    narrow: Markup

    @property
    def latest(self) -> Metric | None:
        """Return the figure of the last day."""
        return self.metrics[-1] if self.metrics else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of an article, cut at its facts; the role of text between segments is empty."""

    role: str
    pieces: Sequence[Piece]


class World:
    """The rows that were read, with the ways from one to the other."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self.articles = {article.article_id: article for article in published.articles}
        self._names = {a.authority: a.name for a in published.authorities}

    @cached_property
    def sayings(self) -> dict[str, Saying]:
        """Return every fact where it was printed."""
        citing: dict[str, list[Finding]] = defaultdict(list)
        for finding in self.published.findings:
            for fact_id in finding.fact_ids:
                citing[fact_id].append(finding)
        settled = {fact_id: c.as_of for c in self.published.claims for fact_id in c.fact_ids}
        return {
            fact.fact_id: Saying(
                fact,
                article := self.articles[fact.article_id],
                settled.get(fact.fact_id) or fact.as_of or article.published_on,
                self.name(fact.authority),
                citing[fact.fact_id],
            )
            for fact in self.published.facts
        }

    @cached_property
    def by_article(self) -> dict[str, list[Saying]]:
        """Return the sayings of each article version, in reading order."""
        return grouped(self.sayings.values(), lambda saying: saying.article.article_id)

    @cached_property
    def outlets(self) -> list[tuple[str, int, int]]:
        """Return each outlet with its articles and facts, the one with most articles first."""
        articles = Counter(article.outlet or UNKNOWN for article in self.articles.values())
        facts = Counter(saying.outlet for saying in self.sayings.values())
        most_first = sorted(articles.items(), key=lambda item: (-item[1], item[0]))
        return [(outlet, count, facts[outlet]) for outlet, count in most_first]

    def name(self, authority: str | None) -> str:
        """Return an authority's name; none is said, not guessed."""
        if authority is None:
            return "unattributed"
        return self._names.get(authority, words.spoken(authority))

    def quoted(self, fact_ids: Iterable[str]) -> list[Saying]:
        """Return the sayings of the facts, in their order."""
        return [self.sayings[fact_id] for fact_id in fact_ids if fact_id in self.sayings]

    def quotations(self, finding: Finding) -> list[Quotation]:
        """Return the sentences that a finding cites, the two furthest apart first."""
        told = grouped(
            self.quoted(finding.fact_ids),
            lambda saying: (saying.article.article_id, saying.fact.sentence_start),
        )
        by_value = sorted(map(Quotation, told.values()), key=_height)
        return [*by_value[:1], *by_value[:0:-1]]

    def passages(self, article: Article) -> list[Passage]:
        """Return an article's text by segment, each cut at its facts."""
        facts = [
            Span(said.fact.quote_start, said.fact.quote_end, said.fact.fact_id)
            for said in self.by_article.get(article.article_id, [])
        ]
        segments = [Span(s["start"], s["end"], s["role"]) for s in article.segments]
        return [
            Passage(piece.name or "", _within(article.text, facts, piece))
            for piece in cut(article.text, segments)
        ]

    def kin(self, article: Article) -> tuple[list[Article], list[Article]]:
        """Return the other versions of an article, and the other articles of its origin."""
        versions = [a for a in self._by_key[article.article_key] if a is not article]
        reprints = [
            a
            for a in self._by_origin[article.origin_id]
            if a.article_key != article.article_key and a.is_latest
        ]
        return versions, reprints

    @cached_property
    def _by_key(self) -> dict[str, list[Article]]:
        return grouped(self.articles.values(), lambda article: article.article_key)

    @cached_property
    def _by_origin(self) -> dict[str, list[Article]]:
        return grouped(self.articles.values(), lambda article: article.origin_id)

    def series(self) -> Iterator[SeriesView]:
        """Yield each series that something was printed about."""
        told = [saying for saying in self.sayings.values() if saying.fact.series]
        by_series = grouped(told, lambda saying: saying.fact.series or "")
        described = {series.series: series.description for series in self.published.series}
        for series in sorted(by_series):
            yield self._series(series, described.get(series, series), by_series[series])

    def _series(self, series: str, description: str, sayings: list[Saying]) -> SeriesView:
        metrics = [m for m in self.published.metrics if m.series == series]
        levels = list(_levels(metrics))
        breaks = [b for b in self.published.breaks if b.series == series]
        lines = [chart.Break(b.broken_on, b.reason) for b in breaks]
        standing = [saying for saying in sayings if saying.article.is_latest]
        outlets = self._marked(standing)
        printed = [figure for said in _firsts(standing) for figure in _printed(said, outlets)]
        wide, narrow = (
            chart.svg(drawn) if drawn else Markup()
            for size in (WIDE, NARROW)
            for drawn in [chart.draw(levels, printed, lines, outlets, size)]
        )
        return SeriesView(
            series,
            description,
            [metric for metric in metrics if metric.rule == MAIN_RULE],
            [
                ClaimView(claim, self.name(claim.authority), self.quoted(claim.fact_ids))
                for claim in self.published.claims
                if claim.series == series
            ],
            [finding for finding in self.published.findings if finding.series == series],
            breaks,
            wide,
            narrow,
        )

    def _marked(self, sayings: Iterable[Saying]) -> list[str]:
        """Return the outlets as a chart tells them apart: those with most articles, and others."""
        here = {saying.outlet for saying in sayings}
        most_first = [outlet for outlet, *_ in self.outlets if outlet in here]
        return most_first[:GROUPS] + [OTHERS] * (len(most_first) > GROUPS)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items by key, each group in its order."""
    groups: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return dict(groups)


def _height(quotation: Quotation) -> float:
    fact = quotation.first.fact
    return next((v for v in (fact.value, fact.low, fact.high) if v is not None), 0)


def _within(text: str, facts: Iterable[Span], piece: Piece) -> list[Piece]:
    return cut(text, facts, piece.start, piece.start + len(piece.text))


def _levels(metrics: Iterable[Metric]) -> Iterator[chart.Level]:
    """Yield best by the main rule between the ends of the widest one."""
    for on, of_day in sorted(grouped(metrics, lambda metric: metric.as_of).items()):
        rules = {metric.rule: metric for metric in of_day}
        if main := rules.get(MAIN_RULE):
            ends = rules.get(WHISKER_RULE, main)
            yield chart.Level(on, ends.low, main.best, ends.high)


def _firsts(sayings: Iterable[Saying]) -> list[Saying]:
    """Return one of the sayings that stand in one place: it matters who printed it, not how often.

    One that a finding cites is preferred.
    """
    uncited_first = sorted(sayings, key=lambda saying: bool(saying.findings))
    return list({(said.outlet, said.as_of, said.amount): said for said in uncited_first}.values())


def _printed(saying: Saying, outlets: Sequence[str]) -> Iterator[chart.Printed]:
    """Yield the figure for the chart; one without a day or any value has no place on it."""
    fact = saying.fact
    values = [value for value in (fact.low, fact.value, fact.high) if value is not None]
    if saying.as_of is None or not values:
        return
    is_cited = any(finding.severity != "info" for finding in saying.findings)
    yield chart.Printed(
        on=saying.as_of,
        value=fact.value if fact.value is not None else sum(values) / len(values),
        low=min(values),
        high=max(values),
        outlet=saying.outlet if saying.outlet in outlets else OTHERS,
        state="withdrawn" if fact.modality == "retracted" else "cited" if is_cited else "plain",
        label=f"{saying.outlet}: {saying.amount}, {words.day(saying.as_of)}, {saying.authority}",
        href=f"../article/{saying.article.article_id}.html#{fact.fact_id}",
    )
