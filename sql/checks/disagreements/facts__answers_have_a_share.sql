-- An answer that is told in vague words, or by a bound from above, cannot be added up.
--
-- asset: core.facts
-- covers: findings__shares_make_at_most_100
select
    fact_id,
    article_id,
    quote
from core.facts
where
    metric = 'poll_share'
    and unit = 'percent'
    and modality = 'asserted'
    and value is null
    and low is null
