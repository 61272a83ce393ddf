"""Versions: which texts are one work, in which order they were published.

Belongs here: what an article's version is among the others of its key. Not here: what makes the
key (`articles.py`).
"""

import polars as pl


def assign_versions(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `Articles` with version and is_latest, whatever order they came in.

    A version that two files hold is one row, of the file that came first. Versions count by the day
    of publication, then by the last correction that the text tells of, then by arrival.
    """
    rows = articles.sort("received_at", "raw_path", "article_id")
    rows = rows.unique("article_id", keep="first", maintain_order=True)
    order = ["published_on", "revised_on", "received_at", "article_id"]
    rows = rows.sort("article_key", *order, nulls_last=False)
    number = pl.int_range(1, pl.len() + 1).over("article_key")
    return rows.with_columns(
        version=number.cast(pl.Int64),
        is_latest=number == pl.len().over("article_key"),
    ).sort("article_key", "version")
