-- A running total went down because its authority counts something else than before: the catalogue
-- has the break, or the words changed ("identified", "verified", "documented", "confirmed").
--
-- grain: one row per break
with

oddities as (
    select * from core.oddities
    where kind = 'series_break'
)

select
    if(oddities.reason is null, 'warn', 'info') as severity,
    oddities.series,
    oddities.as_of,
    [
        oddities.party,
        format('{:,.0f}', oddities.value),
        format('{:,.0f}', oddities.beside)
    ] as parties,
    oddities.beside - oddities.value as gap,
    (oddities.beside - oddities.value) / oddities.beside as gap_share,
    oddities.fact_ids,
    format(
        'The figures of {} went from {:,.0f} to {:,.0f}, as what is counted changed{}.',
        oddities.party_name,
        oddities.beside,
        oddities.value,
        coalesce(': ' || oddities.reason, ' by their words')
    ) as explanation
from oddities
