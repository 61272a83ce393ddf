-- A day's count and the totals around it are told by the same people; if they do not add up, one
-- of them is wrong.
--
-- asset: out.findings
-- kind: increments_mismatch
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'increments_mismatch'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
