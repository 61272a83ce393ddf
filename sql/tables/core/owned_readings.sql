-- Whose figure each reading is. A figure that names nobody is that of the named authority that gave
-- the same one before, or within the week after: a bulletin is printed with and without its name.
-- Figures of one or two digits recur by chance, so they stay with the outlet.
--
-- grain: one row per reading that is one figure
-- fact_id: the fact
-- series: the series it speaks of
-- figure_party: the named authority, else the outlet that names nobody
-- figure_authority: the named authority
-- figure_party_name: the party as people write it
with

figures as (
    select * from core.readings
    where is_figure
),

named as (
    select
        series,
        value,
        min(told_as_of) as first_on,
        arg_min(authority, (told_as_of, authority)) as authority,
        arg_min(party_name, (told_as_of, authority)) as party_name
    from figures
    where
        authority is not null
        and digits >= 3
    group by all
),

unnamed as (
    select * from figures
    where authority is null
),

owned as (
    select
        unnamed.fact_id,
        named.authority,
        named.party_name
    from unnamed
    inner join named
        on
            unnamed.series = named.series
            and unnamed.value = named.value
            and named.first_on - unnamed.told_as_of <= 7
)

select
    figures.fact_id,
    figures.series,
    coalesce(owned.authority, figures.party) as figure_party,
    coalesce(owned.authority, figures.authority) as figure_authority,
    coalesce(owned.party_name, figures.party_name) as figure_party_name
from figures
left join owned on figures.fact_id = owned.fact_id
