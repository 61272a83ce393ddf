-- What does not fit together
select
    concat_ws(', ', severity, replace(kind, '_', ' '), series, as_of) as heading,
    explanation || ' (report/finding/' || finding_id || '.html)' as words
from out.findings
where status in ('open', 'expired')
order by
    case severity when 'error' then 1 when 'warn' then 2 else 3 end asc,
    gap_share desc nulls last,
    finding_id asc
