-- Only the latest version of a text counts; with two of them a figure that was taken back would
-- count.
--
-- asset: core.articles
select
    article_key,
    count(*) as n_versions,
    count(*) filter (where is_latest) as n_latest
from core.articles
group by article_key
having n_latest != 1
