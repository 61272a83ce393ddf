-- A fact without its article cannot be opened to its words, and has no day and no outlet.
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
    facts.article_id
from facts
anti join articles on facts.article_id = articles.article_id
