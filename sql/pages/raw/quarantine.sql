-- Newest refusals
select
    replace(reason, '_', ' ') as heading,
    concat_ws(', ', raw_path, record_key) || ': ' || detail as words
from raw.quarantine
order by seen_at desc, raw_path asc, record_key asc
