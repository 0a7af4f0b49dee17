create table participation_week (
	participation_id uuid not null references participation,
	number           integer not null check (number >= 1),
	starts_at        timestamptz not null,
	ends_at          timestamptz not null,
	remind_at        timestamptz not null,
	closes_at        timestamptz not null,
	state            text not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
	-- Once the report is on its way the week's words no longer change.
	reported_at      timestamptz,
	primary key (participation_id, number),
	check (starts_at < ends_at and ends_at <= closes_at and remind_at <= closes_at)
);

-- A mentor's log or a participant's check-in. The highest revision counts, the others are its history.
create table week_entry (
	id               uuid primary key,
	participation_id uuid not null,
	week             integer not null,
	side             text not null check (side in ('mentor', 'participant')),
	revision         integer not null check (revision >= 1),
	author           text not null,
	written_at       timestamptz not null,
	late             boolean not null,
	minutes          integer not null check (minutes between 0 and 4800),
	done             text not null,
	blockers         text not null,
	going            smallint not null check (going between 1 and 5),
	wish             text not null,
	foreign key (participation_id, week) references participation_week (participation_id, number),
	unique (participation_id, week, side, revision)
);

create table merged_change (
	entry_id uuid not null references week_entry,
	position integer not null,
	link     text not null,
	kind     text not null check (kind in ('documentation-fix', 'bug-fix', 'guide-improvement', 'other')),
	primary key (entry_id, position)
);
