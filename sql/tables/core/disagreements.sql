-- Disputes gathered into what a person decides on: all claims of a series that cannot hold together
-- at one time, from the lowest to the highest. The same extremes on later days are the same
-- disagreement; one that lies within a wider one of the same time is part of that.
--
-- grain: one row per series, kind and pair of extremes
-- series: the series
-- kind: authorities_differ or sources_disagree
-- severity: warn; info if it takes a vague word for there to be any, as these are a manner of
-- speaking
-- as_of: the first day on which they cannot hold together
-- parties: what makes it the same disagreement: the extremes, and the day of a running total
-- claim_ids: all claims in it
-- testimony: who says what, the smallest and the largest of it
-- gap: how far the furthest two are apart
-- gap_share: that as a share of the larger
-- fact_ids: the facts of the claims
with

disputes as (
    select * from core.disputes
),

-- The size of a claim is its figure, else the end that its words tell.
claims as (
    select
        *,
        coalesce(value, lowest, highest) as size,
        format(
            '{}: {:,.1f}', coalesce(authority, ''), coalesce(value, lowest, highest)
        ) as stand
    from core.claims
),

series as (
    select * from catalogue.series
),

sides as (
    select
        series,
        kind,
        as_of,
        gap,
        gap_share,
        is_vague,
        unnest([lower_claim_id, upper_claim_id]) as claim_id
    from disputes
),

gathered as (
    select
        sides.series,
        sides.kind,
        sides.as_of,
        max(sides.gap) as gap,
        max(sides.gap_share) as gap_share,
        bool_and(sides.is_vague) as is_vague,
        list_sort(list_distinct(list(claims.claim_id))) as claim_ids,
        min_by(claims.stand, (claims.size, claims.stand)) as lowest_party,
        max_by(claims.stand, (claims.size, claims.stand)) as highest_party,
        list_distinct(list(claims.stand)) as all_parties
    from sides
    inner join claims on sides.claim_id = claims.claim_id
    group by all
),

identified as (
    select
        gathered.*,
        if(series.kind = 'cumulative', cast(gathered.as_of as varchar), '') as only_on,
        series.holds_days
    from gathered
    inner join series on gathered.series = series.series
),

contained as (
    select distinct
        one.series,
        one.kind,
        one.as_of
    from identified as one
    inner join identified as other
        on
            one.series = other.series
            and one.kind = other.kind
            and one.only_on = other.only_on
            and abs(one.as_of - other.as_of) < one.holds_days
            and list_contains(other.all_parties, one.lowest_party)
            and list_contains(other.all_parties, one.highest_party)
            and (
                one.lowest_party != other.lowest_party
                or one.highest_party != other.highest_party
            )
),

widest as (
    select
        identified.series,
        identified.kind,
        [identified.lowest_party, identified.highest_party, identified.only_on] as parties,
        min(identified.as_of) as as_of,
        max(identified.gap) as gap,
        max(identified.gap_share) as gap_share,
        bool_and(identified.is_vague) as is_vague,
        list_distinct(flatten(list(identified.claim_ids))) as claim_ids
    from identified
    anti join contained
        on
            identified.series = contained.series
            and identified.kind = contained.kind
            and identified.as_of = contained.as_of
    group by all
),

members as (
    select
        series,
        kind,
        parties,
        unnest(claim_ids) as claim_id
    from widest
),

evidence as (
    select
        members.series,
        members.kind,
        members.parties,
        list_sort(flatten(list(claims.fact_ids))) as fact_ids
    from members
    inner join claims on members.claim_id = claims.claim_id
    group by all
),

sayings as (
    select
        members.series,
        members.kind,
        members.parties,
        coalesce(claims.authority_name, 'unattributed') as speaker,
        claims.quantity,
        claims.size,
        list_sort(list_distinct(flatten(list(claims.outlets)))) as outlets
    from members
    inner join claims on members.claim_id = claims.claim_id
    group by all
),

-- More than five make no sentence: the three smallest and the two largest are told. An outlet that
-- counts for itself need not be named twice.
told as (
    select
        *,
        array_to_string(
            list_filter(outlets, lambda printer: printer != speaker)[:3], ', '
        ) as printed_by
    from sayings
    qualify
        row_number() over (
            partition by series, kind, parties order by size asc, quantity asc, speaker asc
        ) <= 3
        or row_number() over (
            partition by series, kind, parties order by size desc, quantity desc, speaker desc
        ) <= 2
),

speeches as (
    select
        series,
        kind,
        parties,
        speaker,
        min(size) as smallest,
        string_agg(
            quantity || coalesce(' (' || nullif(printed_by, '') || ')', ''),
            ', '
            order by size, quantity, printed_by
        ) as figures
    from told
    group by all
),

accounts as (
    select
        series,
        kind,
        parties,
        string_agg(speaker || ': ' || figures, '; ' order by smallest, speaker) as testimony
    from speeches
    group by all
)

select
    widest.series,
    widest.kind,
    case when widest.is_vague then 'info' else 'warn' end as severity,
    widest.as_of,
    widest.parties,
    list_sort(widest.claim_ids) as claim_ids,
    upper(accounts.testimony[1]) || accounts.testimony[2:] as testimony,
    widest.gap,
    widest.gap_share,
    evidence.fact_ids
from widest
inner join evidence
    on
        widest.series = evidence.series
        and widest.kind = evidence.kind
        and widest.parties = evidence.parties
inner join accounts
    on
        widest.series = accounts.series
        and widest.kind = accounts.kind
        and widest.parties = accounts.parties
