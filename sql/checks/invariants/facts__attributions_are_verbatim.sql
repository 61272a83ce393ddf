-- Who gives a figure is told in the article's words, or not at all.
--
-- asset: core.facts
with

facts as (
    select * from core.facts
    where attribution is not null
),

articles as (
    select * from core.articles
)

select
    facts.fact_id,
    facts.article_id,
    facts.attribution
from facts
inner join articles on facts.article_id = articles.article_id
where
    facts.attribution
    is distinct from substring(
        articles.text,
        facts.attribution_start + 1,
        facts.attribution_end - facts.attribution_start
    )
