-- A running total went down, and nothing explains it: no late copy, no correction, no change of
-- what is counted, no slip of the digits.
--
-- grain: one row per figure that is out of order
with

oddities as (
    select * from core.oddities
    where kind = 'cumulative_fell'
)

select
    'warn' as severity,
    oddities.series,
    oddities.as_of,
    [
        oddities.party,
        format('{:,.0f}', oddities.value),
        format('{:,.0f}', oddities.beside)
    ] as parties,
    abs(oddities.value - oddities.beside) as gap,
    abs(oddities.value - oddities.beside) / greatest(oddities.value, oddities.beside) as gap_share,
    oddities.fact_ids,
    format(
        'A running total cannot fall, but {} gave {:,.0f} and then {:,.0f} ({:,.0f} less).',
        oddities.party_name,
        greatest(oddities.value, oddities.beside),
        least(oddities.value, oddities.beside),
        abs(oddities.value - oddities.beside)
    ) as explanation
from oddities
