-- A caption or a correction is told from the body by its place; a place outside the text tells
-- nothing.
--
-- asset: core.articles
with

articles as (
    select * from core.articles
),

passages as (
    select
        article_id,
        length(text) as text_length,
        unnest(segments) as segment
    from articles
),

placed as (
    select
        article_id,
        text_length,
        struct_extract(segment, 'start') as opens,
        struct_extract(segment, 'end') as closes
    from passages
)

select * from placed
where not (opens >= 0 and opens <= closes and closes <= text_length)
