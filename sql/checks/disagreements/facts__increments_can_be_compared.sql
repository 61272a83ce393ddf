-- A day's count is held against totals only if it names its day, its authority and a total beside
-- it.
--
-- asset: core.claims
-- covers: findings__increments_add_up
with

facts as (
    select * from core.facts
),

series as (
    select * from catalogue.series
    where kind = 'cumulative'
),

levels as (
    select * from core.dated_readings
    where figure_party is not null
),

increments as (
    select
        facts.fact_id,
        facts.article_id,
        facts.quote,
        facts.authority,
        facts.window_end,
        series.series
    from facts
    inner join series
        on
            facts.metric = series.metric
            and facts.place = series.place
    where
        facts.kind = 'increment'
        and facts.series is null
        and facts.modality = 'asserted'
)

select
    increments.fact_id,
    increments.series,
    increments.quote
from increments
anti join levels
    on
        increments.article_id = levels.article_id
        and increments.series = levels.series
        and increments.authority = levels.authority
        and increments.window_end = levels.as_of
