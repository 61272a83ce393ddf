-- Files by day of arrival
select
    cast(received_at as date) as arrived_on,
    count(*) as n_files,
    sum(size_bytes) as n_bytes,
    count(published_on) as dated_by_manifest,
    min(raw_path) as such_as
from raw.files
group by cast(received_at as date)
order by arrived_on desc
