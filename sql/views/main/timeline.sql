-- A series day by day: the estimate, the range of all claims around it, how many stand behind it,
-- and what does not fit on that day: `from timeline('gaza_deaths')`.
--
-- grain: one row per day for which there is a figure
-- parameters: of_series
-- as_of: the day the figures hold for
-- low: least value by the rule ucdp_triple; null is open
-- best: most likely value by that rule; null where it gives none
-- high: greatest value by that rule; null is open
-- lowest_claimed: least value that anybody claims (rule ibc_range); null is open
-- highest_claimed: greatest value that anybody claims (rule ibc_range); null is open
-- status: agreed, single_origin, disputed or unconfirmed
-- n_outlets: outlets that publish it
-- n_origins: different pieces of copy it stands in
-- n_authorities: named authorities that give it
-- findings: what does not fit together on that day, in sentences
with

estimates as (
    select * from out.metrics
    where
        series = $of_series
        and rule = 'ucdp_triple'
),

ranges as (
    select * from out.metrics
    where
        series = $of_series
        and rule = 'ibc_range'
),

findings as (
    select
        as_of,
        list(explanation order by finding_id) as explanations
    from out.findings
    where series = $of_series
    group by all
)

select
    ranges.as_of,
    estimates.low,
    estimates.best,
    estimates.high,
    ranges.low as lowest_claimed,
    ranges.high as highest_claimed,
    coalesce(estimates.status, ranges.status) as status,
    ranges.n_outlets,
    ranges.n_origins,
    ranges.n_authorities,
    coalesce(findings.explanations, []) as findings
from ranges
left join estimates on ranges.as_of = estimates.as_of
left join findings on ranges.as_of = findings.as_of
order by ranges.as_of asc
