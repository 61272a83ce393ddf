"""`docs/sql.md`: every question has an answer in the published sample."""

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

COOKBOOK = (Path(__file__).parents[2] / "docs" / "sql.md").read_text("utf-8")
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language):
    """The blocks of a language, each under the heading it stands below."""
    return [
        pytest.param(found["code"], id=headings_before(found.start())[-1])
        for found in BLOCK.finditer(COOKBOOK)
        if found["language"] == language
    ]


def headings_before(position):
    return re.findall(r"^#+ (.+)$", COOKBOOK[:position], re.MULTILINE)


@pytest.fixture
def beside(sample_home, tmp_path, monkeypatch):
    """A folder in which `data` is CROSSTALLY_HOME of the sample."""
    (tmp_path / "data").symlink_to(sample_home.home)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("query", blocks("sql"))
def test_every_question_has_an_answer_in_the_sample(beside, query):
    with duckdb.connect("data/crosstally.duckdb", read_only=True) as con:
        assert con.execute(query).fetchall()


@pytest.mark.parametrize("code", blocks("python"))
def test_the_file_opens_in_python_as_the_page_says(beside, code):
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "best" in said.stdout


def test_the_file_opens_on_the_command_line_as_the_page_says(beside):
    command = next(line for line in COOKBOOK.splitlines() if line.startswith("duckdb -readonly"))
    words = command.partition("#")[0].split()
    program = Path(sys.executable).parent / words[0]
    if not program.exists():
        pytest.skip(f"there is no {program.name} command line beside Python")
    said = subprocess.run(
        [program, *words[1:], "-c", "from evidence('gaza_deaths')"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Evening Ledger" in said.stdout


def test_the_page_asks_fifteen_questions():
    numbers = re.findall(r"^### (\d+)\. ", COOKBOOK, re.MULTILINE)
    assert [int(number) for number in numbers] == list(range(1, 16))
