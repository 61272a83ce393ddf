-- Files by day of arrival
select
    cast(received_at as date) as arrived_on,
    count(*) as n_files,
    sum(size_bytes) as n_bytes
from raw.files
group by cast(received_at as date)
order by arrived_on desc
