-- Keeps a decision about a name.
--
-- params: number int, kind text, channel text, name text, meaning text, decided_at timestamp, decided_by text

insert into name_decisions (number, kind, channel, name, meaning, decided_at, decided_by)
values ($number, $kind, $channel, $name, $meaning, $decided_at, $decided_by)
