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
from datasketch import MinHash
from numpy.typing import NDArray

Shingles = NDArray[np.uint32]

PERMUTATIONS: Final = 64
"""Two make a band: of copies of half the text, 9,999 in 10,000 share one of the 32 bands."""
SAMPLE: Final = 4  # one shingle of so many enters the MinHash, the same ones in every text
NEIGHBOURS: Final = 4  # texts of one band that each is compared with; copies are each other's
MAX_DAYS: Final = timedelta(days=7)
"""Copies follow within a week; later likeness is background that an outlet uses again."""
MIN_SHARED: Final = 12  # shingles; fewer may be one quotation,
MIN_SHARED_WHOLLY: Final = 5  # unless they are all but the whole text
MIN_PART_WHOLLY: Final = 0.8
MIN_PART: Final = 0.5
MIN_PART_CREDITED: Final = 0.3
"""Where both credit one agency: a rewrite keeps about a third of the wording."""
MAX_RATIO: Final = 6  # a long digest is no copy of each short piece in it
PUNCTUATION: Final = ".,;:!?…\"'“”‘’()[]–—-"
ODDS: Final = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
CHUNK: Final = 500  # articles shingled at a time, to bound memory


def assign_origins(articles: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of `Articles` with origin_id, whatever order they came in.

    The id is that of the article that comes first by day of publication. Versions of one work have
    one origin, too.
    """
    rows = articles.sort("published_on", "article_id", nulls_last=True)
    if rows.is_empty():
        return rows
    shingles = [one for chunk in rows.iter_slices(CHUNK) for one in _shingles(chunk)]
    known = rows.select("article_key", "agency", "published_on").rows(named=True)
    first = list(range(rows.height))  # each article's origin so far, by row: a forest of unions

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    works = rows["article_key"].rank("dense").to_numpy()[:, None]
    for one, other in [*_neighbours(works), *_neighbours(_bands(shingles))]:
        low, high = sorted((root(one), root(other)))
        if low != high and _is_copy(one, other, shingles, known):
            first[high] = low
    ids = rows["article_id"]
    return rows.with_columns(origin_id=ids.gather([root(row) for row in range(rows.height)]))


def _bands(shingles: list[Shingles]) -> NDArray[np.uint64]:
    """Return the bands of each text's MinHash, a row a text: equal ones make texts candidates."""
    sketch = MinHash(PERMUTATIONS, hashfunc=int)
    sketches = np.empty((len(shingles), PERMUTATIONS), np.uint32)
    for row, found in enumerate(shingles):
        sketch.clear()
        sampled = found[found % SAMPLE == 0]
        sketch.update_batch((sampled if sampled.size else found).tolist())
        sketches[row] = sketch.hashvalues
    return sketches.view(np.uint64)


def _neighbours(bands: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """Yield once each the pairs of rows that stand close in a list of rows with an equal band."""
    count, width = bands.shape
    lists = pl.LazyFrame(
        {
            "row": np.repeat(np.arange(count), width),
            "band": np.tile(np.arange(width), count),
            "value": bands.ravel(),
        }
    ).sort("band", "value", "row")
    pairs = [
        lists.select(
            pl.col("row").shift(step).alias("one"),
            pl.col("row").alias("other"),
            same=(pl.col("band") == pl.col("band").shift(step))
            & (pl.col("value") == pl.col("value").shift(step)),
        ).filter("same")
        for step in range(1, NEIGHBOURS + 1)
    ]
    found = pl.concat(pairs).select("one", "other").unique().sort("one", "other").collect()
    yield from found.iter_rows()


def _shingles(articles: pl.DataFrame) -> Iterator[Shingles]:
    """Yield the hashes of each article's shingles, each once and sorted.

    An article's body alone counts; all of its text where it has none.
    """
    length = pl.col("end") - pl.col("start")
    is_body = pl.col("role").eq_missing("body")
    words = (
        articles.lazy()
        .select("text", "segments", article=pl.int_range(pl.len()))
        .explode("segments")
        .unnest("segments")
        .filter(is_body | ~is_body.any().over("article"))
        .select("article", word=pl.col("text").str.slice(pl.col("start").fill_null(0), length))
        .with_columns(pl.col("word").str.to_lowercase().str.replace_all("\n", " ", literal=True))
        .with_columns(pl.col("word").str.split(" "))
        .explode("word")
        .with_columns(pl.col("word").str.strip_chars(PUNCTUATION))
        .filter(pl.col("word") != "")
        .select("article", word=pl.col("word").hash(0))
        .collect()
    )
    article, word = words["article"].to_numpy(), words["word"].to_numpy()
    mixed = word[:-2] * ODDS[0] + word[1:-1] * ODDS[1] + word[2:] * ODDS[2]
    within = article[:-2] == article[2:]
    ends = np.searchsorted(article[:-2][within], np.arange(articles.height + 1))
    hashes = (mixed[within] >> np.uint64(32)).astype(np.uint32)
    for start, end in pairwise(ends):
        found = np.sort(hashes[start:end])
        yield found[np.diff(found, prepend=found[:1] ^ 1) != 0]


def _is_copy(one: int, other: int, shingles: list[Shingles], known: list[dict[str, Any]]) -> bool:
    """Tell whether two articles are of one origin."""
    first, second = known[one], known[other]
    if first["article_key"] == second["article_key"]:
        return True
    days = first["published_on"], second["published_on"]
    if None not in days and abs(days[0] - days[1]) > MAX_DAYS:
        return False
    smaller, larger = sorted((shingles[one].size, shingles[other].size))
    if larger > MAX_RATIO * smaller:
        return False
    shared = np.intersect1d(shingles[one], shingles[other], assume_unique=True).size
    is_credited = not _agencies(first).isdisjoint(_agencies(second))
    part = MIN_PART_CREDITED if is_credited else MIN_PART
    if shared < MIN_SHARED:
        return shared >= MIN_SHARED_WHOLLY and shared >= MIN_PART_WHOLLY * smaller
    return shared >= part * smaller


def _agencies(article: dict[str, Any]) -> set[str]:
    """Return the agencies that an article credits."""
    return set((article["agency"] or "").split(", ")) - {""}
