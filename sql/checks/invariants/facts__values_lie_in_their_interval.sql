-- All comparing is done by intervals; a value outside its own makes every comparison wrong.
--
-- asset: core.facts
select
    fact_id,
    quote,
    low,
    value,
    high
from core.facts
where
    low > high
    or value < low
    or value > high
