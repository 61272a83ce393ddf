"""Origins on copies made of real articles, and on real articles of one day about one event.

A copy keeps half of the paragraphs in another order, under another title and outlet. A rewrite
keeps all of them with every fifth word changed; to make it hard, all texts then credit one agency.
Each lies in one table with all the originals, so what joins two different works is seen, too:
between outlets that is a mistake, unless the titles agree, by which the few real copies of the
corpus are known.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from assets.core.articles.origins import assign_origins
from tests.evaluation.scoring import ABSENT, SHARED, Measured, table
from tests.ingest import ingest

CORPUS = SHARED / "corpus"
MIN_PARAGRAPHS = 6  # an article; ledes are not abridged
MIN_COMMON_NAMES = 4
NAME = re.compile(r"\b[A-Z][a-z]{3,}")
SENTENCES = re.compile(r"(?:[^.]*\. ?){1,3}")
AGENCY = "Reuters"


def report() -> str:
    if not CORPUS.is_dir():
        return ABSENT.format(CORPUS)
    header = ("", "made", "recall", "precision", "wrong")
    return table("Origins of copies, among reports of one day and event", [header, *figures()])


def measured() -> Iterator[Measured]:
    """Yield how copies are known again."""
    for name, made, recall, precision, _ in figures()[1:] if CORPUS.is_dir() else ():
        on = f"{made} made of corpus articles"
        yield Measured(f"{name}: one origin", on, f"recall {recall}, precision {precision}")


@cache
def figures() -> list[tuple[str, ...]]:
    """The rows of the table."""
    with TemporaryDirectory() as home:
        originals = ingest(CORPUS, Path(home)).articles.with_columns(
            work="article_id",
            outlet=pl.coalesce("outlet", pl.col("raw_path").str.split("_").list.first()),
        )
    long = [row for row in originals.to_dicts() if len(paragraphs(row)) >= MIN_PARAGRAPHS]
    pairs = sum(same_event(*pair) for pair in combinations(long, 2))
    rows = [("pairs of one day and event", str(pairs))]
    for name, make in (("abridged copy", abridged), ("credited rewrite", rewritten)):
        chance = random.Random(name)  # noqa: S311 - repeatable, not secret
        copies = pl.DataFrame([make(row, chance) for row in long], schema=originals.schema)
        credited = pl.lit(AGENCY) if make is rewritten else pl.col("agency")
        joined = pl.concat([originals, copies]).with_columns(agency=credited)
        found, wrong = judge(assign_origins(joined))
        recall, precision = found / len(long), found / (found + wrong)
        rows.append((name, str(len(long)), f"{recall:.3f}", f"{precision:.3f}", str(wrong)))
    return rows


def paragraphs(row: dict) -> list[str]:
    """The paragraphs of a body; of a page flattened to one line, runs of three sentences."""
    body = [
        row["text"][segment["start"] : segment["end"]]
        for segment in row["segments"]
        if segment["role"] == "body"
    ]
    return body if len(body) >= MIN_PARAGRAPHS else SENTENCES.findall(" ".join(body))


def same_event(one: dict, other: dict) -> bool:
    return (
        one["published_on"] == other["published_on"]
        and one["outlet"] != other["outlet"]
        and len(names(one) & names(other)) >= MIN_COMMON_NAMES
    )


def names(row: dict) -> set[str]:
    return set(NAME.findall(row["text"][:600]))


def abridged(row: dict, chance: random.Random) -> dict:
    kept = chance.sample(paragraphs(row), k=(len(paragraphs(row)) + 1) // 2)
    return copied(row, kept)


def rewritten(row: dict, chance: random.Random) -> dict:
    rewrite = [
        " ".join("other" if place % 5 == 4 else word for place, word in enumerate(part.split()))
        for part in paragraphs(row)
    ]
    return copied(row, rewrite)


def copied(row: dict, body: list[str]) -> dict:
    """A copy of a row with another body, title, outlet and address, so also another key."""
    text = "\n".join(body)
    made = {"article_id": f"{row['article_id']}c", "article_key": f"copy of {row['article_key']}"}
    return (
        row
        | made
        | {
            "title": f"Copy: {row['title']}",
            "outlet": "The Copier",
            "url": None,
            "text": text,
            "segments": [{"role": "body", "start": 0, "end": len(text)}],
        }
    )


def judge(articles: pl.DataFrame) -> tuple[int, int]:
    """How many copies were joined to their work, and works of two outlets to each other."""
    found, wrong = 0, 0
    for group in articles.partition_by("origin_id"):
        works = group.to_dicts()
        found += sum(one["work"] == other["work"] for one, other in combinations(works, 2))
        originals = [row for row in works if row["outlet"] != "The Copier"]
        wrong += sum(
            one["outlet"] != other["outlet"] and one["title"] != other["title"]
            for one, other in combinations(originals, 2)
        )
    return found, wrong
