-- Figures that an identity binds cannot all be true: the parts do not make the whole.
--
-- grain: one row per set of figures that cannot hold together
with

conflicts as (
    select * from core.conflicts
    where kind = 'identity_broken'
)

select
    severity,
    series,
    as_of,
    parties,
    gap,
    gap_share,
    fact_ids,
    explanation
from conflicts
