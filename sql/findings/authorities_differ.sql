-- Authorities give figures for the same thing and time that cannot both be true; a figure for
-- which outlets name nobody counts as that of another authority than any named one.
--
-- grain: one row per disagreement
with

disagreements as (
    select * from core.disagreements
    where kind = 'authorities_differ'
)

select
    'warn' as severity,
    series,
    as_of,
    parties,
    gap,
    gap_share,
    fact_ids,
    'The authorities differ: '
    || array_to_string(wordings[:5], '; ')
    || format('. The furthest are {:,.0f} apart ({:.1f} %).', gap, 100 * gap_share)
        as explanation
from disagreements
