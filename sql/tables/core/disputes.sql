-- Pairs of claims that cannot both be true: their intervals do not meet, the gap is wider than the
-- series tolerates, and they hold for the same time. That is the same day for a running total, a
-- week for a level and a month for the count of one event. A running total is also smaller for an
-- earlier day, so that a figure conflicts with the next of another authority if that is smaller.
--
-- Left out are pairs that a change over time explains: an outlet has printed both, on different
-- days; a named authority has given one up for the other, and nobody prints the old one since; the
-- count of an event has grown in the three weeks after it; an authority repeats what another has
-- said before; or a figure whose day no words tell lies in what an authority's running total has
-- lately passed, and is of that authority or of nobody.
--
-- grain: one row per pair of claims
-- series: the series
-- as_of: the later of the days the two hold for
-- kind: authorities_differ if a named authority gives one and not the other, else sources_disagree
-- lower_claim_id: the claim of the smaller quantity
-- upper_claim_id: the claim of the larger quantity
-- gap: how far apart they are
-- gap_share: the gap as a share of the larger
-- is_vague: whether one of them is but a vague word, like "dozens"
with

claims as (
    select
        claim_id,
        series,
        authority,
        as_of,
        as_of_source,
        value,
        lowest,
        highest,
        quantity,
        is_vague,
        coalesce(authority, '') as named,
        coalesce(value, lowest) as lower_edge,
        coalesce(value, highest) as upper_edge
    from core.claims
    where not is_odd
),

readings as (
    select * from core.readings
),

series as (
    select * from catalogue.series
),

figures as (
    select * from core.figures
),

lower_claims as (
    select
        claims.*,
        series.kind as series_kind,
        series.tolerance,
        series.holds_days,
        series.window_start
    from claims
    inner join series on claims.series = series.series
),

-- A smaller figure of one authority for a later day than the larger one of another.
later_lower as (
    select
        lower_claims.series,
        lower_claims.claim_id as lower_claim_id,
        lower_claims.authority as lower_authority,
        lower_claims.as_of as lower_as_of,
        upper_claims.claim_id as upper_claim_id,
        upper_claims.authority as upper_authority,
        upper_claims.as_of as upper_as_of
    from lower_claims
    inner join claims as upper_claims
        on
            lower_claims.series = upper_claims.series
            and lower_claims.authority != upper_claims.authority
            and lower_claims.as_of >= upper_claims.as_of
            and lower_claims.as_of - upper_claims.as_of < 7
            and lower_claims.highest < upper_claims.lowest
            and lower_claims.upper_edge < (1 - lower_claims.tolerance) * upper_claims.lower_edge
    where lower_claims.series_kind = 'cumulative'
),

parted as (
    select distinct
        later_lower.lower_claim_id,
        later_lower.upper_claim_id
    from later_lower
    inner join claims
        on
            later_lower.series = claims.series
            and claims.as_of between later_lower.upper_as_of and later_lower.lower_as_of
    where
        (
            claims.authority = later_lower.lower_authority
            and claims.as_of < later_lower.lower_as_of
            and claims.highest is not null
        )
        or (
            claims.authority = later_lower.upper_authority
            and claims.as_of > later_lower.upper_as_of
            and claims.lowest is not null
        )
),

-- One compares with the next of the other: neither has a figure for the days between.
next_lower as (
    select
        later_lower.lower_claim_id,
        later_lower.upper_claim_id
    from later_lower
    anti join parted
        on
            later_lower.lower_claim_id = parted.lower_claim_id
            and later_lower.upper_claim_id = parted.upper_claim_id
),

same_time as (
    select
        lower_claims.claim_id as lower_claim_id,
        upper_claims.claim_id as upper_claim_id
    from lower_claims
    inner join claims as upper_claims
        on
            lower_claims.series = upper_claims.series
            and lower_claims.highest < upper_claims.lowest
            and lower_claims.upper_edge < (1 - lower_claims.tolerance) * upper_claims.lower_edge
            and abs(lower_claims.as_of - upper_claims.as_of) < lower_claims.holds_days
),

comparable as (
    select * from same_time
    union
    select * from next_lower
),

pairs as (
    select
        lower_claims.series,
        lower_claims.series_kind,
        lower_claims.claim_id as lower_claim_id,
        lower_claims.named as lower_named,
        lower_claims.quantity as lower_quantity,
        lower_claims.value as lower_value,
        lower_claims.highest as lower_highest,
        lower_claims.as_of_source = 'stated' as is_lower_stated,
        upper_claims.claim_id as upper_claim_id,
        upper_claims.named as upper_named,
        upper_claims.quantity as upper_quantity,
        upper_claims.lower_edge as upper_end,
        upper_claims.value as upper_value,
        lower_claims.named = upper_claims.named and lower_claims.named != '' as is_one_authority,
        coalesce(upper_claims.as_of - lower_claims.window_start <= 21, false) as is_young,
        lower_claims.is_vague or upper_claims.is_vague as is_vague,
        greatest(lower_claims.as_of, upper_claims.as_of) as as_of,
        upper_claims.lower_edge - lower_claims.upper_edge as gap
    from comparable
    inner join lower_claims on comparable.lower_claim_id = lower_claims.claim_id
    inner join claims as upper_claims on comparable.upper_claim_id = upper_claims.claim_id
),

apart as (
    select
        *,
        gap / upper_end as gap_share
    from pairs
),

printed as (
    select distinct
        series,
        outlet,
        coalesce(authority, '') as named,
        quantity,
        told_as_of
    from readings
),

changed as (
    select distinct
        apart.lower_claim_id,
        apart.upper_claim_id
    from apart
    inner join printed as lower_print
        on
            apart.series = lower_print.series
            and apart.lower_named = lower_print.named
            and apart.lower_quantity = lower_print.quantity
    inner join printed as upper_print
        on
            apart.series = upper_print.series
            and apart.upper_named = upper_print.named
            and apart.upper_quantity = upper_print.quantity
            and lower_print.outlet = upper_print.outlet
            and lower_print.told_as_of != upper_print.told_as_of
    where
        apart.series_kind != 'cumulative'
        and (apart.lower_named = apart.upper_named or '' in (apart.lower_named, apart.upper_named))
),

spans as (
    select
        series,
        coalesce(authority, '') as named,
        value,
        min(known_from) as first_printed_on,
        max(known_from) as last_printed_on
    from readings
    group by all
),

revised as (
    select
        apart.lower_claim_id,
        apart.upper_claim_id
    from apart
    inner join spans as lower_span
        on
            apart.series = lower_span.series
            and apart.lower_named = lower_span.named
            and apart.lower_value = lower_span.value
    inner join spans as upper_span
        on
            apart.series = upper_span.series
            and apart.upper_named = upper_span.named
            and apart.upper_value = upper_span.value
    where
        apart.series_kind != 'cumulative'
        and (
            (
                (apart.is_one_authority or apart.is_young)
                and lower_span.last_printed_on < upper_span.first_printed_on
            )
            or (
                apart.is_one_authority
                and lower_span.first_printed_on > upper_span.last_printed_on
            )
        )
),

passed as (
    select distinct
        apart.lower_claim_id,
        apart.upper_claim_id
    from apart
    inner join figures
        on
            apart.series = figures.series
            and apart.upper_named = figures.authority
            and apart.lower_highest >= figures.value
            and apart.as_of - figures.as_of between 0 and 14
    where
        apart.series_kind = 'cumulative'
        and not apart.is_lower_stated
        and (
            apart.lower_named in ('', apart.upper_named)
            or apart.lower_value = figures.value
        )
),

explained as (
    select * from changed
    union
    select * from revised
    union
    select * from passed
)

select
    apart.series,
    apart.as_of,
    case
        when apart.lower_named = apart.upper_named then 'sources_disagree'
        else 'authorities_differ'
    end as kind,
    apart.lower_claim_id,
    apart.upper_claim_id,
    apart.gap,
    apart.gap_share,
    apart.is_vague
from apart
left join explained
    on
        apart.lower_claim_id = explained.lower_claim_id
        and apart.upper_claim_id = explained.upper_claim_id
where explained.lower_claim_id is null
