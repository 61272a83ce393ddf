"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = [
    name.replace("_", " ")
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def test_(\w+)", path.read_text("utf-8"), re.MULTILINE)
]
HELD_BY = re.findall(
    r"\*(\w[^*\n]+|… [^*\n]+)\*(?!\*)", (ROOT / "docs" / "security.md").read_text()
)
MADE = {"docs/benchmarks.md"}  # by `make bench`
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", [name for name in HELD_BY if name != "not held"])
def test_each_test_that_holds_a_line_of_the_security_notes_is_there(name):
    wanted = ".*".join(map(re.escape, name.split("…")))
    assert any(re.search(wanted, test) for test in TESTS), name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_files_that_a_document_names_are_there(document):
    named = re.findall(r"`((?:assets|bench|deploy|docs|sql|tests)/[\w./-]*)`", document.read_text())
    assert [name for name in named if name not in MADE and not (ROOT / name).exists()] == []
