-- Empties the rejected rows that had a phone or an e-mail; their line and the reason stay.

update rejects
set content = ''
where contains(content, '•••')
