-- Everything that the persons behind the changed units ever did. Three steps are enough: from a changed row to the rows
-- of its phone and e-mail, from those to the other phones of the e-mail, and from these to their other e-mails.
--
-- grain:   unit
-- params:  none
-- returns: unit text

with
first_name as (
    select distinct identity.name
    from identity
    inner join changed_unit
        on identity.unit = changed_unit.unit
),

first_unit as (
    select distinct identity.unit
    from identity
    inner join first_name
        on identity.name = first_name.name
),

second_name as (
    select distinct identity.name
    from identity
    inner join first_unit
        on identity.unit = first_unit.unit
),

second_unit as (
    select distinct identity.unit
    from identity
    inner join second_name
        on identity.name = second_name.name
),

third_name as (
    select distinct identity.name
    from identity
    inner join second_unit
        on identity.unit = second_unit.unit
)

select changed_unit.unit
from changed_unit
union
select identity.unit
from identity
inner join third_name
    on identity.name = third_name.name
