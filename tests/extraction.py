"""Short texts made into articles and read: what tests of extraction share."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

import polars as pl

from assets.catalogue.catalogue import Catalogue
from assets.core.articles.contract import Articles
from assets.core.facts.extract import extract
from assets.identity import content_id


def article(key, text, outlet=None, published=None, title=None, *, segments=None):
    """Return a row of the contract `Articles` whose whole text is body, unless told otherwise."""
    return {
        "article_id": content_id(key, text),
        "article_key": key,
        "version": 1,
        "is_latest": True,
        "file_id": content_id(text),
        "raw_path": key,
        "record_key": key,
        "outlet": outlet,
        "agency": None,
        "title": title,
        "byline": None,
        "url": None,
        "published_on": published and date.fromisoformat(published[:10]),
        "published_source": published and "document",
        "published_evidence": None,
        "is_date_disputed": False,
        "received_at": datetime(2024, 4, 5, 12, tzinfo=UTC),
        "text": text,
        "segments": segments or [{"role": "body", "start": 0, "end": len(text)}],
        "origin_id": content_id(text),
        "language": "en",
    }


def articles(rows: Iterable[dict]) -> pl.DataFrame:
    """Return rows as a frame of the contract `Articles`."""
    return pl.DataFrame(list(rows), schema=Articles.create_empty().schema, orient="row")


def read_texts(texts: Iterable[str], catalogue: Catalogue, published="2024-04-05"):
    """Return the facts of each text, by the text, each read as an article of its own."""
    frame = articles(article(text, text, published=published) for text in texts)
    rows = extract(frame, catalogue).to_dicts()
    keys = dict(frame.select("article_id", "text").iter_rows())
    return {text: [r for r in rows if keys[r["article_id"]] == text] for text in keys.values()}
