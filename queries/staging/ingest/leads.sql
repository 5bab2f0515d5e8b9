-- Each deal as a lead: its first row says who and when, its rows together how much.
--
-- grain:   lead_id
-- params:  platform text, account text
-- returns: table leads: the canonical columns, line

create table leads as
with ranked as (
    select
        deals.line,
        deals.lead_id,
        deals.created,
        deals.closed,
        deals.first_answer,
        deals.status,
        deals.stage,
        deals.lost_reason,
        deals.target,
        deals.product,
        deals.amount,
        deals.quantity,
        deals.cost,
        deals.currency,
        deals.phone_hash,
        deals.phone_tail,
        deals.email_hash,
        deals.source,
        deals.medium,
        deals.campaign,
        deals.keyword,
        deals.manager,
        deals.way,
        deals.fault,
        sum(deals.amount) over (partition by deals.lead_id) as whole_amount,
        row_number() over (partition by deals.lead_id order by deals.line) as place
    from deals
    where deals.fault is null
)

select
    cast($platform as text) as platform,
    cast($account as text) as account,
    ranked.lead_id,
    ranked.created,
    'deal' as way,
    ranked.phone_hash,
    ranked.email_hash,
    ranked.phone_tail,
    ranked.status,
    ranked.stage,
    ranked.lost_reason,
    ranked.target,
    ranked.first_answer,
    ranked.source,
    ranked.medium,
    ranked.campaign,
    ranked.keyword,
    ranked.product,
    ranked.manager,
    cast(ranked.whole_amount as decimal(18, 4)) as amount,
    ranked.currency,
    ranked.closed,
    ranked.line
from ranked
where ranked.place = 1
order by ranked.line;
