-- The campaigns whose names are other than when the marts were last built, and what they may be called.
--
-- grain:   platform, account, campaign_key, text
-- params:  none
-- returns: platform text, account text, campaign_key text, text text

select
    changed.platform,
    changed.account,
    changed.campaign_key,
    lower(changed.name) as text
from (
    (
        select
            campaign_now.platform,
            campaign_now.account,
            campaign_now.campaign_key,
            campaign_now.name,
            campaign_now.campaign
        from campaign_now
        except
        select
            campaign_name.platform,
            campaign_name.account,
            campaign_name.campaign_key,
            campaign_name.name,
            campaign_name.campaign
        from campaign_name
    )
    union
    (
        select
            campaign_name.platform,
            campaign_name.account,
            campaign_name.campaign_key,
            campaign_name.name,
            campaign_name.campaign
        from campaign_name
        except
        select
            campaign_now.platform,
            campaign_now.account,
            campaign_now.campaign_key,
            campaign_now.name,
            campaign_now.campaign
        from campaign_now
    )
) as changed
