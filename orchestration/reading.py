"""The articles of one batch of files, in whatever process of this machine.

Belongs here: what a worker is sent, and what it does with it. Not here: reading formats
(`assets/core/articles`), where workers run (`work.py`).
"""

from pathlib import Path
from typing import NamedTuple

from assets.core.articles.articles import OUTCOMES, read_articles
from assets.core.articles.contract import Articles, Corrections
from assets.raw.files.contract import Files, Quarantine
from orchestration.sharing import catalogue_of
from orchestration.stage import PART, Stage

ARRIVAL = "arrival-1"  # version of raw.files: its rows tell of bytes and depend on no code of ours
READ = f"{PART}read"  # marks what reading has to say of a batch that arrived
ARTICLES_A_BATCH = 100  # two seconds of extraction: small enough to share out evenly


class FileBatch(NamedTuple):
    """A batch of files whose articles are to be read, named and not held."""

    stage: Path | str
    archive: Path
    reader: str
    batch: str


def read_batch(piece: FileBatch) -> None:
    """Read a staged batch of files from the archive and stage what they hold.

    Corrections are staged last, so a batch that has them has all.
    """
    stage, reader, batch = Stage(piece.stage), piece.reader, piece.batch
    files = stage.read_batch("raw.files", ARRIVAL, batch)
    outlets = catalogue_of(stage, reader).outlets.values()
    read = read_articles(files, piece.archive, outlets, files["received_at"].to_list()[-1])
    told = [name for name in OUTCOMES if name != "file_id"]
    described = files.drop(told).join(read.outcomes, on="file_id")
    stage.write("raw.files", reader, batch + READ, described, Files)
    stage.write("raw.quarantine", reader, batch + READ, read.quarantine, Quarantine)
    articles, rows = read.articles, ARTICLES_A_BATCH
    stage.write_parts("core.articles", reader, batch, articles, Articles, rows=rows)
    stage.write("core.corrections", reader, batch, read.corrections, Corrections)
