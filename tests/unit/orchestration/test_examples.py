import doctest
from importlib import import_module

import pytest


@pytest.mark.parametrize("module", ["alerts", "feeds", "sensors", "store"])
def test_the_examples_in_docstrings_hold(module):
    result = doctest.testmod(import_module(f"orchestration.{module}"))
    assert result.attempted > 0
    assert result.failed == 0
