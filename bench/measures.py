"""What is measured, each in a process of its own so that memory is its own too.

Belongs here: one function a measure, from a size to how much was done and in what time. Not here:
sizes and tables (`__main__.py`). Loading models and making the material is not timed.
"""

import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from assets.catalogue.catalogue import load
from assets.core.articles.contract import Articles
from assets.core.facts.extract import EXTRACTOR, extract
from bench import news, peers
from orchestration import steps
from orchestration.extraction import Batch, extract_batch
from orchestration.reading import ARTICLES_A_BATCH
from orchestration.run import materialise
from orchestration.settings import Settings
from orchestration.sharing import share_catalogue
from orchestration.store import Store
from orchestration.warehouse import load_rows
from orchestration.work import each


@dataclass(slots=True)
class Measured:
    """How much was done, in how many seconds by the clock and of the processor.

    `peak_mb` is the most memory that any one process of the measure held.
    """

    size: int
    characters: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0


@contextmanager
def timed(measured: Measured) -> Iterator[None]:
    """Add the time that the block takes."""
    clock, processor = time.perf_counter(), time.process_time()
    yield
    measured.seconds += time.perf_counter() - clock
    measured.cpu_seconds += time.process_time() - processor


def workplace() -> Path:
    """Return a new folder, which stays until all is measured.

    To make files takes ext4 many times as long for minutes after as many were deleted.
    """
    return Path(tempfile.mkdtemp())


def over_texts(size: int, reader: peers.Reader) -> Measured:
    """Measure what a peer does with the texts of so many articles."""
    texts = news.articles(size)["text"].to_list()
    reader(texts[:1])
    measured = Measured(size, sum(map(len, texts)))
    with timed(measured):
        reader(texts)
    return measured


def extraction(size: int) -> Measured:
    """Facts of articles, by us, in one process."""
    articles, catalogue = news.articles(size), load()
    extract(articles.head(1), catalogue)
    measured = Measured(size, sum(map(len, articles["text"])))
    with timed(measured):
        extract(articles, catalogue)
    return measured


def spacy_ner(size: int) -> Measured:
    """Entities of the same articles, by the whole of the same spaCy pipeline."""
    return over_texts(size, peers.spacy_ner())


def quantulum3(size: int) -> Measured:
    """Quantities of the same articles, by quantulum3."""
    return over_texts(size, peers.quantulum3())


def cqe(size: int) -> Measured:
    """Quantities of the same articles, by CQE."""
    return over_texts(size, peers.cqe())


def spread(size: int, settings: Settings) -> Measured:
    """Facts of articles in batches, by the workers of the settings, their start included."""
    store, articles = Store(settings), news.articles(size)
    rows = ARTICLES_A_BATCH
    store.stage.write_parts("core.articles", "bench", "all", articles, Articles, rows=rows)
    share_catalogue(store.stage, EXTRACTOR, load())
    batches = store.stage.batches("core.articles", "bench")
    pieces = [Batch(settings.stage, "bench", EXTRACTOR, batch) for batch in batches]
    measured = Measured(size, sum(map(len, articles["text"])))
    with timed(measured):
        assert len(list(each(extract_batch, pieces, settings))) == len(batches)  # noqa: S101
    return measured


def one_process(size: int) -> Measured:
    """Batches in this process."""
    folder = workplace()
    extract(news.articles(1), load())
    return spread(size, Settings(folder, folder, workers=1))


def two_processes(size: int) -> Measured:
    """Batches in two processes of this machine."""
    folder = workplace()
    return spread(size, Settings(folder, folder, workers=2))


def dask(size: int) -> Measured:
    """Batches on a Dask scheduler with two worker processes, which are there already."""
    import dask.config  # noqa: PLC0415  # a second that others need not wait
    from distributed import LocalCluster  # noqa: PLC0415

    folder = workplace()
    tuned = {  # as in deploy/
        "distributed.worker.profile.enabled": False,
        "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
    }
    with (
        dask.config.set(tuned),
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
    ):
        return spread(size, Settings(folder, folder, cluster=cluster.scheduler_address))


def ingest(size: int) -> Measured:
    """Files of one article each: taken in, read, versions and origins settled."""
    return ingestion(size)[0]


def look_again(size: int) -> Measured:
    """The same files when all of them are known."""
    return ingestion(size)[1]


def ingestion(size: int) -> tuple[Measured, Measured]:
    """Ingest files twice."""
    folder = workplace()
    news.fill_inbox(folder / "inbox", size)
    store = Store(Settings(folder / "inbox", folder / "home"))
    first, second = Measured(size), Measured(size)
    for measured in (first, second):
        with timed(measured):
            steps.take_in(store)
            steps.read_new_articles(store)
    return first, second


def reconcile(size: int) -> Measured:
    """Facts made into claims, figures under every rule, and findings; 500 facts a series."""
    folder = workplace()
    store = Store(Settings(folder, folder / "home"))
    store.__dict__["catalogue"] = news.many_totals(size // 500)
    articles, facts = news.facts(size, size // 500)
    with store.warehouse.transaction() as con:
        load_rows(con, "core.articles", articles)
        load_rows(con, "core.facts", facts)
    del articles, facts
    measured = Measured(size)
    with timed(measured):
        steps.group_claims(store)
        steps.reconcile_metrics(store)
        steps.find_disagreements(store)
    return measured


def report(size: int) -> Measured:
    """The static site of articles with their facts, made whole."""
    folder = workplace()
    store = Store(Settings(folder, folder / "home"))
    articles, facts = news.extracted(size, store.catalogue)
    store.__dict__["catalogue"] = news.many_series(store.catalogue)
    with store.warehouse.transaction() as con:
        load_rows(con, "core.articles", articles)
        load_rows(con, "core.facts", facts)
    for step in (steps.group_claims, steps.reconcile_metrics, steps.find_disagreements):
        step(store)
    steps.publish_edition(store)
    measured = Measured(size)
    with timed(measured):
        steps.build_report(store)
    return measured


def nothing_new(size: int) -> Measured:
    """A whole run over files of which each is known."""
    folder = workplace()
    news.fill_inbox(folder / "inbox", size)
    settings = Settings(folder / "inbox", folder / "home", workers=2)
    measured = Measured(size)
    assert materialise(settings).success  # noqa: S101
    with timed(measured):
        materialise(settings)
    return measured


PEERS = ("quantulum3", "CQE")  # packages that need not be installed
MEASURES: dict[str, Callable[[int], Measured]] = {
    measure.__name__: measure
    for measure in (
        extraction,
        spacy_ner,
        quantulum3,
        cqe,
        one_process,
        two_processes,
        dask,
        ingest,
        look_again,
        reconcile,
        report,
        nothing_new,
    )
}


def measure_apart(name: str, size: int) -> Measured | None:
    """Measure in a fresh process; None where what is to be measured is not installed."""
    result = subprocess.run(  # noqa: S603  # our own module
        [sys.executable, "-W", "ignore", "-m", "bench", name, str(size)],
        cwd=news.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if re.search(rf"No module named '({'|'.join(PEERS)})'", result.stderr):
        return None
    if result.returncode:
        raise RuntimeError(f"{name} of {size} failed:\n{result.stderr}")
    return Measured(**json.loads(result.stdout.splitlines()[-1]))


def tell(name: str, size: int) -> None:
    """Measure here, and print what came of it as JSON."""
    done = MEASURES[name](size)
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    done.peak_mb = max(usage.ru_maxrss for usage in used) / 1024
    print(json.dumps(asdict(done)))
