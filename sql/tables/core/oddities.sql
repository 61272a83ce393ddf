-- Figures of a running total that are out of order, and what they look like: a figure may not be
-- smaller than one for an earlier day. In this order: the authority counts something else than
-- before (series_break), digits went wrong (probable_typo), nothing explains it (cumulative_fell).
--
-- grain: one row per figure that is out of order
-- series: the running total
-- party: whose figure it is
-- as_of: the day it holds for
-- value: the figure
-- verdict: too_high, too_low or fell, as in core.figures
-- beside: the figure next to it that it is out of order with
-- meant: the figure that it is a slip of; null if none
-- kind: series_break, probable_typo or cumulative_fell
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

odd as (
    select
        *,
        if(verdict = 'too_high', figure_after, figure_before) as beside
    from figures
    where verdict in ('too_high', 'too_low', 'fell')
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
            and abs(odd.first_on - figures.first_on) <= 3
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
    odd.as_of,
    odd.value,
    odd.verdict,
    odd.beside,
    slips.meant,
    case
        when odd.verdict = 'fell' and stated.is_qualified and not stated_beside.is_qualified
            then 'series_break'
        when slips.meant is not null then 'probable_typo'
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
