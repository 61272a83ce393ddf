"""How fast 10,000 marker files become articles, on one core, and what it costs to look again.

The files are altered copies of one another, so that origins have as much to do as they ever will.
Seconds are of the processor; those of the disk depend on the machine.
"""

import random
import resource
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from assets.contract import empty
from assets.core.articles.articles import read_articles
from assets.core.articles.origins import assign_origins
from assets.core.articles.versions import assign_versions
from assets.raw.files.contract import Inventory
from assets.raw.files.inbox import scan
from tests.evaluation.scoring import table
from tests.ingest import NOW, OUTLETS

COUNT = 10_000
WORKS = 250  # of which all the files are altered copies
SENTENCES = 60  # of which half to all are kept: 4,000 characters on average
WORDS = ("harbour", "boat", "storm", "coast", "guard", "mayor", "wind", "rope", "sail", "crew")
BAR = 1_500
Result = TypeVar("Result")


def report() -> str:
    with TemporaryDirectory() as folder:
        inbox, archive = Path(folder, "inbox"), Path(folder, "archive")
        write_inbox(inbox)
        nothing = empty(Inventory)
        seen, scanning = timed(lambda: scan(inbox, archive, nothing, NOW))
        again, looking = timed(lambda: scan(inbox, archive, seen.inventory, NOW))
        read, reading = timed(lambda: read_articles(seen.files, archive, OUTLETS, NOW))
        _, settling = timed(lambda: assign_origins(assign_versions(read.articles)))
    total = scanning + reading + settling
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    steps = (("take in", scanning), ("read", reading), ("versions and origins", settling))
    rows = [
        ("step", "seconds", "files a second"),
        *((name, f"{seconds:.2f}", f"{COUNT / seconds:,.0f}") for name, seconds in steps),
        ("in all", f"{total:.2f}", f"{COUNT / total:,.0f}"),
        ("look again", f"{looking:.2f}", f"{again.files.height} new"),
        ("memory, MB", f"{memory:,.0f}"),
    ]
    return table(
        f"Ingestion of {read.articles.height:,} articles (bar: {BAR:,} files a second)", rows
    )


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


def write_inbox(inbox: Path) -> None:
    inbox.mkdir()
    chance = random.Random(COUNT)  # noqa: S311 - repeatable, not secret
    works = [[sentence(chance, work) for _ in range(SENTENCES)] for work in range(WORKS)]
    for number in range(COUNT):
        kept = chance.sample(works[number % WORKS], k=chance.randrange(SENTENCES // 2, SENTENCES))
        (inbox / f"{number:05}.txt").write_text(
            f" F-N-S-T-A-R-T. {number} F-N-E-N-D.  D-A-T-E-S-T-A-R-T. 2024-02-08 D-A-T-E-E-N-D.  "
            f"T-I-T-L-E-S-T-A-R-T. Boats {number} T-I-T-L-E-E-N-D.  "
            f"T-E-X-T-S-T-A-R-T. {' '.join(kept)} T-E-X-T-E-N-D. "
        )


def sentence(chance: random.Random, work: int) -> str:
    own = [f"{word}{work}" for word in WORDS]
    return " ".join(chance.choices([*WORDS, *own], k=14)).capitalize() + "."
