-- The answers to one question of a poll, told in one sentence, add up to more than everybody. Where
-- two of them alone do, or one is all the others together, they answer more than one question.
--
-- grain: one row per sentence
-- scope: articles
with

facts as (
    select * from core.facts
    where
        metric = 'poll_share'
        and unit = 'percent'
        and modality = 'asserted'
),

articles as (
    select * from core.articles
    where is_latest
),

questions as (
    select
        article_id,
        sentence_start,
        authority,
        sum(coalesce(value, low)) as total,
        count(*) as n_answers,
        list_reverse_sort(list(coalesce(value, low))) as parts,
        min(as_of) as as_of,
        list(quote order by quote_start) as quotes,
        list_sort(list(fact_id)) as fact_ids
    from facts
    group by all
)

select
    case
        when questions.parts[1] + questions.parts[2] > 100 then 'info'
        when 2 * questions.parts[1] = questions.total then 'info'
        else 'warn'
    end as severity,
    cast(null as varchar) as series,
    coalesce(questions.as_of, articles.published_on) as as_of,
    [articles.article_key] || questions.quotes as parties,
    questions.total - 100 as gap,
    (questions.total - 100) / questions.total as gap_share,
    questions.fact_ids,
    format(
        'The answers to one question cannot make more than 100%, but {} in {} make {:,.0f}%.',
        array_to_string(questions.quotes, ' + '),
        coalesce(articles.outlet, 'an article'),
        questions.total
    ) as explanation
from questions
inner join articles on questions.article_id = articles.article_id
where
    questions.n_answers > 1
    and questions.total > 100 + 0.5 * questions.n_answers
