-- A figure is larger than that of the whole which an identity makes it a part of.
--
-- grain: one row per set of figures that cannot hold together
with

conflicts as (
    select * from core.conflicts
    where kind = 'part_exceeds_whole'
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
