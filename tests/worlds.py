"""Small news worlds made of figures alone, in the shape of the contracts, without extraction.

Belongs here: articles, facts and corrections as data frames, written down in a line each, and the
generator of worlds with planted disagreements. Not here: sentences of a real article; the text of
these articles only carries the numbers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import duckdb
import polars as pl

from assets.catalogue.catalogue import Catalogue, load
from assets.core.articles.contract import Articles, Corrections
from assets.core.facts.contract import Facts
from assets.identity import content_id

ADJUDICATIONS = pl.Schema(
    {
        "finding_id": pl.String,
        "decision": pl.String,
        "reason": pl.String,
        "by": pl.String,
        "until": pl.Date,
    }
)


@dataclass(frozen=True)
class Figure:
    """A quantity in an article; `low` and `high` are told from `value` and `bound`."""

    series: str | None
    value: float | None
    authority: str | None = None
    bound: str = "exact"
    low: float | None = None
    high: float | None = None
    as_of: date | None = None
    as_of_source: str = "stated"
    metric: str | None = None
    kind: str | None = None
    unit: str = "count"
    modality: str = "asserted"
    quote: str | None = None
    note: str = ""
    place: str | None = None
    window: tuple[date, date] | None = None
    sentence: int | None = None
    part_of: int | None = None
    """Position of the whole among the figures of the article."""

    def words(self) -> str:
        if self.quote:
            return self.quote
        if self.value is None:
            return f"{self.low:,.0f} to {self.high:,.0f}"
        return f"{self.value:,.0f}" if self.value == int(self.value) else str(self.value)

    def interval(self) -> tuple[float | None, float | None]:
        match self.bound:
            case "at_least" | "more_than":
                return self.value, None
            case "at_most" | "less_than":
                return None, self.value
            case "between" | "vague":
                return self.low, self.high
        return self.value, self.value


@dataclass(frozen=True)
class Piece:
    """An article version with its figures; the same `origin` makes it a reprint."""

    outlet: str
    day: date | None
    figures: tuple[Figure, ...]
    origin: str | None = None
    key: str | None = None
    version: int = 1
    is_latest: bool = True
    corrected_on: date | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        return (self.outlet, self.day, self.key, self.version, self.figures)


def article(outlet: str, day: date | None, *figures: Figure, **fields: object) -> Piece:
    return Piece(outlet, day, figures, **fields)


@dataclass(frozen=True)
class World:
    """The frames that reconciliation reads."""

    articles: pl.DataFrame
    corrections: pl.DataFrame
    facts: pl.DataFrame

    def shuffled(self, seed: int) -> "World":
        return World(
            self.articles.sample(fraction=1, shuffle=True, seed=seed),
            self.corrections.sample(fraction=1, shuffle=True, seed=seed + 1),
            self.facts.sample(fraction=1, shuffle=True, seed=seed + 2),
        )


def world(pieces: Iterable[Piece], catalogue: Catalogue | None = None) -> World:
    """Make the frames of the articles; metric, kind and place come from the series."""
    catalogue = catalogue or load()
    articles, corrections, facts = [], [], []
    for piece in pieces:
        article_id = content_id(*piece.identity)
        text, spans = spell(piece)
        articles.append(article_row(piece, article_id, text))
        if piece.corrected_on:
            corrections.append(correction_row(piece, article_id, text))
        facts += fact_rows(piece, article_id, text, spans, catalogue)
    return World(
        pl.DataFrame(articles, schema=Articles.create_empty().schema, orient="row"),
        pl.DataFrame(corrections, schema=Corrections.create_empty().schema, orient="row"),
        pl.DataFrame(facts, schema=Facts.create_empty().schema, orient="row"),
    )


def spell(piece: Piece) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Return a text with a sentence for each figure, and (sentence, quote) spans in it.

    Figures of the same `sentence` number share one; retracted ones stand last, in the notice.
    """
    text, spans = "", []
    for number, figure in enumerate(piece.figures):
        joined = figure.sentence is not None and number > 0
        joined = joined and piece.figures[number - 1].sentence == figure.sentence
        start = spans[-1][0] if joined else len(text)
        lead = (
            f"; {figure.note} " if joined else f"{figure.authority or piece.outlet} {figure.note}: "
        )
        text += lead
        quote = (len(text), len(text) + len(figure.words()))
        text += figure.words()
        spans.append((start, len(text), *quote))
        if joined:  # the sentence has grown for those before, too
            spans = [(s, len(text) if s == start else e, q, r) for s, e, q, r in spans]
        following = piece.figures[number + 1 : number + 2]
        if not following or figure.sentence is None or following[0].sentence != figure.sentence:
            text += ".\n"
            spans = [(s, len(text) - 1 if s == start else e, q, r) for s, e, q, r in spans]
    return text, spans


def article_row(piece: Piece, article_id: str, text: str) -> dict[str, object]:
    key = piece.key or article_id
    return {
        "article_id": article_id,
        "article_key": key,
        "version": piece.version,
        "is_latest": piece.is_latest,
        "file_id": article_id,
        "raw_path": f"{key}.txt",
        "record_key": None,
        "outlet": piece.outlet,
        "agency": None,
        "title": None,
        "byline": None,
        "url": None,
        "published_on": piece.day,
        "published_source": "manifest" if piece.day else None,
        "published_evidence": None,
        "text": text,
        "segments": [{"role": "body", "start": 0, "end": len(text)}],
        "origin_id": content_id(piece.origin or article_id),
        "language": "en",
    }


def correction_row(piece: Piece, article_id: str, text: str) -> dict[str, object]:
    return {
        "article_id": article_id,
        "corrected_on": piece.corrected_on,
        "start": 0,
        "end": len(text),
        "text": text,
    }


def fact_rows(
    piece: Piece,
    article_id: str,
    text: str,
    spans: list[tuple[int, int, int, int]],
    catalogue: Catalogue,
) -> list[dict[str, object]]:
    ids = [content_id(article_id, *span[2:]) for span in spans]
    rows = []
    for figure, fact_id, (start, end, quote_start, quote_end) in zip(
        piece.figures, ids, spans, strict=True
    ):
        series = catalogue.series.get(figure.series or "")
        low, high = figure.interval()
        as_of = figure.as_of or piece.day
        rows.append(
            {
                "fact_id": fact_id,
                "article_id": article_id,
                "sentence": text[start:end],
                "sentence_start": start,
                "sentence_end": end,
                "quote": text[quote_start:quote_end],
                "quote_start": quote_start,
                "quote_end": quote_end,
                "value": figure.value,
                "low": low,
                "high": high,
                "bound": figure.bound,
                "unit": figure.unit,
                "currency": None,
                "counted": None,
                "predicate": None,
                "metric": figure.metric or (series.metric if series else None),
                "series": figure.series,
                "place": figure.place or (series.place if series else None),
                "kind": figure.kind or (series.kind if series else None),
                "window_start": figure.window[0] if figure.window else None,
                "window_end": figure.window[1] if figure.window else None,
                "as_of": as_of,
                "as_of_source": figure.as_of_source if figure.as_of else as_of and "published",
                "attribution": None,
                "attribution_start": None,
                "attribution_end": None,
                "authority": figure.authority,
                "framing": None,
                "modality": figure.modality,
                "whole_fact_id": None if figure.part_of is None else ids[figure.part_of],
                "segment_role": "body",
                "confidence": 1.0,
                "extractor": "worlds-1",
            }
        )
    return rows


def warehouse(world: World, catalogue: Catalogue | None = None) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds the world and the catalogue, nothing derived."""
    con = duckdb.connect()
    for schema in ("core", "out", "catalogue"):
        con.execute(f"create schema {schema}")
    con.register("adjudications", ADJUDICATIONS.to_frame())
    con.execute("create table core.adjudications as from adjudications")
    fill(con, world)
    for name, frame in (catalogue or load()).frames().items():
        con.register("incoming", frame)
        con.execute(f"create table catalogue.{name} as from incoming")
        con.unregister("incoming")
    return con


def fill(con: duckdb.DuckDBPyConnection, world: World) -> None:
    """Put the world in the place of the one that the database holds."""
    for name in ("articles", "corrections", "facts"):
        con.register("incoming", getattr(world, name))
        con.execute(f"create or replace table core.{name} as from incoming")
        con.unregister("incoming")
