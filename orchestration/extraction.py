"""The facts of one batch of articles, in whatever process.

Belongs here: what a worker is sent, and what it does with it. Not here: reading text
(`assets/core/facts`), where workers run (`work.py`).
"""

from pathlib import Path
from typing import NamedTuple

from assets.core.facts.contract import Facts
from assets.core.facts.extract import EXTRACTOR, extract
from orchestration.sharing import catalogue_of
from orchestration.stage import Stage
from orchestration.work import WorkError


class Batch(NamedTuple):
    """A batch of articles whose facts are to be extracted, named and not held."""

    stage: Path | str
    reader: str
    extractor: str
    batch: str


class Extracted(NamedTuple):
    """What a batch came to."""

    articles: int
    facts: int


def extract_batch(piece: Batch) -> Extracted:
    """Read a staged batch of articles and stage its facts."""
    if not piece.extractor.startswith(EXTRACTOR):
        raise WorkError(
            f"This worker extracts with {EXTRACTOR!r} and was asked for {piece.extractor!r}: "
            "give workers the release that the run has."
        )
    stage = Stage(piece.stage)
    articles = stage.read_batch("core.articles", piece.reader, piece.batch)
    facts = extract(articles, catalogue_of(stage, piece.extractor))
    stage.write("core.facts", piece.extractor, piece.batch, facts, Facts)
    return Extracted(articles.height, facts.height)
