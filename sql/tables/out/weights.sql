-- How much each party weighs in the CRH median: the more, the nearer its figures have been to those
-- of the others. A series that is not here has too few parties for the rule.
--
-- grain: one row per series and party
-- series: the series
-- party: the authority, or the outlet that names nobody
-- weight: its weight in the last round
-- n_days: days on which it has a figure beside those of others
-- n_rounds: rounds until the figures stood still
with

rounds as (
    select * from core.crh_rounds
)

select
    series,
    party,
    max_by(weight, round_number) as weight,
    count(distinct as_of) as n_days,
    max(round_number) as n_rounds
from rounds
group by
    series,
    party
