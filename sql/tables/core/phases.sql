-- Where a running total starts anew, so that figures on the two sides do not compare: the catalogue
-- has a break, or three of four figures in a row are below two of the three before, and the total
-- has come down for good. A figure of before may still appear within three days; it is told by
-- being nearer to those before, and above the next one.
--
-- grain: one row per series, party and figure
-- series: the running total
-- party: whose figure it is
-- value: the figure
-- phase: how often the total has started anew before it
-- has_fallen: whether the total starts anew with it, and no break in the catalogue says why
-- fallen_from: the figure that it fell from; null if it did not
-- stands_out: whether one piece of copy alone gives it, and the three figures after are smaller
with

appearances as (
    select * from core.appearances
),

breaks as (
    select * from catalogue.breaks
),

broken as (
    select
        appearances.*,
        count(breaks.series) as n_breaks
    from appearances
    left join breaks
        on
            appearances.series = breaks.series
            and appearances.authority = breaks.authority
            and appearances.first_on >= breaks.broken_on
    group by all
),

surrounded as (
    select
        *,
        lead(value) over in_order as next_value,
        lag(n_breaks) over in_order < n_breaks as is_broken,
        coalesce(
            min(n_breaks) over (in_order rows between 3 preceding and 3 preceding) < n_breaks,
            false
        ) as was_broken,
        list(value) over (in_order rows between 3 preceding and 1 preceding) as three_before,
        list(value) over (in_order rows between current row and 3 following) as four_from_here,
        list(value) over (in_order rows between 1 following and 3 following) as three_after
    from broken
    window in_order as (partition by series, party order by first_on, value)
),

topped as (
    select
        *,
        list_reverse_sort(three_before)[2] as second_before
    from surrounded
),

lowered as (
    select
        *,
        coalesce(
            not was_broken
            and value < second_before
            and list_sort(four_from_here)[3] < second_before,
            false
        ) as is_lower
    from topped
),

-- The figures after the first low one have the same high ones before them.
fallen as (
    select
        *,
        is_lower and not coalesce(lag(is_lower) over in_order, false) as has_fallen
    from lowered
    window in_order as (partition by series, party order by first_on, value)
),

starts as (
    select
        series,
        party,
        first_on as started_on,
        (second_before + value) / 2 as halfway
    from fallen
    where
        has_fallen
        or is_broken
),

counted as (
    select
        fallen.series,
        fallen.party,
        fallen.value,
        fallen.has_fallen,
        fallen.three_before,
        fallen.n_origins = 1
        and len(fallen.three_after) = 3
        and fallen.value > list_max(fallen.three_after) as stands_out,
        count(starts.series) as phase
    from fallen
    left join starts
        on
            fallen.series = starts.series
            and fallen.party = starts.party
            and fallen.first_on >= starts.started_on
            and not coalesce(
                fallen.first_on - starts.started_on <= 3
                and fallen.value > starts.halfway
                and fallen.value > fallen.next_value,
                false
            )
    group by all
)

select
    series,
    party,
    value,
    phase,
    has_fallen,
    case when has_fallen then list_max(three_before) end as fallen_from,
    stands_out
from counted
