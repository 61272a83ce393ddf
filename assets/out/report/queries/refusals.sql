-- What could not be read, and why.
select
    quarantine.raw_path,
    quarantine.record_key,
    quarantine.reason,
    quarantine.detail
from raw.quarantine
order by quarantine.raw_path, quarantine.record_key nulls first
