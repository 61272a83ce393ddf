-- Figures of a running total that do not follow on from the one before, and what they look like.
-- A figure may not be smaller than one for an earlier day, nor leap far ahead of all before it.
-- In this order: the authority counts something else than before (series_break), digits went wrong
-- (probable_typo), it rose more than ten times as fast as usual (jump), it fell and nothing
-- explains it (cumulative_fell).
--
-- grain: one row per figure that does not follow on
-- series: the running total
-- party: whose figure it is
-- party_name: the party as people write it
-- as_of: the day it holds for
-- value: the figure
-- verdict: too_high, too_low or fell, as in core.figures; else leapt, or broken by the catalogue
-- beside: the figure next to it that it does not follow on from
-- meant: the figure that it is a slip of; null if none
-- is_alone: whether no later figure bears it out
-- reason: why a break that the catalogue knows is one
-- kind: series_break, probable_typo, jump or cumulative_fell
-- fact_ids: the facts that state it or the figure beside it
with

figures as (
    select * from core.figures
),

readings as (
    select * from core.dated_readings
),

facts as (
    select * from core.facts
),

breaks as (
    select * from catalogue.breaks
),

out_of_order as (
    select
        series,
        party,
        party_name,
        as_of,
        first_on,
        value,
        verdict,
        if(verdict = 'too_high', figure_after, figure_before) as beside,
        verdict != 'fell' or coalesce(figure_after >= figure_before, true) as is_alone,
        cast(null as varchar) as reason
    from figures
    where verdict in ('too_high', 'too_low', 'fell')
),

ordered as (
    select
        *,
        lag(value) over in_order as previous,
        lag(as_of) over in_order as previous_as_of,
        lag(phase) over in_order as previous_phase,
        lead(value) over in_order as next_value
    from figures
    where verdict = 'in_order'
    window in_order as (partition by series, party order by as_of, value)
),

broken as (
    select
        ordered.series,
        ordered.party,
        ordered.party_name,
        ordered.as_of,
        ordered.first_on,
        ordered.value,
        'broken' as verdict,
        ordered.previous as beside,
        false as is_alone,
        max_by(breaks.reason, breaks.broken_on) as reason
    from ordered
    inner join breaks
        on
            ordered.series = breaks.series
            and ordered.authority = breaks.authority
            and ordered.as_of >= breaks.broken_on
            and ordered.previous_as_of < breaks.broken_on
    where ordered.value < ordered.previous
    group by all
),

rises as (
    select
        *,
        (value - previous) / greatest(as_of - previous_as_of, 1) as a_day
    from ordered
    where
        phase = previous_phase
        and value > previous
),

leapt as (
    select
        series,
        party,
        party_name,
        as_of,
        first_on,
        value,
        'leapt' as verdict,
        previous as beside,
        next_value is null as is_alone,
        cast(null as varchar) as reason
    from rises
    qualify
        a_day > 10 * median(a_day) over (partition by series, party)
        and value > 1.05 * previous
        and count(*) over (partition by series, party) >= 5
),

odd as (
    select * from out_of_order
    union all by name
    select * from broken
    union all by name
    select * from leapt
),

-- What the party said about that time, to find what a slip may have been meant to be.
neighbours as (
    select
        odd.series,
        odd.party,
        odd.value,
        figures.value as neighbour,
        cast(cast(odd.value as bigint) as varchar) as odd_digits,
        cast(cast(figures.value as bigint) as varchar) as neighbour_digits,
        substr(cast(cast(odd.value as bigint) as varchar), 3) as odd_end,
        substr(cast(cast(figures.value as bigint) as varchar), 3) as neighbour_end,
        log10(greatest(odd.value, 1) / greatest(figures.value, 1)) as magnitudes
    from odd
    inner join figures
        on
            odd.series = figures.series
            and odd.party = figures.party
            and odd.value != figures.value
            and abs(odd.first_on - figures.first_on) <= 7
    where figures.verdict in ('in_order', 'late')
),

-- Two digits turned, one dropped or doubled, or the point in the wrong place. A single digit that
-- differs is a slip only at the front, where figures of the same days do not differ by chance.
slips as (
    select
        series,
        party,
        value,
        min_by(neighbour, (abs(neighbour - value), neighbour)) as meant
    from neighbours
    where
        (
            damerau_levenshtein(odd_digits, neighbour_digits) = 1
            and (
                length(odd_digits) != length(neighbour_digits)
                or list_sort(string_split(odd_digits, ''))
                = list_sort(string_split(neighbour_digits, ''))
                or (length(odd_digits) >= 4 and odd_end = neighbour_end)
            )
        )
        or (abs(magnitudes) > 0.9 and abs(magnitudes - round(magnitudes)) < 0.02)
    group by all
),

stated as (
    select
        readings.series,
        readings.figure_party as party,
        readings.value,
        list_sort(list(readings.fact_id)) as fact_ids,
        bool_or(
            regexp_matches(facts.sentence, '(?i)\b(identified|verified|documented|confirmed)\b')
        ) as is_qualified
    from readings
    inner join facts on readings.fact_id = facts.fact_id
    where readings.figure_party is not null
    group by all
)

select
    odd.series,
    odd.party,
    odd.party_name,
    odd.as_of,
    odd.value,
    odd.verdict,
    odd.beside,
    slips.meant,
    odd.is_alone,
    odd.reason,
    case
        when odd.verdict = 'broken' then 'series_break'
        when odd.verdict = 'fell' and stated.is_qualified and not stated_beside.is_qualified
            then 'series_break'
        when odd.is_alone and slips.meant is not null then 'probable_typo'
        when odd.verdict = 'leapt' then 'jump'
        else 'cumulative_fell'
    end as kind,
    list_sort(list_distinct(stated.fact_ids || stated_beside.fact_ids)) as fact_ids
from odd
inner join stated
    on
        odd.series = stated.series
        and odd.party = stated.party
        and odd.value = stated.value
inner join stated as stated_beside
    on
        odd.series = stated_beside.series
        and odd.party = stated_beside.party
        and odd.beside = stated_beside.value
left join slips
    on
        odd.series = slips.series
        and odd.party = slips.party
        and odd.value = slips.value
