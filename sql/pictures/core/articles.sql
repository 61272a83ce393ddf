-- Articles by the day of publication
select
    published_on as "on",
    count(*) as n
from core.articles
where published_on is not null
group by published_on
order by published_on asc
