-- A figure is out of order in its running total, and a slip of the digits would explain it: two
-- turned, one dropped, doubled or wrong at the front, or the wrong unit.
--
-- grain: one row per figure that looks like a slip
with

oddities as (
    select * from core.oddities
    where kind = 'probable_typo'
),

readings as (
    select * from core.dated_readings
),

meant as (
    select
        oddities.series,
        oddities.party,
        oddities.value,
        list(readings.fact_id) as fact_ids
    from oddities
    inner join readings
        on
            oddities.series = readings.series
            and oddities.party = readings.figure_party
            and oddities.meant = readings.value
    group by all
)

select
    'warn' as severity,
    oddities.series,
    oddities.as_of,
    [oddities.party, format('{:,.0f}', oddities.value)] as parties,
    abs(oddities.value - oddities.meant) as gap,
    abs(oddities.value - oddities.meant) / greatest(oddities.value, oddities.meant) as gap_share,
    list_sort(list_distinct(oddities.fact_ids || meant.fact_ids)) as fact_ids,
    format(
        '{:,.0f} is out of order in the figures of {}; {:,.0f} would fit and is a slip away.',
        oddities.value,
        oddities.party_name,
        oddities.meant
    ) as explanation
from oddities
inner join meant
    on
        oddities.series = meant.series
        and oddities.party = meant.party
        and oddities.value = meant.value
