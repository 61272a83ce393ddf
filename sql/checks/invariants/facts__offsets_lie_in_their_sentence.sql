-- A number outside its sentence would be shown with words that say something else.
--
-- asset: core.facts
select
    fact_id,
    article_id,
    sentence_start,
    quote_start,
    quote_end,
    sentence_end
from core.facts
where not (sentence_start <= quote_start and quote_start < quote_end and quote_end <= sentence_end)
