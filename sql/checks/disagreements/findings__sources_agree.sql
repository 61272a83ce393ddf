-- Two outlets that cannot both be right about one thing at one time: one of them misleads its
-- readers.
--
-- asset: out.findings
-- kind: sources_disagree
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'sources_disagree'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
