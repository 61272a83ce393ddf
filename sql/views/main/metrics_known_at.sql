-- What the figures were on a day, from what had been published by then and not yet taken back:
-- `from metrics_known_at(date '2024-02-10')`. It runs the same statements as `out.metrics`, over
-- fewer articles; `out.metrics` is what it gives for today.
--
-- grain: one row per series, day and rule
-- parameters: known_at
-- series: the series
-- as_of: the day the figure holds for
-- rule: the rule
-- low: least value by the rule; null is open
-- best: most likely value by the rule; null where the rule gives none
-- high: greatest value by the rule; null is open
-- status: agreed, single_origin, disputed or unconfirmed
-- n_claims: claims that stood on the day
-- n_outlets: outlets that had published them
-- n_origins: different pieces of copy they stood in
-- n_authorities: named authorities that gave them
-- claim_ids: the claims that give low, best and high, as they were then
-- fact_ids: the facts of those claims
select
    series,
    as_of,
    rule,
    low,
    best,
    high,
    status,
    n_claims,
    n_outlets,
    n_origins,
    n_authorities,
    claim_ids,
    fact_ids
from out.metrics_known_at($known_at)
