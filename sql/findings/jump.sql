-- A running total rose more than ten times as fast as it usually does. If later figures go on from
-- there, the world or the counting changed; the last one may as well be a mistake.
--
-- grain: one row per figure that leaps
with

oddities as (
    select * from core.oddities
    where kind = 'jump'
)

select
    if(oddities.is_alone, 'warn', 'info') as severity,
    oddities.series,
    oddities.as_of,
    [oddities.party, format('{:,.0f}', oddities.value)] as parties,
    oddities.value - oddities.beside as gap,
    (oddities.value - oddities.beside) / oddities.value as gap_share,
    oddities.fact_ids,
    format(
        'The figures of {} rose from {:,.0f} to {:,.0f}, more than ten times as fast as usual{}.',
        oddities.party_name,
        oddities.beside,
        oddities.value,
        if(oddities.is_alone, ', and no later figure bears it out', '')
    ) as explanation
from oddities
