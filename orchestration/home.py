"""CROSSTALLY_HOME made ready for a start of Dagster.

Belongs here: Dagster's folder and settings file. Not here: what any step writes.
"""

import shutil
from pathlib import Path

from assets.catalogue.catalogue import load
from orchestration.settings import Settings

DAGSTER_YAML = Path(__file__).parent / "dagster.yaml"


def prepare(settings: Settings) -> None:
    """Make Dagster's folder and put its settings in place.

    Raises `CatalogueError` now rather than in the middle of a run.
    """
    load(*[settings.catalogue] if settings.catalogue else [])
    settings.dagster.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DAGSTER_YAML, settings.dagster / "dagster.yaml")
