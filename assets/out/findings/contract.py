"""Tables beside metrics and findings that Python makes: people's choices, and what identities say.

Belongs here: their columns. Not here: `out.findings` itself, which SQL makes (`sql/tables/out`).
"""

import dataframely as dy

from assets.contract import identifier


class Adjudications(dy.Schema):
    """One row per decision of a person on a finding, as written in `adjudications.csv`."""

    finding_id = identifier("the finding", primary_key=True)
    decision = dy.String(description="explained or accepted")
    reason = dy.String(description="why")
    by = dy.String(description="who decided")
    until = dy.Date(nullable=True, description="last day on which it stays quiet; null is for ever")


class Recommendations(dy.Schema):
    """One row per figure that a person recommends, as written in `recommendations.csv`."""

    series = dy.String(primary_key=True, description="the series")
    as_of = dy.Date(primary_key=True, description="the day the figure holds for")
    value = dy.Float64(description="the figure")
    reason = dy.String(description="why this one")
    by = dy.String(description="who recommends it")


class Conflicts(dy.Schema):
    """One row per set of figures that an identity does not allow to hold together."""

    kind = dy.String(description="what sort of finding it makes")
    severity = dy.String(description="error inside one authority and one day, else warn")
    series = dy.String(description="the series of the whole")
    as_of = dy.Date(description="the first day on which they conflict")
    parties = dy.List(dy.String(), description="what makes it the same conflict: its figures")
    gap = dy.Float64(nullable=True, description="how far they are from holding together")
    gap_share = dy.Float64(nullable=True, description="that as a share of the larger side")
    fact_ids = dy.List(dy.String(), description="the facts that state them")
    explanation = dy.String(description="what does not fit, in a sentence")


class Identities(dy.Schema):
    """One row per identity, day and series: what is said, and what the others leave for it."""

    identity = dy.String(primary_key=True, description="the identity")
    series = dy.String(primary_key=True, description="the series")
    as_of = dy.Date(primary_key=True, description="the day")
    role = dy.String(description="whole or part")
    stated_low = dy.Float64(nullable=True, description="least that is said of it; null is open")
    stated_best = dy.Float64(nullable=True, description="the best-placed figure; null if none")
    stated_high = dy.Float64(nullable=True, description="greatest that is said; null is open")
    implied_low = dy.Float64(
        nullable=True, description="least that the other series leave for it; null is open"
    )
    implied_best = dy.Float64(
        nullable=True, description="what the others' best figures make it; null if they do not"
    )
    implied_high = dy.Float64(
        nullable=True, description="greatest that the others leave for it; null is open"
    )
    is_feasible = dy.Bool(description="whether all that is said can hold together on that day")
