"""CROSSTALLY_HOME made ready for a start of Dagster.

Belongs here: folders, Dagster's settings file and its environment. Not here: what any step writes.
"""

import os
import shutil
from pathlib import Path

from assets.catalogue.catalogue import load
from orchestration.settings import Settings

DAGSTER_YAML = Path(__file__).parent / "dagster.yaml"


def prepare(settings: Settings) -> None:
    """Make the folders, put Dagster's settings in place, and name all of it in the environment.

    Raises `CatalogueError` now rather than in the middle of a run.
    """
    load(*[settings.catalogue] if settings.catalogue else [])
    settings.dagster.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DAGSTER_YAML, settings.dagster / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(settings.dagster)
    os.environ["CROSSTALLY_INBOX"] = str(settings.inbox)
    os.environ["CROSSTALLY_HOME"] = str(settings.home)
