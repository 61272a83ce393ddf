-- A share of a series that is counted in people, or money for it, is compared with nothing.
--
-- asset: core.claims
-- covers: findings__sources_agree, findings__authorities_agree
with

facts as (
    select * from core.facts
    where modality = 'asserted'
),

series as (
    select * from catalogue.series
),

metrics as (
    select * from catalogue.metrics
)

select
    facts.fact_id,
    facts.series,
    facts.quote,
    facts.unit,
    metrics.unit as expected
from facts
inner join series on facts.series = series.series
inner join metrics on series.metric = metrics.metric
where facts.unit != metrics.unit
