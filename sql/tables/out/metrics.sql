-- What the figure is, by each of the rules that the field accepts, for every day that a claim holds
-- for. What stands on a day are the claims as of that day; for a level, a share or the count of one
-- event also those of the days before, until the same authority gives a newer one.
--
-- grain: one row per series, day and rule
-- series: the series
-- as_of: the day the figure holds for
-- rule: ucdp_triple (the best-placed reliable claim between the extremes of the reliable ones) or
-- ibc_range (the extremes of all, no best)
-- low: least value by the rule; null is open
-- best: most likely value by the rule; null where the rule gives none
-- high: greatest value by the rule; null is open
-- status: agreed (two origins or more, all compatible), single_origin, disputed (two claims are
-- further apart than the series tolerates) or unconfirmed (the rule gives no figure)
-- n_claims: claims that stand on the day
-- n_outlets: outlets that publish them
-- n_origins: different pieces of copy they stand in
-- n_authorities: named authorities that give them
-- claim_ids: the claims that give low, best and high
-- fact_ids: the facts of those claims
with

claims as (
    select * from core.claims
    where as_of is not null
),

standing as (
    select * from core.standing
),

disputes as (
    select * from core.disputes
),

present as (
    select
        standing.series,
        standing.as_of,
        claims.claim_id,
        claims.authority,
        claims.as_of as claimed_as_of,
        claims.value,
        claims.lowest,
        claims.highest,
        claims.rounding,
        claims.precedence,
        claims.n_origins,
        claims.outlets,
        claims.origins,
        not claims.is_odd and claims.reliability <= 'C' as is_reliable
    from standing
    inner join claims on standing.claim_id = claims.claim_id
),

disputed as (
    select distinct
        one.series,
        one.as_of
    from disputes
    inner join standing as one on disputes.lower_claim_id = one.claim_id
    inner join standing as other
        on
            disputes.upper_claim_id = other.claim_id
            and one.as_of = other.as_of
),

counted as (
    select
        series,
        as_of,
        count(*) as n_claims,
        len(list_distinct(flatten(list(outlets)))) as n_outlets,
        len(list_distinct(flatten(list(origins)))) as n_origins,
        count(distinct authority) as n_authorities
    from present
    group by all
),

-- A claim is a candidate for best if it is closed on both sides. The best-placed comes first: by
-- the sort of its party, then the newer, then the one in more copy.
candidates as (
    select
        *,
        row_number() over (
            partition by series, as_of
            order by
                precedence asc,
                claimed_as_of desc,
                n_origins desc,
                rounding asc,
                value asc,
                claim_id asc
        ) as place
    from present
    where
        is_reliable
        and value is not null
        and lowest is not null
        and highest is not null
),

best_placed as (
    select * from candidates
    where place = 1
),

reliable_extremes as (
    select
        series,
        as_of,
        min(lowest) as low,
        max(highest) as high,
        arg_min(claim_id, (lowest, claim_id)) filter (where lowest is not null) as low_claim_id,
        arg_max(claim_id, (highest, claim_id)) filter (where highest is not null) as high_claim_id
    from present
    where is_reliable
    group by all
),

extremes as (
    select
        series,
        as_of,
        min(lowest) as low,
        max(highest) as high,
        arg_min(claim_id, (lowest, claim_id)) filter (where lowest is not null) as low_claim_id,
        arg_max(claim_id, (highest, claim_id)) filter (where highest is not null) as high_claim_id
    from present
    group by all
),

ucdp_triple as (
    select
        reliable_extremes.series,
        reliable_extremes.as_of,
        'ucdp_triple' as rule,
        reliable_extremes.low,
        best_placed.value as best,
        reliable_extremes.high,
        [
            reliable_extremes.low_claim_id,
            best_placed.claim_id,
            reliable_extremes.high_claim_id
        ] as claim_ids
    from reliable_extremes
    left join best_placed
        on
            reliable_extremes.series = best_placed.series
            and reliable_extremes.as_of = best_placed.as_of
),

ibc_range as (
    select
        series,
        as_of,
        'ibc_range' as rule,
        low,
        cast(null as double) as best,
        high,
        [low_claim_id, high_claim_id] as claim_ids
    from extremes
),

ruled as (
    select * from ucdp_triple
    union all by name
    select * from ibc_range
),

behind as (
    select
        series,
        as_of,
        rule,
        unnest(list_distinct(claim_ids)) as claim_id
    from ruled
),

evidence as (
    select
        behind.series,
        behind.as_of,
        behind.rule,
        list_sort(list(claims.claim_id)) as claim_ids,
        list_sort(flatten(list(claims.fact_ids))) as fact_ids
    from behind
    inner join claims on behind.claim_id = claims.claim_id
    group by all
)

select
    ruled.series,
    ruled.as_of,
    ruled.rule,
    ruled.low,
    ruled.best,
    ruled.high,
    case
        when ruled.rule != 'ibc_range' and ruled.best is null then 'unconfirmed'
        when disputed.as_of is not null then 'disputed'
        when counted.n_origins = 1 then 'single_origin'
        else 'agreed'
    end as status,
    counted.n_claims,
    counted.n_outlets,
    counted.n_origins,
    counted.n_authorities,
    evidence.claim_ids,
    evidence.fact_ids
from ruled
inner join counted
    on
        ruled.series = counted.series
        and ruled.as_of = counted.as_of
inner join evidence
    on
        ruled.series = evidence.series
        and ruled.as_of = evidence.as_of
        and ruled.rule = evidence.rule
left join disputed
    on
        ruled.series = disputed.series
        and ruled.as_of = disputed.as_of
