-- One offer per application. Whoever changes 'open' first decides: an answer or the deadline, never both.
create table offer (
	id uuid primary key,
	application_id uuid not null unique,
	round_id uuid not null,
	made_at timestamptz not null,
	remind_at timestamptz not null,
	expires_at timestamptz not null,
	state text not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
	answered_at timestamptz,
	closed_at timestamptz,
	check (remind_at <= expires_at and made_at < expires_at),
	check ((state in ('accepted', 'declined')) = (answered_at is not null) or state = 'withdrawn'),
	check (state <> 'open' or closed_at is null)
);
create index offer_of_a_round on offer (round_id, state);
