import os
import shutil
from dataclasses import replace

import pytest

from orchestration.reporting import build_report


@pytest.fixture
def home(sample_home, tmp_path):
    copy = replace(sample_home, home=tmp_path / "home")
    shutil.copytree(sample_home.home, copy.home, symlinks=True)
    return copy


@pytest.fixture
def page(home):
    """A page that somebody changed after it was made."""
    page = next(home.report.glob("article/*.html"))
    page.write_text("by hand")
    return page


def test_a_report_that_is_made_is_not_made_again(home, page):
    made = build_report(home)
    assert (made.n_pages > 20, made.n_written) == (True, 0)
    assert page.read_text() == "by hand"


def test_another_edition_has_its_report_made(home, page):
    os.utime(home.published.resolve())
    assert build_report(home).n_written == 1
    assert page.read_text() != "by hand"
