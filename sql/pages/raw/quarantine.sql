-- Newest refusals
select
    cast(seen_at as date) as seen_on,
    raw_path,
    record_key as record_in_file,
    reason,
    detail
from raw.quarantine
order by seen_at desc, raw_path asc, record_key asc
