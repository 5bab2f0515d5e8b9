-- What a person typed has no rejected rows.

create table reading.rejects (
    line bigint,
    reason text,
    content text
)
