-- Both sides are asked at the same moment and have the same time.
create table evaluation_request (
	participation_id uuid primary key references participation,
	asked_at         timestamptz not null,
	remind_at        timestamptz not null,
	closes_at        timestamptz not null,
	check (asked_at < remind_at and remind_at < closes_at)
);

create table evaluation (
	participation_id uuid not null references evaluation_request,
	side             text not null check (side in ('mentor', 'participant')),
	author           text not null,
	written_at       timestamptz not null,
	advice           text not null,
	primary key (participation_id, side)
);

create table evaluation_judgement (
	participation_id uuid not null,
	side             text not null,
	position         integer not null,
	criterion        text not null,
	verdict          text not null check (verdict in ('met', 'partly', 'not-met', 'cannot-say')),
	evidence         text not null,
	primary key (participation_id, side, criterion),
	foreign key (participation_id, side) references evaluation
);

create table follow_up (
	participation_id uuid not null references participation,
	number           integer not null check (number >= 1),
	ask_at           timestamptz not null,
	answer_by        timestamptz not null,
	state            text not null check (state in ('PLANNED', 'ANSWERED', 'CLOSED')),
	contributing     text check (contributing in ('every-week', 'every-month', 'now-and-then', 'not-at-the-moment')),
	what             text,
	recommends       smallint check (recommends between 0 and 10),
	comment          text,
	answered_at      timestamptz,
	primary key (participation_id, number),
	check (ask_at < answer_by),
	check ((state = 'ANSWERED') = (contributing is not null and what is not null and recommends is not null
		and comment is not null and answered_at is not null))
);

-- What became of a participant, as their latest answer says.
create table participation_outcome (
	participation_id uuid primary key references participation,
	outcome          text not null
		check (outcome in ('regular-contributor', 'occasional-contributor', 'not-contributing')),
	follow_up        integer not null,
	recorded_at      timestamptz not null,
	foreign key (participation_id, follow_up) references follow_up (participation_id, number)
);
