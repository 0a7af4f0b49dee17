-- Reports whole, as they were sent. Made once; a row is never changed, so what was sent can be shown for ever.
create table report (
	id               uuid primary key,
	kind             text not null check (kind in ('participant-week', 'group-week', 'summary')),
	round_id         uuid not null,
	participation_id uuid references participation,
	week             integer check (week >= 1),
	title            text not null,
	html             text not null,
	pdf              bytea not null,
	html_sha256      bytea not null check (length(html_sha256) = 32),
	pdf_sha256       bytea not null check (length(pdf_sha256) = 32),
	recipients       integer not null check (recipients >= 0),
	link_id          uuid not null,
	made_at          timestamptz not null,
	check ((kind = 'participant-week') = (participation_id is not null)),
	check ((kind = 'summary') = (week is null)),
	unique nulls not distinct (kind, round_id, participation_id, week)
);

create index report_by_round on report (round_id, made_at);

-- What coordinators conclude from a round. Each saving is a further revision; the highest counts.
create table conclusions (
	round_id    uuid not null,
	revision    integer not null check (revision >= 1),
	conclusions text not null,
	advice      text not null,
	finished    boolean not null,
	author      text not null,
	saved_at    timestamptz not null,
	primary key (round_id, revision)
);
