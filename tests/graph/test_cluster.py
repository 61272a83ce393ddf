"""Past one machine: batches in a bucket, work on a Dask cluster, a worker lost on the way."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import boto3
import pytest
from distributed import Client
from moto.server import ThreadedMotoServer

from orchestration import reading, steps
from orchestration.settings import Settings
from orchestration.store import Store
from tests.scenario import CATALOGUE, INBOX

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bucket(monkeypatch):
    """The address of a folder in an S3 bucket, served on loopback."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "anyone")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "anything")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://{}:{}".format(*server.get_host_and_port()))
    boto3.client("s3").create_bucket(Bucket="news")
    yield "s3://news/stage"
    server.stop()


@contextmanager
def started(*arguments):
    """A process of Dask's, ended with the block if it has not ended before."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def cluster(bucket, tmp_path):
    """A scheduler's address and two worker processes."""
    file = tmp_path / "scheduler.json"
    place = ["--scheduler-file", str(file), "--host", "127.0.0.1", "--no-dashboard"]
    worker = ["distributed.cli.dask_worker", *place, "--no-nanny", "--nthreads", "1"]
    with ExitStack() as stack:
        stack.enter_context(started("distributed.cli.dask_scheduler", *place, "--port", "0"))
        workers = [stack.enter_context(started(*worker)) for _ in range(2)]
        with Client(scheduler_file=str(file), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield address, workers


def kill_after_first_batch(worker, store):
    """Kill a worker in the middle; return how many batches were done by then."""
    extractor = steps.extractor_version(store)
    while not store.stage.batches("core.facts", extractor):
        time.sleep(0.01)
    worker.kill()
    return len(store.stage.batches("core.facts", extractor))


def facts(store):
    with store.warehouse.reading() as con:
        return con.sql("select * from core.facts order by fact_id").pl()


def read(store):
    steps.take_in(store)
    steps.read_new_articles(store)
    return store


def test_a_cluster_that_loses_a_worker_yields_the_facts_of_one_machine(
    cluster, bucket, tmp_path, monkeypatch
):
    monkeypatch.setattr(reading, "ARTICLES_A_BATCH", 1)
    address, workers = cluster
    here = read(Store(Settings(INBOX, tmp_path / "here", CATALOGUE)))
    there = read(
        Store(Settings(INBOX, tmp_path / "there", CATALOGUE, cluster=address, store=bucket))
    )
    with ThreadPoolExecutor() as beside:
        done = beside.submit(kill_after_first_batch, workers[0], there)
        loaded = steps.extract_facts(there)
    assert 0 < done.result() < loaded.batches
    assert loaded == steps.extract_facts(here)
    assert loaded.rows > 100
    assert facts(there).equals(facts(here))
