-- Every number must open to the words it was read from; a quote that is not in the stored text at
-- its place is worth nothing as evidence.
--
-- asset: core.facts
with

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
)

select
    facts.fact_id,
    facts.article_id,
    facts.quote,
    substring(articles.text, facts.quote_start + 1, facts.quote_end - facts.quote_start) as found
from facts
inner join articles on facts.article_id = articles.article_id
where
    facts.quote
    is distinct from substring(
        articles.text, facts.quote_start + 1, facts.quote_end - facts.quote_start
    )
