-- A part that is larger than its whole is wrong whatever is true.
--
-- asset: out.findings
-- kind: part_exceeds_whole
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'part_exceeds_whole'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
