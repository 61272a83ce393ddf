-- A turned or dropped digit travels from copy to copy until somebody says so.
--
-- asset: out.findings
-- kind: probable_typo
select
    severity,
    series,
    as_of,
    explanation,
    finding_id
from out.findings
where
    kind = 'probable_typo'
    and status in ('open', 'expired')
order by
    gap_share desc nulls last,
    finding_id asc
