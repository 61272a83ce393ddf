"""What a number can mean, as data, read from YAML folders laid one over the other.

Belongs here: reading and checking the catalogue, and its tables for SQL. Not here: any use of it,
and any word of a language that could stand in the YAML.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from assets.catalogue import contract
from assets.catalogue.entries import (
    Authority,
    Country,
    Cues,
    Entry,
    Event,
    Identity,
    Metric,
    Nouns,
    Office,
    Outlet,
    Place,
    Series,
)
from assets.contract import empty

HERE = Path(__file__).parent

# For how many days a figure still says what is so: a running total for its own day, a level for a
# week, the count of one event for a month, in which later reports of it are told from revisions.
HOLDS_DAYS: Mapping[str, int] = {"cumulative": 1, "stock": 7, "share": 7, "increment": 30}

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where PyYAML was built with it


class CatalogueError(Exception):
    """An entry that cannot be used; each problem names its file and line."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("The catalogue has mistakes:\n" + "\n".join(problems))


FILES: Mapping[str, type[Entry]] = {
    "metrics": Metric,
    "series": Series,
    "identities": Identity,
    "events": Event,
    "places": Place,
    "authorities": Authority,
    "countries": Country,
    "offices": Office,
    "outlets": Outlet,
    "cues": Cues,
    "nouns": Nouns,
}


class Catalogue(BaseModel):
    """All entries by sort and id."""

    model_config = ConfigDict(frozen=True)

    metrics: dict[str, Metric]
    series: dict[str, Series]
    identities: dict[str, Identity]
    events: dict[str, Event]
    places: dict[str, Place]
    authorities: dict[str, Authority]
    countries: dict[str, Country]
    offices: dict[str, Office]
    outlets: dict[str, Outlet]
    cues: dict[str, Cues]
    nouns: dict[str, Nouns]

    def __hash__(self) -> int:
        """Tell catalogues apart as objects, so that readers can cache what they compile of one."""
        return id(self)

    def frames(self) -> dict[str, pl.DataFrame]:
        """Return what SQL needs of the catalogue, as tables of schema `catalogue` by name."""
        networks = bound_together(self.identities.values())
        rows: dict[str, list[tuple[object, ...]]] = {
            "metrics": [(m.id, m.description, m.unit, m.tolerance) for m in self.metrics.values()],
            "series": [
                (
                    s.id,
                    s.description,
                    s.metric,
                    s.kind,
                    s.place,
                    self.events[s.event].start if s.event else None,
                    self.metrics[s.metric].tolerance if s.tolerance is None else s.tolerance,
                    HOLDS_DAYS[s.kind],
                )
                for s in self.series.values()
            ],
            "breaks": [
                (s.id, b.authority, b.on, b.reason) for s in self.series.values() for b in s.breaks
            ],
            "identities": [
                (i.id, i.description, i.relation, role, series_id, networks[i.whole])
                for i in self.identities.values()
                for role, ids in (("whole", (i.whole,)), ("part", i.parts))
                for series_id in ids
            ],
            "authorities": [
                (party.id, party.name, party.sort, party.reliability)
                for party in (self.outlets | self.authorities).values()
            ],
        }
        return {
            name: pl.DataFrame(rows[name], schema=empty(declared).schema, orient="row")
            for name, declared in contract.TABLES.items()
        }


def bound_together(identities: Iterable[Identity]) -> dict[str, str]:
    """Return the network of each series that identities bind: the first of those it is bound to."""
    networks: dict[str, str] = {}
    for identity in identities:
        members = {identity.whole, *identity.parts}
        joined = {networks.get(name, name) for name in members}
        members |= {name for name, network in networks.items() if network in joined}
        networks |= dict.fromkeys(members, min(members))
    return networks


def load(*overlays: Path) -> Catalogue:
    """Read the shipped catalogue with the folders laid over it, the last on top.

    An overlay holds files of the same names; an entry of the same id replaces the one beneath. All
    mistakes are collected and raised once as a `CatalogueError`.
    """
    entries: dict[str, dict[str, Entry]] = {name: {} for name in FILES}
    problems: list[str] = []
    for folder in (HERE, *overlays):
        for name, model in FILES.items():
            path = folder / f"{name}.yaml"
            if path.is_file():
                for where, key, fields in _entries(path, problems):
                    try:
                        entries[name][key] = model.model_validate({"id": key, **fields})
                    except ValidationError as error:
                        problems += [
                            f"{where}: {key}: {'.'.join(map(str, e['loc']))}: {e['msg']}"
                            for e in error.errors()
                        ]
    if problems:
        raise CatalogueError(problems)
    catalogue = Catalogue.model_validate(entries)
    if dangling := list(_dangling(catalogue)):
        raise CatalogueError(dangling)
    return catalogue


def _entries(path: Path, problems: list[str]) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield (file:line, id, fields) of a YAML mapping of entries."""
    text = path.read_text(encoding="utf-8")
    try:
        loader = LOADER(text)
        node = loader.get_single_node()
        content = loader.construct_document(node) if node else {}
    except yaml.YAMLError as error:
        problems.append(f"{path}: not YAML: {error}")
        return
    if not isinstance(content, dict) or not isinstance(node, yaml.MappingNode | None):
        problems.append(f"{path}: must be a mapping of ids to entries")
        return
    lines = {key.value: key.start_mark.line + 1 for key, _ in node.value} if node else {}
    for key, fields in content.items():
        where = f"{path}:{lines.get(str(key), 0)}"
        if isinstance(fields, dict):
            yield where, str(key), fields
        else:
            problems.append(f"{where}: {key}: must be a mapping of fields")


def _dangling(catalogue: Catalogue) -> Iterator[str]:
    """Yield a sentence for each entry that names another one that is not there."""
    for series in catalogue.series.values():
        if series.metric not in catalogue.metrics:
            yield f"series {series.id}: there is no metric {series.metric}"
        if series.event and series.event not in catalogue.events:
            yield f"series {series.id}: there is no event {series.event}"
    for identity in catalogue.identities.values():
        for name in (identity.whole, *identity.parts):
            if name not in catalogue.series:
                yield f"identity {identity.id}: there is no series {name}"
