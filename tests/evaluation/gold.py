"""Extraction against hand-made gold: what a careful reader finds in real articles.

Belongs here: laying gold articles out as a warehouse and having them scored. The scoring itself is
the tool beside the gold.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
import polars as pl

from assets.catalogue.catalogue import load
from assets.core.facts.extract import extract
from tests.ingest import ingest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"


def read_inbox(*sources: Path) -> pl.DataFrame:
    """Return the articles of files and folders, read as they would be from the inbox."""
    with tempfile.TemporaryDirectory() as folder:
        inbox, home = Path(folder) / "inbox", Path(folder) / "home"
        inbox.mkdir()
        for source in sources:
            for path in source.iterdir() if source.is_dir() else [source]:
                shutil.copy(path, inbox / path.name.replace("seeds.manifest", "manifest"))
        return ingest(inbox, home).articles


def score(articles: pl.DataFrame, facts: pl.DataFrame, gold: Path, *options: str) -> str:
    """Return what the scoring tool prints of facts laid out as a warehouse."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "gold.duckdb"
        with duckdb.connect(str(warehouse)) as con:
            con.execute("create schema core")
            for name, frame in (("articles", articles), ("facts", facts)):
                con.register("frame", frame)
                con.execute(f"create table core.{name} as from frame")
        tool = SHARED / "tools/score_facts.py"
        command = [sys.executable, str(tool), str(warehouse), str(gold), *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def report(*options: str) -> str:
    """Return the scores on the seeds and on the development gold."""
    if not SHARED.is_dir():
        return "Gold: skipped, because ../shared is not here."
    catalogue = load()
    docs = SHARED / "gold/development_docs.jsonl"
    sets = {
        "seeds": (SHARED / "seeds", SHARED / "seeds.manifest.csv"),
        "development": (docs,),
    }
    parts = []
    for name, sources in sets.items():
        articles = read_inbox(*sources)
        facts = extract(articles, catalogue)
        gold = SHARED / "gold" / f"{name}.jsonl"
        scores = score(articles, facts, gold, "--docs", str(docs), *options)
        parts.append(f"Gold, {name}:\n{scores}")
    return "\n".join(parts)


if __name__ == "__main__":
    print(report(*sys.argv[1:]))
