-- Only the role cohort_demographics may read or write here: roles.sql gives it, and nobody else, the schema.
create table demographics.self_identification (
	application_id uuid not null,
	round_id       uuid not null,
	attribute      text not null check (length(attribute) <= 40),
	value          text not null check (length(value) <= 40),
	primary key (application_id, attribute, value)
);

create index self_identification_of_round on demographics.self_identification (round_id);

-- What is left after the round: folded counts, and no person.
create table demographics.round_count (
	round_id  uuid not null,
	attribute text not null,
	groups    jsonb not null,
	people    integer not null,
	primary key (round_id, attribute)
);
