-- The sentence is what a reader is shown beside the number; it must be the article's own.
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
    facts.sentence
from facts
inner join articles on facts.article_id = articles.article_id
where
    facts.sentence
    is distinct from substring(
        articles.text, facts.sentence_start + 1, facts.sentence_end - facts.sentence_start
    )
