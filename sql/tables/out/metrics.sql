-- What the figure is, by each of the rules that the field accepts, for every day that a claim holds
-- for. What they are given is the same: the claims that stand on the day.
--
-- grain: one row per series, day and rule
-- series: the series
-- as_of: the day the figure holds for
-- rule: ucdp_triple (the best-placed reliable claim between the extremes of the reliable ones; the
-- rule that is shown first), ibc_range (the extremes of all, no best), acled_conservative (the
-- least figure reported), emdat_priority (the figure of the best-placed party, if there are two
-- pieces of copy), latest_majority_lowest (of the newest claims the one in most copy, else the
-- least), crh_median (the median, weighted by how near each party has been to the others; refused
-- under five parties) or recommended (a person's choice)
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
),

standing as (
    select * from core.standing
),

disputes as (
    select * from core.disputes
),

crh_rounds as (
    select * from core.crh_rounds
),

series as (
    select * from catalogue.series
),

recommendations as (
    select * from core.recommendations
),

-- What vague words stand for, by the policy of each rule: dozens, scores, hundreds, thousands, tens
-- and hundreds of thousands, millions. ACLED's codebook takes dozens for 12 and hundreds for 100,
-- EM-DAT's guidelines hundreds for 200 and thousands for 2,000; the others follow the pattern.
vague_words (lowest, highest, acled_value, emdat_value) as (
    values
    (24, 99, 12, 24),
    (40, 99, 20, 40),
    (200, 999, 100, 200),
    (2000, 9999, 1000, 2000),
    (20000, 99999, 10000, 20000),
    (200000, 999999, 100000, 200000),
    (2000000, 9990000, 1000000, 2000000)
),

present as (
    select
        standing.series,
        standing.as_of,
        claims.claim_id,
        claims.as_of as claimed_as_of,
        claims.authority,
        claims.lowest,
        claims.highest,
        claims.precedence,
        claims.rounding,
        claims.n_outlets,
        claims.n_origins,
        claims.outlets,
        claims.origins,
        not claims.is_odd and claims.reliability <= 'C' as is_reliable,
        case when claims.lowest <= claims.highest then claims.value end as figure,
        coalesce(claims.value, vague_words.acled_value, claims.lowest, claims.highest)
            as acled_value,
        coalesce(
            claims.value,
            vague_words.emdat_value,
            (claims.lowest + claims.highest) / 2,
            claims.lowest,
            claims.highest
        ) as emdat_value
    from standing
    inner join claims on standing.claim_id = claims.claim_id
    left join vague_words
        on
            claims.value is null
            and claims.lowest = vague_words.lowest
            and claims.highest = vague_words.highest
),

-- A running total that a party as well placed puts higher is that of an earlier day.
overtaken as (
    select
        present.*,
        coalesce(
            series.kind = 'cumulative'
            and present.figure < (1 - series.tolerance) * max(present.lowest) filter (
                where present.is_reliable
            ) over (
                partition by present.series, present.as_of
                order by present.precedence
            ),
            false
        ) as is_overtaken
    from present
    inner join series on present.series = series.series
),

candidates as (
    select
        *,
        is_reliable and figure is not null and not is_overtaken as is_candidate
    from overtaken
),

voted as (
    select
        *,
        n_origins * 2 > sum(n_origins) filter (where is_candidate) over (
            partition by series, as_of, claimed_as_of
        ) as has_majority
    from candidates
),

-- The place of each claim by each rule; the first is taken.
placed as (
    select
        *,
        row_number() over (
            partition by series, as_of
            order by
                is_candidate desc,
                precedence asc,
                claimed_as_of desc,
                n_origins desc,
                rounding asc,
                figure asc,
                claim_id asc
        ) as ucdp_place,
        row_number() over (
            partition by series, as_of
            order by precedence asc, claimed_as_of desc, n_origins desc, rounding asc, claim_id asc
        ) as emdat_place,
        row_number() over (
            partition by series, as_of
            order by
                is_candidate desc, claimed_as_of desc, has_majority desc, figure asc, claim_id asc
        ) as latest_place,
        row_number() over (
            partition by series, as_of
            order by acled_value asc, claim_id asc
        ) as acled_place
    from voted
),

-- Several claims of a day may share outlets and copy, so these are counted once for the day.
shared as (
    select * from present
    qualify count(*) over (partition by series, as_of) > 1
),

publishing as (
    select
        series,
        as_of,
        unnest(outlets) as outlet
    from shared
),

copied as (
    select
        series,
        as_of,
        unnest(origins) as origin_id
    from shared
),

outlets_of_days as (
    select
        series,
        as_of,
        count(distinct outlet) as n_outlets
    from publishing
    group by all
),

origins_of_days as (
    select
        series,
        as_of,
        count(distinct origin_id) as n_origins
    from copied
    group by all
),

claims_of_days as (
    select
        series,
        as_of,
        count(*) as n_claims,
        max(n_outlets) as n_outlets,
        max(n_origins) as n_origins,
        count(distinct authority) as n_authorities,
        min(lowest) as low,
        max(highest) as high,
        max(acled_value) as highest_value,
        min(lowest) filter (where is_reliable) as reliable_low,
        max(highest) filter (where is_reliable) as reliable_high,
        arg_min(claim_id, (lowest, claim_id)) filter (where lowest is not null) as low_claim_id,
        arg_max(claim_id, (highest, claim_id)) filter (where highest is not null) as high_claim_id,
        arg_min(claim_id, (lowest, claim_id)) filter (
            where is_reliable and lowest is not null
        ) as reliable_low_claim_id,
        arg_max(claim_id, (highest, claim_id)) filter (
            where is_reliable and highest is not null
        ) as reliable_high_claim_id,
        max(claim_id) filter (where ucdp_place = 1 and is_candidate) as ucdp_claim_id,
        max(figure) filter (where ucdp_place = 1 and is_candidate) as ucdp_value,
        max(claim_id) filter (where emdat_place = 1) as emdat_claim_id,
        max(emdat_value) filter (where emdat_place = 1) as emdat_value,
        max(lowest) filter (where emdat_place = 1) as emdat_low,
        max(highest) filter (where emdat_place = 1) as emdat_high,
        max(claim_id) filter (where latest_place = 1 and is_candidate) as latest_claim_id,
        max(figure) filter (where latest_place = 1 and is_candidate) as latest_value,
        max(claim_id) filter (where acled_place = 1) as acled_claim_id,
        max(acled_value) filter (where acled_place = 1) as acled_value
    from placed
    group by all
),

days as (
    select
        claims_of_days.* exclude (n_outlets, n_origins),
        coalesce(outlets_of_days.n_outlets, claims_of_days.n_outlets) as n_outlets,
        coalesce(origins_of_days.n_origins, claims_of_days.n_origins) as n_origins
    from claims_of_days
    left join outlets_of_days
        on
            claims_of_days.series = outlets_of_days.series
            and claims_of_days.as_of = outlets_of_days.as_of
    left join origins_of_days
        on
            claims_of_days.series = origins_of_days.series
            and claims_of_days.as_of = origins_of_days.as_of
),

ucdp_triple as (
    select
        series,
        as_of,
        'ucdp_triple' as rule,
        reliable_low as low,
        ucdp_value as best,
        reliable_high as high,
        reliable_low_claim_id as low_claim_id,
        ucdp_claim_id as best_claim_id,
        reliable_high_claim_id as high_claim_id
    from days
),

ibc_range as (
    select
        series,
        as_of,
        'ibc_range' as rule,
        low,
        high,
        low_claim_id,
        high_claim_id
    from days
),

acled_conservative as (
    select
        series,
        as_of,
        'acled_conservative' as rule,
        acled_value as low,
        acled_value as best,
        highest_value as high,
        acled_claim_id as best_claim_id
    from days
),

emdat_priority as (
    select
        series,
        as_of,
        'emdat_priority' as rule,
        emdat_low as low,
        case when n_origins >= 2 then emdat_value end as best,
        emdat_high as high,
        emdat_claim_id as best_claim_id
    from days
),

latest_majority_lowest as (
    select
        series,
        as_of,
        'latest_majority_lowest' as rule,
        reliable_low as low,
        latest_value as best,
        reliable_high as high,
        reliable_low_claim_id as low_claim_id,
        latest_claim_id as best_claim_id,
        reliable_high_claim_id as high_claim_id
    from days
),

crh_figures as (
    select
        series,
        as_of,
        min(vote) as low,
        max_by(figure, round_number) as best,
        max(vote) as high
    from crh_rounds
    group by all
),

-- A median is asked for where there is more than one claim to weigh.
crh_median as (
    select
        days.series,
        days.as_of,
        'crh_median' as rule,
        crh_figures.low,
        crh_figures.best,
        crh_figures.high,
        min(present.claim_id) as best_claim_id
    from days
    left join crh_figures
        on
            days.series = crh_figures.series
            and days.as_of = crh_figures.as_of
    left join present
        on
            crh_figures.series = present.series
            and crh_figures.as_of = present.as_of
            and crh_figures.best = present.figure
    where days.n_claims > 1
    group by all
),

recommended as (
    select
        days.series,
        days.as_of,
        'recommended' as rule,
        recommendations.value as low,
        recommendations.value as best,
        recommendations.value as high,
        min(present.claim_id) as best_claim_id
    from days
    inner join recommendations
        on
            days.series = recommendations.series
            and days.as_of = recommendations.as_of
    left join present
        on
            recommendations.series = present.series
            and recommendations.as_of = present.as_of
            and recommendations.value = present.figure
    group by all
),

ruled as (
    select * from ucdp_triple
    union all by name
    select * from ibc_range
    union all by name
    select * from acled_conservative
    union all by name
    select * from emdat_priority
    union all by name
    select * from latest_majority_lowest
    union all by name
    select * from crh_median
    union all by name
    select * from recommended
),

-- A floor above a ceiling ("more than 15,000" and "nearly 15,000" on one day) spans what lies
-- between the two; a figure printed as a bound ("more than 500") stands at its edge.
ordered as (
    select
        * replace (
            case when low is null then null else least(low, best, high) end as low,
            case when high is null then null else greatest(low, best, high) end as high
        )
    from ruled
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
)

select
    ordered.series,
    ordered.as_of,
    ordered.rule,
    ordered.low,
    ordered.best,
    ordered.high,
    case
        when ordered.rule != 'ibc_range' and ordered.best is null then 'unconfirmed'
        when disputed.as_of is not null then 'disputed'
        when days.n_origins = 1 then 'single_origin'
        else 'agreed'
    end as status,
    days.n_claims,
    days.n_outlets,
    days.n_origins,
    days.n_authorities,
    list_sort(
        list_distinct([ordered.low_claim_id, ordered.best_claim_id, ordered.high_claim_id])
    ) as claim_ids,
    list_sort(
        list_distinct(
            flatten([low_claims.fact_ids, best_claims.fact_ids, high_claims.fact_ids])
        )
    ) as fact_ids
from ordered
inner join days
    on
        ordered.series = days.series
        and ordered.as_of = days.as_of
left join disputed
    on
        ordered.series = disputed.series
        and ordered.as_of = disputed.as_of
left join claims as low_claims on ordered.low_claim_id = low_claims.claim_id
left join claims as best_claims on ordered.best_claim_id = best_claims.claim_id
left join claims as high_claims on ordered.high_claim_id = high_claims.claim_id
