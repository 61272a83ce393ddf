-- A claim of a day that no figure counts would be lost on the way to the chart.
--
-- asset: out.metrics
with

claims as (
    select * from core.claims
    where as_of is not null
),

metrics as (
    select * from out.metrics
)

select
    claims.claim_id,
    claims.series,
    claims.as_of
from claims
anti join metrics
    on
        claims.series = metrics.series
        and claims.as_of = metrics.as_of
