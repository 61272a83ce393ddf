-- Every article version with its correction notices, oldest first.
select
    articles.article_id,
    articles.article_key,
    articles.version,
    articles.is_latest,
    articles.outlet,
    articles.agency,
    articles.title,
    articles.url,
    articles.published_on,
    articles.published_source,
    articles.raw_path,
    articles.record_key,
    articles.text,
    articles.segments,
    articles.origin_id
from core.articles
order by articles.published_on nulls last, articles.article_id
