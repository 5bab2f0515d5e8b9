-- Every name that a campaign had in the live ad rows, beside its newest: as of the last time marts were built, so that
-- the next import can tell which campaigns it renames.

-- grain: platform, account, campaign_key, name
create table campaign_name (
    platform text not null,
    account text not null,
    campaign_key text not null,
    name text not null,
    campaign text not null
);
