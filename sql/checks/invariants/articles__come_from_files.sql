-- Every article must be traceable to bytes that we kept.
--
-- asset: core.articles
with

articles as (
    select * from core.articles
),

files as (
    select * from raw.files
)

select
    articles.article_id,
    articles.file_id,
    articles.raw_path
from articles
anti join files on articles.file_id = files.file_id
