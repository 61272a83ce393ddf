-- A figure that was out of date when it was printed looks like a contradiction, and is none.
--
-- asset: out.findings
-- kind: stale_copy
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'stale_copy'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
