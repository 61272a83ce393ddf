-- Articles by outlet, and those of the last arrival
with

articles as (
    select * from core.articles
),

newest as (
    select max(received_at) as received_at from articles
)

select
    coalesce(articles.outlet, 'unknown') as outlet,
    count(distinct articles.article_key) as articles,
    count(distinct articles.origin_id) as origins,
    count(*) filter (where articles.received_at = newest.received_at) as arrived
from articles
cross join newest
group by articles.outlet
order by articles desc, outlet asc
