"""Origins: which articles are copies or rewrites of one piece of copy.

Belongs here: finding candidates by MinHash, deciding by containment, and the one id of all that
hang together. Not here: who is credited (`outlets.py`).

A copy is known by the runs of three words, the shingles, that it shares with another text. Abridged
copy has few of the larger text's, so what counts is the part of the smaller text that they share.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any, Final

import numpy as np
import polars as pl
from datasketch import MinHash, MinHashLSH
from numpy.typing import NDArray

Shingles = NDArray[np.uint32]

PERMUTATIONS: Final = 48
BANDS: Final = (24, 2)
"""Bands and their width: a copy of half the paragraphs is a candidate in 999 of 1,000 cases."""
SAMPLE: Final = 4  # one shingle of so many enters the MinHash, the same ones in every text
MAX_DAYS: Final = timedelta(days=7)
"""Copies follow within a week; later likeness is background that an outlet uses again."""
MIN_SHARED: Final = 12  # shingles; fewer may be one quotation
MIN_PART: Final = 0.5
MIN_PART_CREDITED: Final = 0.3
"""Where both credit one agency: a rewrite keeps about a third of the wording."""
MAX_RATIO: Final = 6  # a long digest is no copy of each short piece in it
PUNCTUATION: Final = ".,;:!?…\"'“”‘’()[]–—-"
ODDS: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
CHUNK: Final = 2_000  # articles shingled at a time, to bound memory


def assign_origins(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `Articles` with origin_id, whatever order they came in.

    The id is that of the article that comes first by day of publication. Versions of one work have
    one origin, too.
    """
    rows = articles.sort("published_on", "article_id", nulls_last=True)
    shingles = [one for chunk in rows.iter_slices(CHUNK) for one in _shingles(chunk)]
    known = rows.select("article_key", "agency", "published_on").rows(named=True)
    first = list(range(rows.height))  # each article's origin so far, by row: a forest of unions

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    for one, other in _candidates(shingles, known):
        low, high = sorted((root(one), root(other)))
        if low != high and _is_copy(one, other, shingles, known):
            first[high] = low
    ids = rows["article_id"]
    return rows.with_columns(origin_id=ids.gather([root(row) for row in range(rows.height)]))


def _shingles(articles: pl.DataFrame) -> Iterator[Shingles]:
    """Yield the sorted hashes of each article's shingles, of its body only."""
    words = (
        pl.LazyFrame({"article": range(articles.height), "word": _bodies(articles)})
        .with_columns(pl.col("word").str.to_lowercase().str.replace_all("\n", " ", literal=True))
        .with_columns(pl.col("word").str.split(" "))
        .explode("word")
        .with_columns(pl.col("word").str.strip_chars(PUNCTUATION))
        .filter(pl.col("word") != "")
        .select("article", word=pl.col("word").hash(0))
        .collect()
    )
    article, word = words["article"].to_numpy(), words["word"].to_numpy()
    mixed = sum((word[place : len(word) - 2 + place] * odd for place, odd in enumerate(ODDS)))
    within = article[:-2] == article[2:]
    ends = np.searchsorted(article[:-2][within], np.arange(articles.height + 1))
    hashes = (mixed[within] >> np.uint64(32)).astype(np.uint32)
    for start, end in pairwise(ends):
        yield np.unique(hashes[start:end])


def _bodies(articles: pl.DataFrame) -> list[str]:
    """Return each article's body; all of its text where it has none."""
    return [
        "\n".join(text[s["start"] : s["end"]] for s in segments if s["role"] == "body") or text
        for text, segments in articles.select("text", "segments").iter_rows()
    ]


def _candidates(shingles: list[Shingles], known: list[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows that may be copies: versions of one work, and texts that share a band."""
    works: dict[str, int] = {}
    index = MinHashLSH(num_perm=PERMUTATIONS, params=BANDS)
    blank = MinHash(PERMUTATIONS, hashfunc=int)
    for row, (found, article) in enumerate(zip(shingles, known, strict=True)):
        yield works.setdefault(article["article_key"], row), row
        sketch = blank.copy()
        sampled = found[found % SAMPLE == 0]
        sketch.update_batch((sampled if sampled.size else found).tolist())
        if found.size:
            yield from ((other, row) for other in index.query(sketch))
            index.insert(row, sketch, check_duplication=False)


def _is_copy(one: int, other: int, shingles: list[Shingles], known: list[dict[str, Any]]) -> bool:
    """Tell whether two articles are of one origin."""
    first, second = known[one], known[other]
    if first["article_key"] == second["article_key"]:
        return True
    days = first["published_on"], second["published_on"]
    if None not in days and abs(days[0] - days[1]) > MAX_DAYS:
        return False
    smaller, larger = sorted((shingles[one].size, shingles[other].size))
    shared = np.intersect1d(shingles[one], shingles[other], assume_unique=True).size
    is_credited = not _agencies(first).isdisjoint(_agencies(second))
    part = MIN_PART_CREDITED if is_credited else MIN_PART
    if shared < MIN_SHARED:
        return shared == smaller == larger
    return larger <= MAX_RATIO * smaller and shared >= part * smaller


def _agencies(article: dict[str, Any]) -> set[str]:
    """Return the agencies that an article credits."""
    return set((article["agency"] or "").split(", ")) - {""}
