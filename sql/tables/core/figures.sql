-- The figures that each party has given for a running total, in the order in which they came out,
-- and what is to be made of those that are out of order. A figure is as of the day on which it
-- first appeared, unless a larger one was out before: then it is a late copy of an earlier day if
-- there is a day for it that no other figure holds (one a day, not older than a week), and else
-- something is wrong with it or with the one before.
--
-- grain: one row per party, series and figure
-- series: the running total
-- party: whose figure it is; an outlet that names nobody is a party of its own
-- party_name: the party as people write it
-- authority: the party, if it is a named one
-- value: the figure
-- phase: how often the total has started anew before it
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

appearances as (
    select * from core.appearances
),

phases as (
    select * from core.phases
),

phased as (
    select
        appearances.series,
        appearances.party,
        appearances.party_name,
        appearances.authority,
        appearances.value,
        appearances.first_on,
        appearances.last_on,
        appearances.first_printed_on,
        appearances.n_origins,
        appearances.is_stated,
        phases.phase,
        phases.has_fallen,
        phases.fallen_from,
        phases.stands_out
    from appearances
    inner join phases
        on
            appearances.series = phases.series
            and appearances.party = phases.party
            and appearances.value = phases.value
),

recorded as (
    select
        *,
        max(value) filter (where not stands_out) over (
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

-- The next larger figure that was out already.
overtaken as (
    select
        recorded.series,
        recorded.party,
        recorded.phase,
        recorded.value,
        recorded.first_on,
        recorded.is_stated,
        min(records.value) as newer,
        min_by(records.first_on, records.value) as newer_on,
        min_by(records.last_on, records.value) as newer_last_on
    from recorded
    inner join records
        on
            recorded.series = records.series
            and recorded.party = records.party
            and recorded.phase = records.phase
            and recorded.value < records.value
            and recorded.first_on >= records.first_on
            and recorded.first_on - records.first_on <= 30
    where recorded.value < recorded.record
    group by all
),

-- The figures between that one and some smaller one that was out before it.
stretches as (
    select
        overtaken.series,
        overtaken.party,
        overtaken.value,
        overtaken.newer_on - older.first_on as n_days,
        count(*) as n_figures
    from overtaken
    inner join records as older
        on
            overtaken.series = older.series
            and overtaken.party = older.party
            and overtaken.phase = older.phase
            and overtaken.value > older.value
            and overtaken.newer_on > older.first_on
            and overtaken.newer_on - older.first_on <= 7
    inner join phased as between_them
        on
            overtaken.series = between_them.series
            and overtaken.party = between_them.party
            and overtaken.phase = between_them.phase
            and overtaken.newer > between_them.value
            and older.value < between_them.value
    group by
        overtaken.series,
        overtaken.party,
        overtaken.value,
        older.value,
        n_days
),

-- One figure a day: there is room if the figures between are fewer than the days.
roomy as (
    select distinct
        series,
        party,
        value
    from stretches
    where n_figures < n_days
),

neighbours as (
    select
        overtaken.series,
        overtaken.party,
        overtaken.value,
        count(*) filter (
            where
            figures.value < overtaken.value
            and figures.first_on < overtaken.newer_on
        ) as n_older,
        cast(
            count(*) filter (
                where figures.value >= overtaken.value and figures.value < overtaken.newer
            ) as integer
        ) as days_back,
        bool_or(
            figures.value > overtaken.newer and figures.first_on >= overtaken.first_on
        ) as is_passed
    from overtaken
    inner join phased as figures
        on
            overtaken.series = figures.series
            and overtaken.party = figures.party
            and overtaken.phase = figures.phase
    group by all
),

late as (
    select
        overtaken.series,
        overtaken.party,
        overtaken.value,
        overtaken.newer,
        overtaken.newer_on,
        case
            when roomy.value is null and neighbours.n_older > 0 then overtaken.newer_on
            else overtaken.newer_on - neighbours.days_back
        end as as_of
    from overtaken
    inner join neighbours
        on
            overtaken.series = neighbours.series
            and overtaken.party = neighbours.party
            and overtaken.value = neighbours.value
    left join roomy
        on
            overtaken.series = roomy.series
            and overtaken.party = roomy.party
            and overtaken.value = roomy.value
    where
        (not overtaken.is_stated or overtaken.first_on < overtaken.newer_on)
        and overtaken.first_on - overtaken.newer_on <= 7
        and (
            overtaken.first_on = overtaken.newer_on
            or roomy.value is not null
            or (
                neighbours.n_older = 0
                and overtaken.first_on - overtaken.newer_on <= 3
                and (
                    neighbours.is_passed
                    or overtaken.newer_last_on > overtaken.first_on
                )
            )
        )
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
        max(value) over (in_order rows between 2 following and 2 following) as second_after,
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
        phased.party_name,
        phased.authority,
        phased.value,
        phased.phase,
        phased.first_on,
        phased.last_on,
        phased.first_printed_on,
        phased.n_origins,
        coalesce(late.as_of, phased.first_on) as as_of,
        case
            when phased.has_fallen then 'fell' else coalesce(judged.verdict, 'late')
        end as verdict,
        case
            when phased.has_fallen then phased.fallen_from else judged.figure_before
        end as figure_before,
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
    party_name,
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
