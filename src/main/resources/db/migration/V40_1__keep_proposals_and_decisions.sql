-- A proposal is kept whole: what went in, what came out, who approved it. Demographic values never enter these tables:
-- they are in the input's hash and, as counts, in the result.
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
	check ((state = 'ready') = (ready_at is not null and result is not null and input_hash is not null)),
	check ((state = 'failed') = (failure is not null))
);

-- One member of the proposal replaced by somebody else, with what it cost.
create table selection_change (
	id uuid primary key,
	proposal_id uuid not null references selection_proposal,
	number integer not null check (number > 0),
	removed uuid not null,
	added uuid not null,
	reason text not null check (length(trim(reason)) >= 10),
	actor text not null,
	changed_at timestamptz not null,
	diversity_before double precision not null,
	diversity_after double precision not null,
	score_before double precision not null,
	score_after double precision not null,
	unique (proposal_id, number),
	check (removed <> added)
);

create table selection_approval (
	round_id uuid primary key,
	proposal_id uuid not null references selection_proposal,
	members jsonb not null,
	reason text not null default '',
	approved_by text not null,
	approved_at timestamptz not null,
	announced_at timestamptz,
	waiting_list_closed_at timestamptz
);

-- Every decision about an application in turn. An offer's seat is open until it is taken or returned.
create table selection_decision (
	application_id uuid not null,
	turn integer not null check (turn > 0),
	round_id uuid not null,
	decision text not null check (decision in ('offer', 'waiting-list', 'not-selected')),
	seat text check (seat in ('offered', 'taken', 'returned')),
	place integer check (place > 0),
	decided_at timestamptz not null,
	primary key (application_id, turn),
	check ((decision = 'offer') = (seat is not null)),
	check ((decision = 'waiting-list') = (place is not null))
);
create index selection_decision_of_a_round on selection_decision (round_id);
