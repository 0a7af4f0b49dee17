-- The seed of a round is drawn when the round opens. Its SHA-256 is public from then on, the seed once it is announced.
create table selection_seed (
	round_id uuid primary key,
	seed text not null check (length(seed) >= 32),
	commitment text not null check (length(commitment) = 64),
	committed_at timestamptz not null
);

-- The document is the stored proposal without its pool: policy, solution, lottery. The pool is put back in when somebody
-- exports it; the fingerprint is that of the whole. A refusal says which limits contradict each other and what would help.
alter table selection_proposal
	add column tolerance double precision check (tolerance between 0 and 1),
	add column document text,
	add column fingerprint text check (length(fingerprint) = 64),
	add column refusal jsonb;

-- Why somebody is in the cohort or not, after so many changes by hand (0: as computed). Says of self-identification only
-- whether it matters, never what it is.
create table selection_reason (
	proposal_id uuid not null references selection_proposal,
	change_number integer not null check (change_number >= 0),
	application_id uuid not null,
	reason jsonb not null,
	primary key (proposal_id, change_number, application_id)
);

-- Who must be in the next computed cohort or must not be, and why; until it is lifted.
create table selection_restriction (
	id uuid primary key,
	round_id uuid not null,
	application_id uuid not null,
	kind text not null check (kind in ('pin', 'exclusion')),
	reason text not null check (length(trim(reason)) between 10 and 1000),
	actor text not null,
	made_at timestamptz not null,
	lifted_by text,
	lifted_at timestamptz,
	check ((lifted_by is null) = (lifted_at is null))
);
create unique index selection_restriction_in_force on selection_restriction (round_id, application_id)
	where lifted_at is null;

-- What the committee says about an applicant while it decides.
create table selection_note (
	id uuid primary key,
	round_id uuid not null,
	application_id uuid not null,
	author text not null,
	text text not null check (length(trim(text)) between 1 and 2000),
	written_at timestamptz not null
);
create index selection_note_of_an_application on selection_note (application_id, written_at);

-- An approval of one person where the programme wants two. It is for the shortlist as it was seen: another version needs
-- another approval.
create table selection_consent (
	round_id uuid not null,
	version text not null,
	actor text not null,
	reason text not null default '',
	given_at timestamptz not null,
	primary key (round_id, version, actor)
);

-- What was published about the selection of a round; figures that say nothing about one person.
create table selection_publication (
	round_id uuid primary key,
	numbers jsonb not null,
	published_by text not null,
	published_at timestamptz not null
);
