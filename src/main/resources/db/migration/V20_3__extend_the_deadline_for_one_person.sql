create table deadline_extension (
	round_id   uuid not null references round,
	email_key  text not null check (length(email_key) between 3 and 254),
	draft_id   uuid,
	until      timestamptz not null,
	reason     text not null check (length(reason) between 1 and 1000),
	granted_by text not null,
	granted_at timestamptz not null,
	primary key (round_id, email_key)
);

comment on column deadline_extension.draft_id is 'the form that the mail with the extension led to, whatever address is typed into it later';

create index extension_of_draft on deadline_extension (draft_id) where draft_id is not null;
create index extension_until on deadline_extension (until);
create index draft_of_address_in_small_letters on application_draft (round_id, lower(email)) where email is not null;
