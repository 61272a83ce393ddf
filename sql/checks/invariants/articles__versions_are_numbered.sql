-- What was known on a day is told from the order of the versions, so no two share a number.
--
-- asset: core.articles
select
    article_key,
    version,
    count(*) as n_articles
from core.articles
group by all
having n_articles > 1
