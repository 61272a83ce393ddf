"""From article text to facts: the order of work.

Belongs here: the stages in their order, and the table they end in. Not here: any stage. Each has a
room beside this file: sentences and their parse (`text/`), numbers and what their words allow
(`quantities/`), what they count and stand in relation to (`linking/`), which metric that is and
whether it is said to be so (`meaning/`), who says it (`attribution/`), of which days (`time/`), of
which place, event and series (`setting/`). `reader.py` asks them in turn.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from assets.catalogue.catalogue import Catalogue
from assets.core.facts.confidence import confidence_of
from assets.core.facts.contract import Facts
from assets.core.facts.quantities.lexer import lex
from assets.core.facts.quantities.quantity import Quantity
from assets.core.facts.reader import Reader
from assets.core.facts.reading import Reading
from assets.core.facts.text.grammar import parse
from assets.core.facts.text.sentence import Article, Sentence
from assets.core.facts.text.splitter import sentences_of
from assets.identity import content_id

EXTRACTOR = "crosstally 2"  # another number has every article read for facts anew
CHUNK = 64  # articles whose parses are held at once: a bound on memory
READ_ROLES = frozenset({"body", "subhead", "caption", "related_link", "correction"})
# Cheap sign of a quantity; the lexer decides.
GATE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six"
    r"|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?"
    r"|(?:m|b|tr)illions?|dozens?|scores|half|halves|thirds?|quarters?|fifths?|tenths?|lakhs?|crores?"
    r"|halved|doubled|tripled|a (?:day|week|month|year|couple|century|decade))\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Work:
    """An article with its sentences, and the quantities of those that hold some."""

    article: Article
    sentences: list[Sentence]
    quantities: dict[int, list[Quantity]] = field(default_factory=dict)


def extract(articles: pl.DataFrame, catalogue: Catalogue) -> pl.DataFrame:
    """Return the facts (contract `Facts`) of article versions (contract `Articles`)."""
    rows = [_row(article, reading) for article, reading in readings(articles, catalogue)]
    return pl.DataFrame(rows, schema=Facts.create_empty().schema, orient="row")


def readings(articles: pl.DataFrame, catalogue: Catalogue) -> Iterator[tuple[Article, Reading]]:
    """Yield what every quantity of the articles says, in reading order.

    What is told to be of another language than English is not read.
    """
    reader = Reader(catalogue)
    is_read = pl.col("language").is_null() | (pl.col("language") == "en")
    for chunk in articles.filter(is_read).iter_slices(CHUNK):
        works = [_opened(row) for row in chunk.iter_rows(named=True)]
        _parse_all(works)
        for work in works:
            for reading in reader.read(work.article, work.sentences, work.quantities):
                yield work.article, reading


def _opened(row: Mapping[str, object]) -> Work:
    """Split an article and read the quantities of its sentences."""
    article = Article(**{name: row[name] for name in Article.__slots__})  # type: ignore[arg-type]
    work = Work(article, sentences_of(article.text, row["segments"]))  # type: ignore[arg-type]
    for index, sentence in enumerate(work.sentences):
        if sentence.role in READ_ROLES and GATE.search(sentence.text):
            quantities = [] if sentence.text.isdigit() else lex(sentence.text)  # of a heading
            if quantities:
                work.quantities[index] = quantities
    return work


def _parse_all(works: Sequence[Work]) -> None:
    gated = [work.sentences[index] for work in works for index in work.quantities]
    for sentence, doc in zip(gated, parse(s.text for s in gated), strict=True):
        sentence.parse = doc


def _row(article: Article, reading: Reading) -> dict[str, object]:
    """Return a reading as a row of the contract."""
    sentence, (start, end) = reading.sentence, _span(reading)
    quantity, who, when = reading.quantity, reading.attribution, reading.dating
    whole = reading.whole
    return {
        "fact_id": content_id(article.article_id, start, end),
        "article_id": article.article_id,
        "sentence": sentence.text,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "quote": article.text[start:end],
        "quote_start": start,
        "quote_end": end,
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "bound": quantity.bound,
        "unit": reading.unit,
        "currency": quantity.currency,
        "counted": reading.counted,
        "predicate": reading.predicate,
        "metric": reading.metric,
        "series": reading.series,
        "place": reading.place,
        "kind": reading.kind,
        "window_start": when.window_start,
        "window_end": when.window_end,
        "as_of": when.as_of,
        "as_of_source": when.as_of_source,
        "attribution": who and who.text,
        "attribution_start": who and who.start,
        "attribution_end": who and who.end,
        "authority": who and who.authority,
        "framing": who and who.framing,
        "modality": reading.modality,
        "whole_fact_id": whole and content_id(article.article_id, *_span(whole)),
        "segment_role": sentence.role,
        "confidence": confidence_of(reading),
        "extractor": EXTRACTOR,
    }


def _span(reading: Reading) -> tuple[int, int]:
    """Return where the quantity stands in the article's text."""
    offset = reading.sentence.start
    return offset + reading.quantity.start, offset + reading.quantity.end
