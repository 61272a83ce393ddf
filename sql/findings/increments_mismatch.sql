-- A day's count does not fit the running totals around it: what was added in a day cannot be more
-- than the total rose by, and in one sentence with the total it cannot be less either.
--
-- grain: one row per day's count
with

facts as (
    select * from core.facts
),

readings as (
    select * from core.dated_readings
    where not is_odd
),

figures as (
    select * from core.figures
    where verdict = 'in_order'
),

series as (
    select * from catalogue.series
    where kind = 'cumulative'
),

levels as (
    select
        readings.*,
        facts.sentence_start,
        series.metric,
        series.place
    from readings
    inner join facts on readings.fact_id = facts.fact_id
    inner join series on readings.series = series.series
    where readings.figure_party is not null
),

increments as (
    select * from facts
    where
        kind = 'increment'
        and series is null
        and modality = 'asserted'
        and bound = 'exact'
        and window_end - window_start <= 1
),

-- The day's count, the total it was told with, and the total of the day before.
told_together as (
    select
        levels.series,
        levels.as_of,
        levels.party,
        figures.party_name,
        levels.outlet,
        levels.value as total,
        figures.value as total_before,
        levels.value - figures.value as difference,
        increments.value as added,
        levels.sentence_start = increments.sentence_start as is_one_sentence,
        levels.fact_id as level_fact_id,
        increments.fact_id as increment_fact_id
    from levels
    inner join increments
        on
            levels.article_id = increments.article_id
            and levels.metric = increments.metric
            and levels.place = increments.place
            and levels.authority = increments.authority
            and levels.as_of = increments.window_end
    inner join figures
        on
            levels.series = figures.series
            and levels.figure_party = figures.party
            and levels.as_of - 1 = figures.as_of
),

mismatched as (
    select * from told_together
    where
        added > difference
        or (added < difference and is_one_sentence)
),

gathered as (
    select
        series,
        as_of,
        party,
        party_name,
        total,
        total_before,
        difference,
        added,
        list_sort(list_distinct(list(outlet))) as outlets,
        list(level_fact_id) as level_fact_ids,
        list(increment_fact_id) as increment_fact_ids
    from mismatched
    group by all
),

told_before as (
    select
        gathered.series,
        gathered.party,
        gathered.as_of,
        gathered.added,
        list(readings.fact_id) as fact_ids
    from gathered
    inner join readings
        on
            gathered.series = readings.series
            and gathered.party = readings.figure_party
            and gathered.total_before = readings.value
    group by all
)

select
    if(gathered.added > gathered.difference, 'warn', 'info') as severity,
    gathered.series,
    gathered.as_of,
    [
        gathered.party,
        format('{:,.0f}', gathered.total_before),
        format('{:,.0f}', gathered.added),
        format('{:,.0f}', gathered.total)
    ] as parties,
    abs(gathered.added - gathered.difference) as gap,
    abs(gathered.added - gathered.difference)
    / greatest(gathered.added, gathered.difference) as gap_share,
    list_sort(
        list_distinct(
            gathered.level_fact_ids || gathered.increment_fact_ids || told_before.fact_ids
        )
    ) as fact_ids,
    format(
        '{} more in a day, but the total went from {} to {}, which is {} more ({}).',
        format('{:,.0f}', gathered.added),
        format('{:,.0f}', gathered.total_before),
        format('{:,.0f}', gathered.total),
        format('{:,.0f}', gathered.difference),
        gathered.party_name
    ) as explanation
from gathered
inner join told_before
    on
        gathered.series = told_before.series
        and gathered.party = told_before.party
        and gathered.as_of = told_before.as_of
        and gathered.added = told_before.added
