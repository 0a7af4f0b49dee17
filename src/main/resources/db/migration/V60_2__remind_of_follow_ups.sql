-- Follow-ups that were planned before there was a reminder get theirs half-way.
alter table follow_up add column remind_at timestamptz;

update follow_up set remind_at = ask_at + (answer_by - ask_at) / 2;

alter table follow_up
	alter column remind_at set not null,
	add check (ask_at < remind_at and remind_at < answer_by);
