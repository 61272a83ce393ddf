"""Where independent pieces of work are done: here, in one process a core, or on a Dask cluster.

Belongs here: choosing between them. Not here: the work (`reading.py`, `extraction.py`). A piece is
named by addresses and small values, never by its data, so any machine that reaches the stage can do
it; a piece done twice is written the same.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context, parent_process
from os import _exit
from threading import Thread
from typing import TypeVar

from orchestration.settings import Settings

Piece = TypeVar("Piece")
Result = TypeVar("Result")
WORTH_A_PROCESS = 2  # pieces; below, starting processes costs more than it saves
CLUSTER_ANSWERS_IN = "10s"


class WorkError(Exception):
    """Work that could not be done where it was sent; the message says what to do."""


def each(
    function: Callable[[Piece], Result], pieces: Sequence[Piece], settings: Settings
) -> Iterator[Result]:
    """Yield the result of each piece as it is done, in no certain order.

    Raises what the function raises, and `WorkError` if the workers are lost; pieces that have not
    begun by then are not begun.
    """
    workers = min(len(pieces), settings.workers)
    if settings.cluster and pieces:
        yield from _spread(function, pieces, cluster(settings.cluster))
    elif len(pieces) >= WORTH_A_PROCESS and workers > 1:
        yield from _spread(function, pieces, processes(workers))
    else:
        yield from map(function, pieces)


def _spread(
    function: Callable[[Piece], Result],
    pieces: Sequence[Piece],
    opened: AbstractContextManager[Executor],
) -> Iterator[Result]:
    with opened as executor:
        for future in as_completed([executor.submit(function, piece) for piece in pieces]):
            yield future.result()


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """Yield a pool of processes that end with this one, however it ends.

    A forked copy of a process that runs threads (Dagster, polars) may hang; a fresh one cannot.
    """
    context = get_context("forkserver")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_end_with_parent)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise WorkError(
            "A worker process was ended from outside, most likely for want of memory: set "
            "CROSSTALLY_WORKERS lower and run again; what is done stays done."
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Leave when the parent is killed; a worker would wait for its next piece for ever."""
    Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    if parent := parent_process():
        parent.join()
        _exit(1)


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Yield a Dask cluster by the address of its scheduler; lost workers are its business."""
    from distributed import Client  # noqa: PLC0415  # a second to import

    try:
        client = Client(address, timeout=CLUSTER_ANSWERS_IN, set_as_default=False)  # type: ignore[no-untyped-call]
    except OSError as error:
        raise WorkError(
            f"No Dask scheduler answers at {address}: start it, or unset CROSSTALLY_CLUSTER."
        ) from error
    with client:
        yield client.get_executor()  # type: ignore[no-untyped-call]
