-- "130 out of the 253" can be shown and checked only if the 253 is there, in the same article.
--
-- asset: core.facts
with

parts as (
    select * from core.facts
    where whole_fact_id is not null
),

wholes as (
    select * from core.facts
)

select
    parts.fact_id,
    parts.whole_fact_id
from parts
anti join wholes
    on
        parts.whole_fact_id = wholes.fact_id
        and parts.article_id = wholes.article_id
