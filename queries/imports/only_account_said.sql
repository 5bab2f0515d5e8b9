-- The accounts that stand for those that a file does not name.
--
-- grain:   platform
-- returns: platform text, account text

select
    only_account.platform,
    only_account.account
from only_account
inner join scopes
    on only_account.platform = scopes.platform
where scopes.account = ''
order by only_account.platform
