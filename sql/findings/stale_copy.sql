-- An outlet prints an authority's figure of an earlier day though a newer one was out: no
-- contradiction, but a reader who compares the two sees one.
--
-- grain: one row per party and figure that was printed late
with

all_readings as (
    select * from core.dated_readings
),

stale_readings as (
    select * from all_readings
    where is_stale
),

figures as (
    select * from core.figures
    where verdict in ('in_order', 'fell', 'late')
),

copies as (
    select
        series,
        figure_party as party,
        value,
        as_of,
        min(known_from) as first_copied_on,
        max(lag_days) as max_lag_days,
        bool_or(as_of_source = 'placed') as is_placed,
        list_sort(list_distinct(list(outlet))) as outlets,
        list(fact_id) as fact_ids
    from stale_readings
    group by all
),

-- What was out when the copy was first printed: the figure for the latest day.
overtaken as (
    select
        copies.*,
        figures.party_name,
        max_by(figures.value, (figures.as_of, figures.value)) as newer,
        max(figures.as_of) as newer_as_of
    from copies
    inner join figures
        on
            copies.series = figures.series
            and copies.party = figures.party
            and copies.as_of < figures.as_of
            and copies.first_copied_on >= figures.first_printed_on
    group by all
),

newer_facts as (
    select
        overtaken.series,
        overtaken.party,
        overtaken.value,
        list(readings.fact_id) as fact_ids
    from overtaken
    inner join all_readings as readings
        on
            overtaken.series = readings.series
            and overtaken.party = readings.figure_party
            and overtaken.newer = readings.value
            and overtaken.first_copied_on >= readings.known_from
    group by all
)

select
    'info' as severity,
    overtaken.series,
    overtaken.as_of,
    [overtaken.party, format('{:,.0f}', overtaken.value)] as parties,
    abs(overtaken.newer - overtaken.value) as gap,
    abs(overtaken.newer - overtaken.value) / greatest(overtaken.newer, overtaken.value)
        as gap_share,
    list_sort(overtaken.fact_ids || newer_facts.fact_ids) as fact_ids,
    format(
        '{} printed {:,.0f} on {}, which {} gave for {}{}; {:,.0f} was already out ({:,.0f} {}).',
        coalesce(nullif(array_to_string(overtaken.outlets[:3], ', '), ''), 'An outlet'),
        overtaken.value,
        strftime(overtaken.first_copied_on, '%-d %B %Y'),
        overtaken.party_name,
        strftime(overtaken.as_of, '%-d %B %Y'),
        if(overtaken.is_placed, ' or earlier', ''),
        overtaken.newer,
        abs(overtaken.newer - overtaken.value),
        case when overtaken.newer > overtaken.value then 'more' else 'less' end
    ) as explanation
from overtaken
inner join newer_facts
    on
        overtaken.series = newer_facts.series
        and overtaken.party = newer_facts.party
        and overtaken.value = newer_facts.value
