-- Nothing is dropped without a word: a file leads to articles or to a reason why it does not.
--
-- asset: raw.quarantine
with

files as (
    select * from raw.files
    where format != 'manifest'
),

articles as (
    select * from core.articles
),

quarantine as (
    select * from raw.quarantine
)

select
    files.file_id,
    files.raw_path,
    files.status
from files
anti join articles on files.file_id = articles.file_id
anti join quarantine on files.file_id = quarantine.file_id
