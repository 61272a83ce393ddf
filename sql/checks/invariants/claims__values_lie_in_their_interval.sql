-- All comparing is done by intervals; a value outside its own makes every comparison wrong.
--
-- asset: core.claims
select
    claim_id,
    series,
    lowest,
    value,
    highest
from core.claims
where
    lowest > highest
    or (value < lowest and highest is not null)
    or (value > highest and lowest is not null)
