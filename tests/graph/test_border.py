"""The border: which files may know Dagster, held by the linter and proved here."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PURE = sorted(
    str(path.relative_to(ROOT).with_suffix("")).replace("/", ".")
    for path in (ROOT / "assets").rglob("*.py")
    if path.name != "asset.py"
)


def python(code):
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_pure_module_imports_where_dagster_is_not_installed():
    blocked = "import sys; sys.modules['dagster'] = sys.modules['orchestration'] = None\n"
    imports = "\n".join(f"import {module}" for module in PURE)
    result = python(blocked + imports)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("line", ["import dagster", "from orchestration import steps"])
def test_the_linter_refuses_a_pure_module_that_knows_how_it_is_run(line):
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--stdin-filename",
            "assets/core/facts/quantities/lexer.py",
            "-",
        ],
        input=f'"""Text."""\n\n{line}\n',
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "TID251" in result.stdout


def test_importing_the_definitions_touches_no_file_and_no_database(tmp_path):
    code = (
        "import os, orchestration.definitions as d\n"
        f"os.environ['CROSSTALLY_HOME'] = {str(tmp_path / 'home')!r}\n"
        "d.defs.resolve_job_def('everything')"
    )
    result = python(code)
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "home").exists()
