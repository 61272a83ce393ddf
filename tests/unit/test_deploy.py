"""What `deploy/` holds is what its programs can read, and names what is in the tree."""

import inspect
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from orchestration.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))
ANALYZE = shutil.which("systemd-analyze")


@pytest.mark.skipif(not ANALYZE, reason="systemd is not installed here")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_takes_the_unit_without_complaint(unit, tmp_path):
    here = unit.read_text().replace("/opt/crosstally/.venv/bin/python", sys.executable)
    (tmp_path / unit.name).write_text(here)
    verified = subprocess.run(
        [ANALYZE, "verify", "--man=no", tmp_path / unit.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (verified.returncode, verified.stderr) == (0, "")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_starts_a_module_that_is_there(unit):
    (module,) = re.findall(r"^ExecStart=\S+ -m (\S+)", unit.read_text(), re.MULTILINE)
    assert find_spec(module)


def test_every_variable_named_is_one_that_is_read():
    settings = Path(inspect.getfile(Settings)).read_text()
    read = set(re.findall(r"told\(\"(\w+)\"", settings))
    named = set(re.findall(r"CROSSTALLY_(\w+)", "".join(p.read_text() for p in DEPLOY.iterdir())))
    in_units = {"CLUSTER_HOST"}
    assert read
    assert named - in_units <= read


def test_the_values_start_the_definitions_under_the_pool_of_one():
    values = yaml.safe_load((DEPLOY / "values.yaml").read_text())
    (deployment,) = values["dagster-user-deployments"]["deployments"]
    assert find_spec(deployment["dagsterApiGrpcArgs"][1])
    assert values["additionalInstanceConfig"]["concurrency"] == {"pools": {"default_limit": 1}}
