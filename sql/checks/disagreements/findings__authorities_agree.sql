-- Two authorities that differ count differently, or one of them is wrong; a reader must be told
-- which of them a figure is from.
--
-- asset: out.findings
-- kind: authorities_differ
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'authorities_differ'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
