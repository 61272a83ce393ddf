-- A notice in which no figure was read may still take one back, in words.
--
-- asset: core.corrections
-- covers: findings__figures_stand_uncorrected
with

corrections as (
    select * from core.corrections
),

retracted as (
    select * from core.facts
    where modality = 'retracted'
)

select
    corrections.article_id,
    corrections.corrected_on,
    corrections.text
from corrections
anti join retracted
    on
        corrections.article_id = retracted.article_id
        and corrections.start <= retracted.quote_start
        and corrections.end >= retracted.quote_end
