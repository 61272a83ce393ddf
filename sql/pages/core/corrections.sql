-- Newest corrections
select
    concat_ws(', ', articles.outlet, corrections.corrected_on) as heading,
    corrections.text as words
from core.corrections
inner join core.articles on corrections.article_id = articles.article_id
order by
    corrections.corrected_on desc nulls last,
    articles.outlet asc,
    corrections.text asc
