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
    severity,
    series,
    as_of,
    parties,
    gap,
    gap_share,
    fact_ids,
    format(
        'The authorities differ. {}. The furthest are {} apart ({:.1f}%).',
        testimony,
        format(case when gap < 100 and gap != trunc(gap) then '{:,.1f}' else '{:,.0f}' end, gap),
        100 * gap_share
    ) as explanation
from disagreements
