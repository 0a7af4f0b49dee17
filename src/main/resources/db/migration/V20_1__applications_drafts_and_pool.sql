create table application (
	id             uuid primary key,
	round_id       uuid not null references round,
	code           text not null unique check (code ~ '^[A-Z0-9]{4}-[A-Z0-9]{2}$'),
	submission_key uuid not null unique,
	stage          text not null check (stage in ('UNCONFIRMED', 'SCREENING', 'BORDERLINE', 'UNDER_REVIEW', 'IN_POOL',
		'WAITING_LIST', 'OFFERED', 'ACCEPTED', 'NOT_ELIGIBLE', 'NOT_SELECTED', 'DECLINED', 'OFFER_EXPIRED', 'LAPSED', 'WITHDRAWN')),
	stage_since    timestamptz not null,
	name           text not null check (length(name) between 1 and 200),
	email          text not null check (length(email) between 3 and 254),
	email_key      text not null,
	locale         text not null,
	answers        jsonb not null,
	submitted_at   timestamptz not null,
	confirm_by     timestamptz,
	confirmed_at   timestamptz
);

comment on column application.submission_key is 'chosen by the form, so that sending the same form twice makes one application';
comment on column application.email_key is 'the address as it is compared: small letters';

-- One application per person and round; who withdrew, or never confirmed the address, may apply again.
create unique index application_once on application (round_id, email_key) where stage not in ('WITHDRAWN', 'LAPSED');
create index application_of_round on application (round_id, submitted_at desc, id);
create index application_by_stage on application (round_id, stage, submitted_at desc, id);

create table application_draft (
	id             uuid primary key,
	round_id       uuid not null references round,
	name           text,
	email          text,
	locale         text not null,
	fields         jsonb not null,
	created_at     timestamptz not null,
	changed_at     timestamptz not null,
	kept_at        timestamptz,
	reminded_at    timestamptz
);

comment on table application_draft is 'a form that was begun; gone once the application is sent';
comment on column application_draft.kept_at is 'when the person asked for a link to go on later';

create index draft_of_round on application_draft (round_id, changed_at);
create index draft_of_address on application_draft (round_id, email) where email is not null;

create table round_pool (
	round_id   uuid primary key references round,
	settled_at timestamptz not null
);

comment on table round_pool is 'rounds that are closed and have no application left that is still being looked at';
