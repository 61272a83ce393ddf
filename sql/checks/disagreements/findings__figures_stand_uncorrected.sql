-- Whoever used a figure that its outlet has taken back wants to know.
--
-- asset: out.findings
-- kind: correction_withdraws
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'correction_withdraws'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
