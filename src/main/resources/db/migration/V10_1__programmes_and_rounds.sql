create table programme (
	id         uuid primary key,
	slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,39}$'),
	name       text not null,
	settings   jsonb not null,
	created_at timestamptz not null,
	changed_at timestamptz not null
);

create table round (
	id            uuid primary key,
	programme_id  uuid not null references programme,
	slug          text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,39}$'),
	title         text not null,
	opens_at      timestamptz not null,
	closes_at     timestamptz not null,
	run_starts_at timestamptz not null,
	seats         integer not null check (seats between 1 and 1000),
	state         text not null check (state in ('OPEN', 'CLOSED', 'RUNNING', 'COMPLETED')),
	created_at    timestamptz not null,
	check (closes_at > opens_at)
);

create index round_of_programme on round (programme_id, opens_at);
create index round_open on round (closes_at) where state = 'OPEN';
