-- A proposal is kept whole: what went in, what came out, who asked. Demographic values never enter these tables: they
-- are in the input's hash and, as counts with small groups folded, in the figures.
create table selection_proposal (
	id uuid primary key,
	round_id uuid not null,
	number integer not null check (number > 0),
	state text not null check (state in ('asked', 'ready', 'failed')),
	asked_by text not null,
	asked_at timestamptz not null,
	pool_size integer not null check (pool_size >= 0),
	seed text not null,
	input jsonb,
	input_hash text,
	result jsonb,
	ready_at timestamptz,
	failure text,
	unique (round_id, number),
	check ((state = 'ready') = (ready_at is not null and input is not null and result is not null and input_hash is not null)),
	check ((state = 'failed') = (failure is not null))
);

-- One member replaced by somebody else: who, why, and how good the cohort is afterwards.
create table selection_change (
	id uuid primary key,
	proposal_id uuid not null references selection_proposal,
	number integer not null check (number > 0),
	removed uuid not null,
	added uuid not null,
	reason text not null check (length(trim(reason)) between 10 and 1000),
	actor text not null,
	changed_at timestamptz not null,
	figures jsonb not null,
	unique (proposal_id, number),
	check (removed <> added)
);

create table selection_approval (
	round_id uuid primary key,
	proposal_id uuid not null references selection_proposal,
	members uuid[] not null check (cardinality(members) > 0),
	reason text not null default '',
	approved_by text not null,
	approved_at timestamptz not null,
	announced_at timestamptz,
	waiting_list_closed_at timestamptz
);

-- Every decision about an application in turn. The seat of an offer is 'offered' until it is 'taken' or 'returned'.
-- Somebody on the waiting list who is no longer there (withdrawn) has 'left_at'.
create table selection_decision (
	application_id uuid not null,
	turn integer not null check (turn > 0),
	round_id uuid not null,
	decision text not null check (decision in ('offer', 'waiting-list', 'not-selected')),
	seat text check (seat in ('offered', 'taken', 'returned')),
	place integer check (place > 0),
	decided_at timestamptz not null,
	left_at timestamptz,
	primary key (application_id, turn),
	check ((decision = 'offer') = (seat is not null)),
	check ((decision = 'waiting-list') = (place is not null))
);
create index selection_decision_of_a_round on selection_decision (round_id);
