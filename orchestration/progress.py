"""How far the work is: a bar for who watches a terminal, lines in the log for who looks later.

Belongs here: counting and saying. Not here: the work. Dagster keeps what the logger `crosstally`
says with the run (`dagster.yaml`).
"""

import logging
import sys
from collections.abc import Iterable
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from orchestration.extraction import Extracted

LOG = logging.getLogger("crosstally")
SECONDS_BETWEEN_LINES = 30.0


def watch(batches: Iterable[Extracted], total: int) -> None:
    """Draw all of the batches, and say how far they are; no batches are not worth a word."""
    if not total:
        return
    started = said = monotonic()
    articles = facts = 0
    with bar() as progress:
        task = progress.add_task("extracting", total=total)
        for done, batch in enumerate(batches, start=1):
            articles += batch.articles
            facts += batch.facts
            progress.advance(task)
            now = monotonic()
            if done == total or now - said > SECONDS_BETWEEN_LINES:
                said = now
                rate = articles / max(now - started, 1e-3)
                LOG.info(
                    "Extracted %s of %s batches: %s articles, %s facts, %.0f articles a second.",
                    *(f"{count:,}" for count in (done, total, articles, facts)),
                    rate,
                )


def bar() -> Progress:
    """Return a progress bar, which stays invisible where nobody watches."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
