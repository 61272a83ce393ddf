"""Extraction against hand-made gold: what a careful reader finds in real articles.

Belongs here: laying gold articles out as a warehouse and having them scored. The scoring itself is
the tool beside the gold. Gold of our own (`examples/`) says of articles of the corpus what their
quantities are, by the article's id and offsets, in the keys of the gold beside the project.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import duckdb
import polars as pl

from assets.catalogue.catalogue import load
from assets.core.facts.extract import extract
from tests.evaluation.scoring import ABSENT, SHARED, Measured, records
from tests.ingest import ingest

EXAMPLES = Path(__file__).parent / "examples"
LEVELS = ("value", "value+bound", "value+metric", "value+authority", "value+series")
CORPUS = ("nexis_2023.jsonl", "rss_ledes_2023.jsonl")


@dataclass(frozen=True)
class Gold:
    """Gold records and the articles that they are about."""

    name: str
    path: Path
    articles: pl.DataFrame
    texts: dict[str, str]

    @cached_property
    def facts(self) -> pl.DataFrame:
        """What we extract from the articles."""
        return extract(self.articles, load())

    def records(self) -> list[dict]:
        """Return the gold records, in reading order."""
        return list(records(self.path))


@cache
def gold_sets() -> tuple[Gold, ...]:
    """Return the gold beside the project, then our own."""
    return tuple(_gold_sets())


def _gold_sets() -> Iterator[Gold]:
    folder = SHARED / "gold"
    seeds = [*(SHARED / "seeds").iterdir(), SHARED / "seeds.manifest.csv"]
    yield Gold("seeds", folder / "seeds.jsonl", read_inbox(seeds), {})
    docs = folder / "development_docs.jsonl"
    texts = {doc["id"]: doc["text"] for doc in records(docs)}
    yield Gold("development", folder / "development.jsonl", read_inbox([docs]), texts)
    for path in sorted(EXAMPLES.glob("*.jsonl")):
        articles = corpus_articles({record["doc"] for record in records(path)})
        yield Gold(f"examples/{path.stem}", path, articles, texts_of(articles))


def read_inbox(sources: list[Path]) -> pl.DataFrame:
    """Return the articles of files, read as they would be from the inbox."""
    with tempfile.TemporaryDirectory() as folder:
        inbox, home = Path(folder) / "inbox", Path(folder) / "home"
        inbox.mkdir()
        for path in sources:
            shutil.copy(path, inbox / path.name.replace("seeds.manifest", "manifest"))
        return ingest(inbox, home).articles


def corpus_articles(docs: set[str]) -> pl.DataFrame:
    """Return the articles of the corpus that are named by file or by record."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "records.jsonl"
        known = (r for name in CORPUS for r in records(SHARED / "corpus" / name))
        chosen.write_text("".join(json.dumps(r) + "\n" for r in known if r["id"] in docs))
        files = [p for p in (SHARED / "corpus").glob("*_markers/*") if p.name in docs]
        return read_inbox([*files, chosen])


def texts_of(articles: pl.DataFrame) -> dict[str, str]:
    """Return the text of each article by the names that gold can call it."""
    rows = articles.select("raw_path", "record_key", "text").iter_rows()
    return {key: text for *keys, text in rows for key in keys if key}


def score(gold: Gold, *options: str) -> str:
    """Return what the scoring tool prints of what we extract from the gold's articles."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse, docs = Path(folder) / "gold.duckdb", Path(folder) / "docs.jsonl"
        texts = [{"id": key, "text": text} for key, text in gold.texts.items()]
        docs.write_text("".join(json.dumps(text) + "\n" for text in texts))
        with duckdb.connect(str(warehouse)) as con:
            con.execute("create schema core")
            for name, frame in (("articles", gold.articles), ("facts", gold.facts)):
                con.register("frame", frame)
                con.execute(f"create table core.{name} as from frame")
        tool = SHARED / "tools/score_facts.py"
        command = [sys.executable, tool, warehouse, gold.path, "--docs", docs, *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(*options: str) -> str:
    """Return the scores on all gold."""
    if not SHARED.is_dir():
        return f"Gold: {ABSENT.format(SHARED)}"
    return "\n".join(f"Gold, {gold.name}:\n{score(gold, *options)}" for gold in gold_sets())


def measured() -> Iterator[Measured]:
    """Yield the F1 scores on each gold."""
    for gold in gold_sets() if SHARED.is_dir() else ():
        scored = json.loads(score(gold, "--json"))
        found = [f"{level.removeprefix('value+')} {scored[level]['f1']:.2f}" for level in LEVELS]
        yield Measured("quantities read by hand, F1", f"gold, {gold.name}", ", ".join(found))


if __name__ == "__main__":
    print(report(*sys.argv[1:]))
