"""Nothing that lies in an inbox may raise or disappear, whatever bytes it is made of."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.core.articles.contract import Articles, Corrections
from assets.raw.files import archive
from assets.raw.files.contract import FORMATS, Quarantine
from tests import formats
from tests.ingest import ingest

BUDGET = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(autouse=True, scope="module")
def _no_waiting_for_the_disk():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "settle", lambda: None)
        yield


def check_nothing_is_lost(content):
    """Each record found is an article, a repeat or a refusal, and there is at least one."""
    with TemporaryDirectory() as folder:
        inbox = Path(folder, "inbox")
        inbox.mkdir()
        (inbox / "file").write_bytes(content)
        found = ingest(inbox, Path(folder, "archive"))
    Articles.validate(found.articles)
    Corrections.validate(found.corrections)
    Quarantine.validate(found.quarantine)
    (outcome,) = found.outcomes.to_dicts()
    assert outcome["format"] in FORMATS
    assert outcome["n_records"] >= 1
    assert outcome["n_articles"] == found.articles.height
    assert (outcome["n_refused"] > 0) == (found.quarantine.height > 0)
    parts = outcome["n_articles"] + outcome["n_repeats"] + outcome["n_refused"]
    assert outcome["n_records"] == parts
    for article in found.articles.to_dicts():
        check_segments(article)


def check_segments(article):
    """They lie in order and leave nothing but white space between them."""
    position = 0
    for segment in article["segments"]:
        assert segment["start"] < segment["end"]
        assert not article["text"][position : segment["start"]].strip()
        position = segment["end"]
    assert not article["text"][position:].strip()


@BUDGET
@given(st.binary(min_size=1, max_size=2_000))
def test_any_bytes_are_read_or_refused(content):
    check_nothing_is_lost(content)


@BUDGET
@given(st.text(min_size=1, max_size=2_000))
def test_any_text_is_read_or_refused(text):
    check_nothing_is_lost(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", formats.SAMPLES)
@BUDGET
@given(data=st.data())
def test_any_sample_cut_short_is_read_or_refused(name, data):
    sample = formats.SAMPLES[name]
    check_nothing_is_lost(sample[: data.draw(st.integers(1, len(sample)))])


@pytest.mark.parametrize("name", formats.SAMPLES)
@BUDGET
@given(data=st.data())
def test_any_sample_with_broken_bytes_is_read_or_refused(name, data):
    sample = bytearray(formats.SAMPLES[name])
    places = st.integers(0, len(sample) - 1)
    for place, byte in data.draw(st.lists(st.tuples(places, st.integers(0, 255)), max_size=8)):
        sample[place] = byte
    check_nothing_is_lost(bytes(sample))
