-- Newest corrections
select
    corrections.corrected_on,
    articles.outlet,
    articles.published_on,
    corrections.text as notice
from core.corrections
inner join core.articles on corrections.article_id = articles.article_id
order by
    corrections.corrected_on desc nulls last,
    articles.outlet asc,
    corrections.text asc
