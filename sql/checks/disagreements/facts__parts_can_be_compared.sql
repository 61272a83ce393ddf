-- A part without a floor, a whole without a ceiling, or a part of another metric than its whole is
-- compared with nothing.
--
-- asset: core.facts
-- covers: findings__parts_are_at_most_wholes
with

facts as (
    select * from core.facts
)

select
    parts.fact_id,
    parts.quote,
    wholes.quote as whole_quote
from facts as parts
inner join facts as wholes on parts.whole_fact_id = wholes.fact_id
where
    parts.low is null
    or wholes.high is null
    or parts.unit != wholes.unit
    or parts.metric is distinct from wholes.metric
