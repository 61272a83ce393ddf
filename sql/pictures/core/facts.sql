-- Facts by the day of their article's publication
select
    articles.published_on as "on",
    count(*) as n
from core.facts
inner join core.articles on facts.article_id = articles.article_id
where articles.published_on is not null
group by articles.published_on
order by articles.published_on asc
