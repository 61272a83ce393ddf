-- Figures of series that identities bind, as told together: by one article of one day, and by all
-- claims up to a day. A running total of an earlier day is a floor for later ones; a level of an
-- earlier day says nothing of later ones; the count of one event holds on.
--
-- grain: one row per network of series, article or day, and series
-- network: the series that are bound together, directly or not
-- article_id: the article that tells them; null for all claims up to a day
-- as_of: the day
-- series: the series
-- party: whose figure it is; null if several parties give it
-- low: least value that any of them allows; null is open
-- high: greatest value that any of them allows; null is open
-- best: the figure of the best-placed of them; null if none is closed on both sides
-- slack: half of the last digit's unit, for figures of a thousand and more that may be rounded
-- wording: the figures in words
-- fact_ids: the facts
with

readings as (
    select * from core.dated_readings
    where not is_odd
),

claims as (
    select * from core.claims
    where not is_odd
),

series as (
    select * from catalogue.series
),

identities as (
    select distinct
        network,
        series
    from catalogue.identities
),

told as (
    select
        identities.network,
        readings.article_id,
        readings.series,
        readings.told_as_of as as_of,
        series.kind = 'increment' as is_event,
        readings.party,
        readings.value,
        readings.lowest,
        readings.highest,
        readings.rounding,
        readings.quantity as wording,
        [readings.fact_id] as fact_ids
    from readings
    inner join identities on readings.series = identities.series
    inner join series on readings.series = series.series
),

days_of_articles as (
    select distinct
        network,
        article_id,
        as_of
    from told
    where as_of is not null
),

told_by_article as (
    select
        days_of_articles.network,
        days_of_articles.article_id,
        days_of_articles.as_of,
        told.series,
        told.party,
        told.value,
        told.lowest,
        told.highest,
        told.rounding,
        told.wording,
        told.fact_ids
    from days_of_articles
    inner join told
        on
            days_of_articles.network = told.network
            and days_of_articles.article_id = told.article_id
            and (told.is_event or days_of_articles.as_of = told.as_of)
),

claimed as (
    select
        identities.network,
        series.kind,
        claims.*
    from claims
    inner join identities on claims.series = identities.series
    inner join series on claims.series = series.series
    where claims.as_of is not null
),

days as (
    select distinct
        network,
        as_of
    from claimed
),

recent as (
    select
        days.network,
        days.as_of,
        claimed.series,
        claimed.kind,
        claimed.as_of as claimed_as_of,
        max(claimed.as_of) over (
            partition by days.network, days.as_of, claimed.series
        ) as newest_as_of,
        claimed.claim_id,
        coalesce(
            claimed.authority, 'outlet:' || array_to_string(claimed.outlets, ', ')
        ) as party,
        claimed.value,
        claimed.lowest,
        claimed.highest,
        claimed.rounding,
        claimed.precedence,
        claimed.n_origins,
        claimed.wording,
        claimed.fact_ids
    from days
    inner join claimed
        on
            days.network = claimed.network
            and days.as_of >= claimed.as_of
            and days.as_of - claimed.as_of < 30
            and (claimed.kind != 'stock' or days.as_of = claimed.as_of)
),

best_placed as (
    select
        network,
        as_of,
        series,
        first(
            value
            order by claimed_as_of desc, precedence asc, n_origins desc, claim_id asc
        ) as best
    from recent
    where
        value is not null
        and lowest is not null
        and highest is not null
    group by all
),

told_by_all as (
    select
        network,
        cast(null as varchar) as article_id,
        as_of,
        series,
        party,
        value,
        lowest,
        if(claimed_as_of = as_of or kind = 'increment', highest, null) as highest,
        rounding,
        wording,
        fact_ids
    from recent
    where
        claimed_as_of = newest_as_of
        or kind = 'increment'
),

told_together as (
    select * from told_by_article
    union all by name
    select * from told_by_all
),

gathered as (
    select
        network,
        article_id,
        as_of,
        series,
        if(count(distinct party) = 1, min(party), null) as party,
        if(count(lowest) = count(*), min(lowest), null) as low,
        if(count(highest) = count(*), max(highest), null) as high,
        if(min(lowest) = max(highest), min(value), null) as agreed,
        max(if(value >= 1000, rounding / 2, 0)) as slack,
        list_sort(list_distinct(list(wording)))[:3] as wordings,
        list_sort(list_distinct(flatten(list(fact_ids)))) as fact_ids
    from told_together
    group by all
)

select
    gathered.network,
    gathered.article_id,
    gathered.as_of,
    gathered.series,
    gathered.party,
    gathered.low,
    gathered.high,
    if(gathered.article_id is null, best_placed.best, gathered.agreed) as best,
    coalesce(gathered.slack, 0) as slack,
    array_to_string(gathered.wordings, ' or ') as wording,
    gathered.fact_ids
from gathered
left join best_placed
    on
        gathered.network = best_placed.network
        and gathered.as_of = best_placed.as_of
        and gathered.series = best_placed.series
