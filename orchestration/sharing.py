"""The run's catalogue where its workers find it: theirs may be another, or none.

Belongs here: putting it into the stage and taking it out, by the version of what it helps to make.
"""

from functools import cache

from assets.catalogue.catalogue import Catalogue
from orchestration.stage import Stage


def share_catalogue(stage: Stage, version: str, catalogue: Catalogue) -> None:
    """Put the catalogue of a version of reader or extractor into the stage."""
    stage.place.put(_name(version), catalogue.model_dump_json().encode())


@cache
def catalogue_of(stage: Stage, version: str) -> Catalogue:
    """Return the catalogue that a version stands for."""
    return Catalogue.model_validate_json(stage.place.get(_name(version)))


def _name(version: str) -> str:
    return f"catalogue/{version}.json"
