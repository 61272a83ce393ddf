-- Open findings by kind
select
    replace(kind, '_', ' ') as kind,
    count(*) as n
from out.findings
where status in ('open', 'expired')
group by all
order by
    n desc,
    kind asc
