import operator
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from assets.core.facts.extract import EXTRACTOR
from orchestration.extraction import Batch, extract_batch
from orchestration.settings import Settings
from orchestration.work import WorkError, each

ROOT = Path(__file__).parents[3]


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path, tmp_path, workers=2)


def test_processes_do_what_this_one_does(settings):
    alone = replace(settings, workers=1)
    assert sorted(each(operator.neg, [1, 2, 3], settings)) == [-3, -2, -1]
    assert list(each(operator.neg, [1, 2, 3], alone)) == [-1, -2, -3]


def test_one_piece_is_done_here_because_a_process_costs_more(settings):
    assert list(each(eval, ["__import__('os').getpid()"], settings)) == [os.getpid()]


def test_a_lost_worker_is_told_in_a_sentence_with_its_remedy(settings):
    with pytest.raises(WorkError, match="set CROSSTALLY_WORKERS lower"):
        list(each(os._exit, [1, 1], settings))


def test_a_cluster_that_does_not_answer_is_told_by_its_address(settings, monkeypatch):
    monkeypatch.setattr("orchestration.work.CLUSTER_ANSWERS_IN", "200ms")
    nobody = replace(settings, cluster="tcp://127.0.0.1:9")
    with pytest.raises(WorkError, match=r"No Dask scheduler answers at tcp://127.0.0.1:9"):
        list(each(operator.neg, [1], nobody))


def test_a_worker_of_another_release_refuses_instead_of_writing_other_facts(tmp_path):
    piece = Batch(tmp_path, "reader-1", f"not {EXTRACTOR}", "2024-02-08-a")
    with pytest.raises(WorkError, match="give workers the release that the run has"):
        extract_batch(piece)


def test_workers_end_when_the_run_is_killed(tmp_path):
    code = (
        "import time\n"
        "from pathlib import Path\n"
        "from orchestration.settings import Settings\n"
        "from orchestration.work import each\n"
        "here = Path()\n"
        "for _ in each(time.sleep, [0.01, 600, 600], Settings(here, here, workers=2)):\n"
        "    print('at work', flush=True)\n"
    )
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE)
    run.stdout.readline()
    workers = psutil.Process(run.pid).children(recursive=True)
    assert len(workers) >= 2
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    _, alive = psutil.wait_procs(workers, timeout=10)
    assert alive == []


def test_a_failing_piece_ends_the_work_without_waiting_for_pieces_not_begun(settings):
    began = time.monotonic()
    with pytest.raises(TypeError):
        list(each(time.sleep, ["no number", *[1.0] * 40], settings))
    assert time.monotonic() - began < 15
