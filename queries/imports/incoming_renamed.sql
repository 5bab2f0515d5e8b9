-- The rows of a file under the accounts and keys that the store has them by.

create or replace temp view incoming as
select
    incoming_as_read.* replace (
        coalesce(other_name.held_account, only_account.account, incoming_as_read.account) as account,
        coalesce(other_name.held_key, incoming_as_read.campaign_key) as campaign_key
    )
from incoming_as_read
left join other_name
    on
        incoming_as_read.platform = other_name.platform
        and incoming_as_read.account = other_name.account
        and incoming_as_read.campaign_key = other_name.campaign_key
        and incoming_as_read.day = other_name.day
left join only_account
    on
        incoming_as_read.platform = only_account.platform
        and incoming_as_read.account = ''
