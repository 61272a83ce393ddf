-- Nothing is dropped without a word: each record of a file is an article, a repeat or refused.
-- The counts are the file's own, for an article that an earlier file brought stands under that one.
--
-- asset: raw.quarantine
with

files as (
    select * from raw.files
    where format != 'manifest'
),

refusals as (
    select
        file_id,
        count(*) as refusal_count
    from raw.quarantine
    where file_id is not null
    group by all
)

select
    files.file_id,
    files.raw_path,
    files.n_records,
    files.n_articles,
    files.n_repeats,
    files.n_refused,
    refusals.refusal_count
from files
left join refusals on files.file_id = refusals.file_id
where
    files.n_records = 0
    or files.n_records != files.n_articles + files.n_repeats + files.n_refused
    or (files.n_refused > 0) != (refusals.refusal_count is not null)
