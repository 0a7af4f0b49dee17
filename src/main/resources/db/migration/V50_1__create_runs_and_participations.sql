-- The run of a round starts when its seats are settled, or with the first participation that is ready.
create table mentorship_run (
	round_id     uuid primary key,
	starts_at    timestamptz not null,
	started_at   timestamptz,
	completed_at timestamptz,
	check (completed_at is null or started_at is not null)
);

create table participation (
	id               uuid primary key,
	application_id   uuid not null unique,
	round_id         uuid not null,
	programme_id     uuid not null,
	code             text not null,
	state            text not null
		check (state in ('STARTED', 'AGREEING', 'RUNNING', 'COMPLETED', 'ENDED')),
	mentor           text,
	started_at       timestamptz not null,
	weeks_planned_at timestamptz,
	ended_at         timestamptz,
	ending           text check (ending in ('left', 'ended-by-mentor', 'ended-by-coordinator')),
	-- What the person who ended it wrote about it: for coordinators, never for the engine or the reports.
	ending_note      text,
	check ((state in ('COMPLETED', 'ENDED')) = (ended_at is not null)),
	check ((state = 'ENDED') = (ending is not null)),
	check (state = 'STARTED' or state in ('COMPLETED', 'ENDED') or mentor is not null)
);

create index participation_by_round on participation (round_id);
create index participation_by_mentor on participation (mentor) where state not in ('COMPLETED', 'ENDED');

-- What each side promised, kept in the words that they saw.
create table agreement (
	participation_id uuid not null references participation,
	side             text not null check (side in ('mentor', 'participant')),
	confirmed_at     timestamptz not null,
	confirmed_by     text not null,
	wording          text not null,
	primary key (participation_id, side)
);
