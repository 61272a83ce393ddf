-- The figures that each party has given for a running total, in the order in which they came out,
-- and what is to be made of those that are out of order. A figure is as of the day on which it
-- first appeared, unless a larger one was out before: then it is a late copy of an earlier day if
-- there is a day for it that no other figure holds (one a day, not older than a week), and else
-- something is wrong with it or with the one before.
--
-- grain: one row per party, series and figure
-- series: the running total
-- party: whose figure it is; an outlet that names nobody is a party of its own
-- authority: the party, if it is a named one
-- value: the figure
-- phase: how many breaks of the series the catalogue has for the party up to then
-- first_on: the first day for which it was given
-- first_printed_on: the first day it could be read
-- last_on: the last day for which it was given
-- n_origins: in how many different pieces of copy it stands
-- as_of: the day it holds for
-- verdict: in_order, late (a copy of an earlier day), too_high (the figures on both sides are
-- lower, and in order without it), too_low (likewise), or fell (the total went down to it)
-- superseded_on: the first day on which the party's figure for a later day could be read
-- figure_before: the figure before it in order of appearance, late ones left out
-- figure_after: the figure after it, late ones left out
-- newer: for a late figure, the next larger one that was out already
-- newer_on: the day of that one
with

readings as (
    select * from core.readings
),

series as (
    select * from catalogue.series
),

breaks as (
    select * from catalogue.breaks
),

figures as (
    select
        readings.series,
        readings.party,
        readings.authority,
        readings.value,
        min(readings.told_as_of) as first_on,
        max(readings.told_as_of) as last_on,
        min(readings.known_from) as first_printed_on,
        count(distinct readings.origin_id) as n_origins,
        arg_min(readings.told_as_of_source, readings.told_as_of) = 'stated' as is_stated
    from readings
    inner join series on readings.series = series.series
    where
        series.kind = 'cumulative'
        and readings.is_figure
        and readings.told_as_of is not null
    group by all
),

phased as (
    select
        figures.*,
        count(breaks.series) as phase
    from figures
    left join breaks
        on
            figures.series = breaks.series
            and figures.authority = breaks.authority
            and figures.first_on >= breaks.broken_on
    group by all
),

recorded as (
    select
        *,
        max(value) over (
            partition by series, party, phase
            order by first_on
            range between interval 30 days preceding and current row
        ) as record
    from phased
),

records as (
    select * from recorded
    where value = record
),

overtaken as (
    select * from recorded
    where value < record
),

-- The next larger figure that was out already.
below_newer as (
    select
        overtaken.*,
        min(records.value) as newer,
        arg_min(records.first_on, records.value) as newer_on,
        arg_min(records.last_on, records.value) as newer_last_on
    from overtaken
    inner join records
        on
            overtaken.series = records.series
            and overtaken.party = records.party
            and overtaken.phase = records.phase
            and overtaken.value < records.value
            and overtaken.first_on >= records.first_on
            and overtaken.first_on - records.first_on <= 30
    group by all
),

-- The next smaller figure that came out before that one, and whether the total went on above it.
between_neighbours as (
    select
        below_newer.*,
        max(records.first_on) filter (
            where records.value < below_newer.value and records.first_on < below_newer.newer_on
        ) as older_on,
        bool_or(
            records.value > below_newer.newer and records.first_on >= below_newer.first_on
        ) as is_passed
    from below_newer
    left join records
        on
            below_newer.series = records.series
            and below_newer.party = records.party
            and below_newer.phase = records.phase
    group by all
),

-- One figure a day: the n-th largest of those between two neighbours is n days before the newer.
queued as (
    select
        *,
        cast(
            row_number() over (
                partition by series, party, phase, newer order by value desc
            ) as integer
        ) as days_back,
        count(*) over (partition by series, party, phase, newer) as n_between
    from between_neighbours
),

late as (
    select
        series,
        party,
        value,
        newer,
        newer_on,
        case
            when newer_on - days_back > coalesce(older_on, date '0001-01-01')
                then newer_on - days_back
            else newer_on
        end as as_of
    from queued
    where
        (not is_stated or first_on < newer_on)
        and first_on - newer_on <= 7
        and case
            when first_on = newer_on then true
            when older_on is not null then n_between < newer_on - older_on
            else first_on - newer_on <= 3 and (is_passed or newer_last_on > first_on)
        end
),

punctual as (
    select phased.*
    from phased
    anti join late
        on
            phased.series = late.series
            and phased.party = late.party
            and phased.value = late.value
),

-- A figure fits not if those on both sides of it are in order without it.
neighboured as (
    select
        *,
        lag(value) over in_order as figure_before,
        lag(n_origins) over in_order as n_origins_before,
        lead(value) over in_order as figure_after,
        lead(n_origins) over in_order as n_origins_after,
        lead(value, 2) over in_order as second_after,
        coalesce(lead(value) over in_order >= lag(value) over in_order, false) as is_dispensable
    from punctual
    window in_order as (partition by series, party, phase order by first_on, value)
),

paired as (
    select
        *,
        coalesce(lag(is_dispensable) over in_order, false) as is_dispensable_before,
        coalesce(lead(is_dispensable) over in_order, false) as is_dispensable_after
    from neighboured
    window in_order as (partition by series, party, phase order by first_on, value)
),

-- Where either of two figures could go, the one with fewer origins goes; a figure with more than
-- one origin does not go for one that has fewer.
odd as (
    select
        *,
        coalesce(
            value > figure_after
            and is_dispensable
            and (
                n_origins < n_origins_after
                or (n_origins = 1 and not is_dispensable_after and second_after is not null)
            ),
            false
        ) as is_too_high,
        coalesce(
            value < figure_before
            and is_dispensable
            and (n_origins < n_origins_before or (n_origins = 1 and not is_dispensable_before)),
            false
        ) as is_too_low
    from paired
),

judged as (
    select
        *,
        case
            when is_too_high then 'too_high'
            when is_too_low then 'too_low'
            when value < figure_before and not lag(is_too_high) over in_order then 'fell'
            else 'in_order'
        end as verdict
    from odd
    window in_order as (partition by series, party, phase order by first_on, value)
),

dated as (
    select
        phased.series,
        phased.party,
        phased.authority,
        phased.value,
        phased.phase,
        phased.first_on,
        phased.last_on,
        phased.first_printed_on,
        phased.n_origins,
        coalesce(late.as_of, phased.first_on) as as_of,
        coalesce(judged.verdict, 'late') as verdict,
        judged.figure_before,
        judged.figure_after,
        late.newer,
        late.newer_on
    from phased
    left join judged
        on
            phased.series = judged.series
            and phased.party = judged.party
            and phased.value = judged.value
    left join late
        on
            phased.series = late.series
            and phased.party = late.party
            and phased.value = late.value
)

select
    series,
    party,
    authority,
    value,
    phase,
    first_on,
    last_on,
    first_printed_on,
    n_origins,
    as_of,
    verdict,
    min(first_printed_on) filter (where verdict in ('in_order', 'fell', 'late')) over (
        partition by series, party
        order by as_of
        range between interval 1 day following and unbounded following
    ) as superseded_on,
    figure_before,
    figure_after,
    newer,
    newer_on
from dated
