-- Which claims stand on a day: those as of that day; for a level, a share or the count of one event
-- also those of the days before, until the same authority gives a newer one.
--
-- grain: one row per series, day for which there is a claim, and claim that stands on it
-- series: the series
-- as_of: the day
-- claim_id: the claim
with

claims as (
    select * from core.claims
    where as_of is not null
),

series as (
    select * from catalogue.series
),

days as (
    select distinct
        claims.series,
        claims.as_of,
        series.holds_days
    from claims
    inner join series on claims.series = series.series
),

recent as (
    select
        days.series,
        days.as_of,
        claims.claim_id,
        claims.authority,
        claims.as_of as claimed_as_of,
        max(claims.as_of) over (
            partition by days.series, days.as_of, claims.authority
        ) as newest_as_of
    from days
    inner join claims
        on
            days.series = claims.series
            and days.as_of >= claims.as_of
            and days.as_of - claims.as_of < days.holds_days
)

select
    series,
    as_of,
    claim_id
from recent
where
    authority is null
    or claimed_as_of = newest_as_of
