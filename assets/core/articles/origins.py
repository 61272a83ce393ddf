"""Origins: which articles are copies or rewrites of one piece of copy.

Belongs here: candidates by MinHash, the decision by containment. Not here: who is credited
(`outlets.py`).
"""

import polars as pl


def assign_origins(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `Articles` with origin_id, whatever order they came in."""
    return articles
