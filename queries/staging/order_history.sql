-- What came before each order in its buyer's history: the last contact with a source of its own, the last direct one,
-- the last lead. A contact of the day of the sale counts as before it, since many exports know no hour of the sale.
--
-- grain:   platform, account, order_id
-- params:  none
-- returns: person text, platform text, account text, order_id text, sold_day date, lead_created_day date,
--          way text, touch_place int, direct_day date, lead_number int

select
    history.person,
    history.platform,
    history.account,
    history.order_id,
    history.day as sold_day,
    history.lead_created_day,
    history.way,
    history.touch_place,
    history.direct_day,
    history.lead_number
from (
    select
        happening.person,
        happening.is_order,
        happening.platform,
        happening.account,
        happening.order_id,
        happening.day,
        happening.lead_created_day,
        happening.way,
        max(case when happening.touch = 2 then happening.place end) over (
            partition by happening.person
            order by happening.day, happening.is_order
            rows between unbounded preceding and current row
        ) as touch_place,
        max(case when happening.touch = 1 then happening.day end) over (
            partition by happening.person
            order by happening.day, happening.is_order
            rows between unbounded preceding and current row
        ) as direct_day,
        max(happening.lead_number) over (
            partition by happening.person
            order by happening.day, happening.is_order
            rows between unbounded preceding and current row
        ) as lead_number
    from (
        select
            lead_contact.person,
            0 as is_order,
            '' as platform,
            '' as account,
            '' as order_id,
            lead_contact.day,
            cast(null as date) as lead_created_day,
            '' as way,
            lead_contact.place,
            lead_contact.touch,
            lead_contact.lead_number
        from lead_contact
        union all
        select
            touched_order.person,
            1 as is_order,
            touched_order.platform,
            touched_order.account,
            touched_order.order_id,
            touched_order.sold_day as day,
            touched_order.lead_created_day,
            touched_order.way,
            cast(null as bigint) as place,
            cast(null as integer) as touch,
            cast(null as bigint) as lead_number
        from touched_order
    ) as happening
) as history
where history.is_order = 1
