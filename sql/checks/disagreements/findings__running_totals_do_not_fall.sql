-- A running total cannot fall: somebody was counted who should not have been, or a figure is
-- wrong.
--
-- asset: out.findings
-- kind: cumulative_fell
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'cumulative_fell'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
