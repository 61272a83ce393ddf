-- Every fact, in reading order.
select
    facts.fact_id,
    facts.article_id,
    facts.sentence,
    facts.sentence_start,
    facts.quote,
    facts.quote_start,
    facts.quote_end,
    facts.value,
    facts.low,
    facts.high,
    facts.bound,
    facts.unit,
    facts.counted,
    facts.metric,
    facts.series,
    facts.as_of,
    facts.attribution,
    facts.authority,
    facts.framing,
    facts.modality
from core.facts
order by facts.article_id, facts.quote_start
