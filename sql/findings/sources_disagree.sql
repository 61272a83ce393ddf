-- Outlets give figures for the same thing and time that cannot both be true, and nothing explains
-- it: they name nobody, or they name the same authority.
--
-- grain: one row per disagreement
with

disagreements as (
    select * from core.disagreements
    where kind = 'sources_disagree'
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
        'These cannot all be true of the same time. {}. The furthest are {} apart ({:.1f}%).',
        testimony,
        format(case when gap < 100 and gap != trunc(gap) then '{:,.1f}' else '{:,.0f}' end, gap),
        100 * gap_share
    ) as explanation
from disagreements
