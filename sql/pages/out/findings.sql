-- What does not fit together
select
    severity as heading,
    format(
        '{} ({}) report/finding/{}.html',
        explanation,
        concat_ws(', ', replace(kind, '_', ' '), series, as_of),
        finding_id
    ) as words
from out.findings
where status in ('open', 'expired')
order by
    case severity when 'error' then 1 when 'warn' then 2 else 3 end asc,
    gap_share desc nulls last,
    finding_id asc
