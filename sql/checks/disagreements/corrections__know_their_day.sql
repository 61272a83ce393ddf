-- A notice of no known day, or in a text of none, cannot be said to be later than its text.
--
-- asset: core.corrections
-- covers: findings__texts_are_of_their_date
with

corrections as (
    select * from core.corrections
),

articles as (
    select * from core.articles
)

select
    corrections.article_id,
    corrections.corrected_on,
    articles.published_on
from corrections
inner join articles on corrections.article_id = articles.article_id
where
    corrections.corrected_on is null
    or articles.published_on is null
