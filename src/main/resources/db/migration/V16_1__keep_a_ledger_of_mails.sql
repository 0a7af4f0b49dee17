-- Every mail as it was rendered, with what became of it. Links in the bodies are placeholders (cohort-link:<id>); the
-- real addresses are put in only while a mail is being sent.
create table mail (
	id uuid primary key,
	order_key text not null,
	letter_number int not null,
	template text not null,
	audience text not null,
	subject_id uuid not null,
	recipient text not null,
	recipient_name text not null,
	sender text not null,
	sender_name text not null,
	subject_line text not null,
	body_text text not null,
	body_html text not null,
	message_id text not null unique,
	state text not null check (state in ('queued', 'sending', 'sent', 'possibly-sent', 'stuck')),
	attempts int not null default 0,
	next_attempt_at timestamptz,
	owner uuid,
	lease_ends_at timestamptz,
	reason text not null default '',
	ordered_at timestamptz not null,
	sent_at timestamptz,
	unique (order_key, letter_number),
	check ((state = 'queued') = (next_attempt_at is not null)),
	check ((state = 'sending') = (lease_ends_at is not null))
);

create index mail_queue on mail (next_attempt_at) where state = 'queued';
create index mail_being_sent on mail (lease_ends_at) where state = 'sending';
create index mail_newest on mail (ordered_at desc);
create index mail_subject on mail (subject_id);

create table mail_attachment (
	mail_id uuid not null references mail (id) on delete cascade,
	number int not null,
	file_name text not null,
	content_type text not null,
	content bytea not null,
	primary key (mail_id, number)
);
