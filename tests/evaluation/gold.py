"""Extraction against hand-made gold: what a careful reader finds in real articles.

Belongs here: laying gold articles out as a warehouse and having them scored. The scoring itself is
the tool beside the gold.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from assets.catalogue.catalogue import load
from assets.core.articles.contract import Articles
from assets.core.facts.extract import extract
from assets.identity import content_id

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
MARKERS = ("T-E-X-T-S-T-A-R-T.", "T-E-X-T-E-N-D.")


def article(key: str, text: str, outlet: str, published: str | None, title: str | None, **more):
    """Return one row of the contract `Articles` whose whole text is body, unless told otherwise."""
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
        "published_source": "document",
        "published_evidence": None,
        "text": text,
        "segments": more.get("segments") or [{"role": "body", "start": 0, "end": len(text)}],
        "origin_id": content_id(text),
        "language": "en",
    }


def table(rows) -> pl.DataFrame:
    """Return rows as a frame of the contract `Articles`."""
    return pl.DataFrame(list(rows), schema=Articles.create_empty().schema, orient="row")


def development_articles() -> pl.DataFrame:
    """Return the articles of the development gold, their text being all body."""
    docs = map(json.loads, (SHARED / "gold/development_docs.jsonl").open(encoding="utf-8"))
    return table(article(d["id"], d["text"], d["outlet"], d["published"], d["title"]) for d in docs)


def seed_articles() -> pl.DataFrame:
    """Return the seed articles, read without the project's readers."""
    manifest = pl.read_csv(SHARED / "seeds.manifest.csv").rows_by_key("raw_path", named=True)
    return table(_seed(path, manifest) for path in sorted((SHARED / "seeds").iterdir()))


def _seed(path: Path, manifest):
    text = path.read_text(encoding="utf-8")
    fields = manifest[path.name][0]
    published, title = fields["published_on"], fields["title"]
    if MARKERS[0] in text:
        published = text.split("D-A-T-E-S-T-A-R-T. ")[1][:10]
        title = text.split("T-I-T-L-E-S-T-A-R-T. ")[1].split(" T-I-T-L-E-E-N-D.")[0]
        text = text.split(MARKERS[0])[1].split(MARKERS[1])[0].strip()
    correction = text.find("Correction ")
    cut = correction if correction >= 0 else len(text)
    segments = [{"role": "body", "start": 0, "end": cut}]
    if cut < len(text):
        segments.append({"role": "correction", "start": cut, "end": len(text)})
    return article(path.name, text, fields["outlet"], published, title, segments=segments)


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
    parts = []
    for title, articles, gold, more in (
        ("seeds", seed_articles(), "seeds.jsonl", ()),
        ("development", development_articles(), "development.jsonl", ("--docs", str(docs))),
    ):
        facts = extract(articles, catalogue)
        scores = score(articles, facts, SHARED / "gold" / gold, *more, *options)
        parts.append(f"Gold, {title}:\n{scores}")
    return "\n".join(parts)


if __name__ == "__main__":
    print(report(*sys.argv[1:]))
