-- One row per review: one reviewer, one application, one slot. While it is 'assigned', scores and comments are its draft.
-- Applications and rounds are named by id only; they belong to other modules.
create table review (
	id uuid primary key,
	application_id uuid not null,
	round_id uuid not null,
	slot integer not null check (slot between 1 and 50),
	reviewer text not null check (reviewer <> ''),
	state text not null check (state in ('assigned', 'scored', 'conflict', 'abstained', 'skipped', 'released')),
	assigned_at timestamptz not null,
	remind_at timestamptz not null,
	due_at timestamptz not null,
	settled_at timestamptz,
	points jsonb not null default '{}',
	confidence integer check (confidence between 1 and 3),
	comment_to_committee text not null default '',
	comment_to_applicant text not null default '',
	conflict_reason text not null default '',
	value numeric(7, 4) check (value between 0 and 100),
	saved_at timestamptz,
	check (remind_at <= due_at),
	check ((state = 'assigned') = (settled_at is null)),
	check ((state = 'scored') = (value is not null))
);

-- At most one review counts in a slot, and nobody ever has two slots of one application.
create unique index review_one_counts_in_a_slot on review (application_id, slot) where state in ('assigned', 'scored', 'skipped');
create unique index review_never_twice_by_one_person on review (application_id, reviewer);
create index review_of_a_reviewer on review (reviewer, state, due_at);
create index review_open_in_a_round on review (round_id, reviewer) where state = 'assigned';

create table review_score (
	application_id uuid primary key,
	value numeric(7, 4) not null check (value between 0 and 100),
	reviews integer not null check (reviews > 0),
	formula text not null,
	computed_at timestamptz not null
);
