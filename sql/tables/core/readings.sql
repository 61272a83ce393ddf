-- What each fact says of its series, ready to be compared: whose figure it is, the day it holds
-- for as far as its own words tell, when it could be known, and the interval its words leave.
-- A hedge on a precise figure (three significant digits or more) is a manner of speaking, so such a
-- figure is a point with the rounding of its last digit; a hedge on a round one is a bound.
--
-- grain: one row per fact of a series that an article asserts and nothing known has taken back
-- parameters: known_at
-- fact_id: the fact
-- article_id: the article version that states it
-- series: the series it speaks of
-- authority: whose figure it is; null if the outlet names nobody
-- party: the authority, else the outlet that names nobody ("outlet:BBC")
-- party_name: the party as people write it
-- outlet: who published it
-- origin_id: one id for all reprints and rewrites of one piece of copy; one origin is one vote
-- known_from: the day it was published
-- told_as_of: the day it holds for, as far as its words and the date of the article tell; the count
-- of one event is as of the day it was told, not as of the event
-- told_as_of_source: what that day was taken from (stated, weekday, published); null if nothing
-- tells it
-- value: the figure in plain units; null for ranges and vague words
-- lowest: least value that its words allow when it is compared; null is open
-- highest: greatest value that its words allow when it is compared; null is open
-- quantity: the same in words, equal for equal quantities
-- rounding: unit of the last significant digit of the value
-- digits: significant digits of the value, no more than those of the whole it was worked out from
-- is_vague: whether it is a vague word, like "dozens"
-- is_figure: whether it is one figure, and not a bound, a range or a round number
with

facts as (
    select * from core.facts
),

articles as (
    select * from core.articles
),

corrections as (
    select * from core.corrections
),

series as (
    select * from catalogue.series
),

metrics as (
    select * from catalogue.metrics
),

authorities as (
    select * from catalogue.authorities
),

versions as (
    select
        *,
        coalesce(
            lead(published_on) over (partition by article_key order by version),
            case when is_latest then null else coalesce(published_on, date '-infinity') end
        ) as replaced_on
    from articles
),

withdrawals as (
    select
        articles.origin_id,
        retracted.metric,
        retracted.value,
        min(
            coalesce(corrections.corrected_on, articles.published_on, date '-infinity')
        ) as withdrawn_on
    from facts as retracted
    inner join articles on retracted.article_id = articles.article_id
    left join corrections
        on
            retracted.article_id = corrections.article_id
            and retracted.quote_start >= corrections.start
            and retracted.quote_end <= corrections.end
    where retracted.modality = 'retracted'
    group by all
),

asserted as (
    select
        facts.fact_id,
        facts.article_id,
        facts.series,
        facts.authority,
        coalesce(facts.authority, 'outlet:' || coalesce(versions.outlet, '')) as party,
        authorities.name as authority_name,
        versions.outlet,
        versions.origin_id,
        versions.published_on as known_from,
        least(versions.replaced_on, withdrawals.withdrawn_on) as known_until,
        case
            when facts.as_of is null or series.kind = 'increment' then versions.published_on
            else facts.as_of
        end as told_as_of,
        case
            when facts.as_of is not null and series.kind != 'increment'
                then coalesce(facts.as_of_source, 'stated')
            when versions.published_on is not null then 'published'
        end as told_as_of_source,
        facts.value,
        facts.low,
        facts.high,
        facts.bound,
        series.tolerance,
        metrics.unit = 'count' as is_whole_number,
        wholes.value as whole
    from facts
    inner join versions on facts.article_id = versions.article_id
    inner join series on facts.series = series.series
    inner join metrics on series.metric = metrics.metric
    left join authorities on facts.authority = authorities.authority
    left join facts as wholes on facts.whole_fact_id = wholes.fact_id
    left join withdrawals
        on
            versions.origin_id = withdrawals.origin_id
            and facts.metric = withdrawals.metric
            and facts.value = withdrawals.value
    where
        facts.modality = 'asserted'
        and facts.unit = metrics.unit
        and coalesce(facts.value, facts.low, facts.high) is not null
),

known as (
    select * from asserted
    where
        coalesce(known_from, date 'infinity') <= $known_at
        and coalesce(known_until > $known_at, true)
),

-- Thousandths, so that the digits of 51.5 are told as those of 515.
thousandths as (
    select
        *,
        cast(round(abs(value) * 1000) as hugeint) as scaled,
        cast(round(abs(whole) * 1000) as hugeint) as scaled_whole,
        [cast(pow(10, place) as hugeint) for place in range(19)] as places
    from known
),

last_places as (
    select
        *,
        list_max([place for place in places if scaled % place = 0]) as last_place,
        list_max([place for place in places if scaled_whole % place = 0]) as last_place_of_whole
    from thousandths
),

measured as (
    select
        *,
        case when scaled = 0 then 1.0 else last_place / 1000.0 end as rounding,
        least(
            length(cast(scaled // last_place as varchar)),
            length(cast(scaled_whole // last_place_of_whole as varchar))
        ) as digits
    from last_places
),

stepped as (
    select
        *,
        digits >= 3 as is_precise,
        case when is_whole_number and rounding >= 1 then 1 else 0 end as step
    from measured
),

told as (
    select
        *,
        case
            when is_precise then (rounding - step) / 2
            else greatest(rounding / 2, tolerance * value)
        end as slack
    from stepped
),

bounded as (
    select
        *,
        case
            when value is null then low
            when bound = 'exact' then value
            when bound = 'approximately' then value - slack
            when bound = 'more_than' and not is_precise then value + step
            when bound in ('at_least', 'more_than') then value
            when bound in ('at_most', 'less_than') and is_precise then value - rounding + step
            else low
        end as lowest,
        case
            when value is null then high
            when bound = 'exact' then value
            when bound = 'approximately' then value + slack
            when bound = 'less_than' and not is_precise then value - step
            when bound in ('at_most', 'less_than') then value
            when bound in ('at_least', 'more_than') and is_precise then value + rounding - step
            else high
        end as highest
    from told
),

-- A third of a person is a slip of arithmetic, a third of a percent is not.
spelled as (
    select
        *,
        [
            regexp_replace(
                format('{:,.1f}', case when is_whole_number then round(number) else number end),
                '\.0$',
                ''
            )
            for number in [value, lowest, highest]
        ] as spellings,
        array_to_string(
            [upper(word[1]) || word[2:] for word in string_split(authority, '_')], ' '
        ) as name_by_id
    from bounded
),

worded as (
    select
        *,
        spellings[1] as value_words,
        spellings[2] as lowest_words,
        spellings[3] as highest_words
    from spelled
)

select
    fact_id,
    article_id,
    series,
    authority,
    party,
    coalesce(authority_name, nullif(name_by_id, ''), outlet, 'an unnamed outlet') as party_name,
    outlet,
    origin_id,
    known_from,
    told_as_of,
    told_as_of_source,
    value,
    lowest,
    highest,
    case
        when value = lowest and value = highest then value_words
        when value = lowest and highest is null then 'at least ' || value_words
        when value < lowest and highest is null then 'more than ' || value_words
        when value = highest and lowest is null then 'at most ' || value_words
        when value > highest and lowest is null then 'less than ' || value_words
        when value is not null then 'about ' || value_words
        when lowest is null then 'at most ' || highest_words
        when highest is null then 'at least ' || lowest_words
        else lowest_words || ' to ' || highest_words
    end as quantity,
    rounding,
    digits,
    bound = 'vague' as is_vague,
    value is not null
    and (bound = 'exact' or is_precise)
    and bound not in ('between', 'vague')
    and (digits >= 3 or value < 1000) as is_figure
from worded
