"""The tables of schema `catalogue`: what SQL needs to know of what a number can mean.

Belongs here: their columns. Not here: what stands in them (the YAML files), or the shape of a YAML
entry (`entries.py`), which holds more than SQL needs.
"""

from collections.abc import Mapping
from typing import Final

import dataframely as dy


class Metrics(dy.Schema):
    """One row per metric: what is measured, whatever the place and time."""

    metric = dy.String(primary_key=True, description="the metric")
    description = dy.String(description="what it measures, in a sentence")
    unit = dy.String(description="count, percent or money")
    tolerance = dy.Float64(
        description="share of the larger figure by which two may differ and still agree"
    )


class Series(dy.Schema):
    """One row per series: one metric for one subject, followed over time."""

    series = dy.String(primary_key=True, description="the series")
    description = dy.String(description="what it follows, in a sentence")
    metric = dy.String(description="what it measures")
    kind = dy.String(
        description="cumulative (a running total), stock (a level), increment (the count of one "
        "event) or share"
    )
    place = dy.String(nullable=True, description="where; null if anywhere")
    window_start = dy.Date(nullable=True, description="first day of what is counted")
    tolerance = dy.Float64(
        description="share of the larger figure by which two may differ and still agree"
    )
    holds_days = dy.Int64(description="for how many days a figure of it still says what is so")


class Breaks(dy.Schema):
    """One row per day on which an authority changed what its figures of a series count."""

    series = dy.String(primary_key=True, description="the series")
    authority = dy.String(primary_key=True, description="whose figures")
    broken_on = dy.Date(primary_key=True, description="the first day of the new way to count")
    reason = dy.String(description="what changed")


class Identities(dy.Schema):
    """One row per series that an identity binds: arithmetic that must hold between series."""

    identity = dy.String(primary_key=True, description="the identity")
    description = dy.String(description="what must hold, in a sentence")
    relation = dy.String(
        description="sum (the parts make the whole) or at_most (a part is no more than the whole)"
    )
    role = dy.String(primary_key=True, description="whole or part")
    series = dy.String(primary_key=True, description="the series that plays it")
    network = dy.String(
        description="one name for all series that identities bind, directly or through others"
    )


class Authorities(dy.Schema):
    """One row per authority: a party whose figures are reported, or an outlet that counts."""

    authority = dy.String(primary_key=True, description="the authority")
    name = dy.String(description="its name as people write it")
    sort = dy.String(
        description="official, organisation, agency, outlet, party (to a conflict) or witness"
    )
    reliability = dy.String(description="its letter in the Admiralty code, A the best")


TABLES: Final[Mapping[str, type[dy.Schema]]] = {
    "metrics": Metrics,
    "series": Series,
    "breaks": Breaks,
    "identities": Identities,
    "authorities": Authorities,
}
