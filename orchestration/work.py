"""Where independent pieces of work are done: in this process, or in one process a core.

Belongs here: choosing between them, and the one function that other processes are sent. A piece is
named by paths and small values, never by its data, so it could be done on another machine as well.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import polars as pl

from assets.catalogue.catalogue import Catalogue, load
from assets.core.facts.contract import Facts
from assets.core.facts.extract import extract
from orchestration.stage import Stage

Piece = TypeVar("Piece")
Result = TypeVar("Result")
WORTH_A_PROCESS = 2  # pieces; below, starting a process costs more than it saves


def each(function: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
    """Yield the result of each piece as it is done, in no certain order."""
    todo = list(pieces)
    workers = min(len(todo), os.cpu_count() or 1)
    if len(todo) < WORTH_A_PROCESS or workers == 1:
        yield from map(function, todo)
        return
    # A forked copy of a process that runs threads (Dagster, polars) may hang; a fresh one cannot.
    with ProcessPoolExecutor(workers, mp_context=get_context("forkserver")) as pool:
        for future in as_completed([pool.submit(function, piece) for piece in todo]):
            yield future.result()


@cache
def _catalogue(overlays: tuple[Path, ...]) -> Catalogue:
    return load(*overlays)


def extract_batch(piece: tuple[Path, str, str, str, tuple[Path, ...]]) -> int:
    """Read a staged batch of articles, stage its facts, and return how many there are.

    The piece is (stage folder, reader version, extractor version, batch, catalogue overlays).
    """
    folder, reader, extractor, batch, overlays = piece
    stage = Stage(folder)
    articles = pl.read_parquet(stage.path("core.articles", reader, batch))
    facts = extract(articles, _catalogue(overlays))
    stage.write("core.facts", extractor, batch, facts, Facts)
    return facts.height
