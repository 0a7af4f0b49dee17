-- What coordinators note about reviewers. Who they are, Keycloak knows; a row is there once something was noted.
create table reviewer_profile (
	username text primary key check (username <> ''),
	cap integer check (cap between 0 and 1000),
	languages text[] not null default '{}',
	organisation text not null default '',
	domains text[] not null default '{}',
	away_from date,
	away_until date,
	changed_at timestamptz not null,
	changed_by text not null,
	check ((away_from is null) = (away_until is null)),
	check (away_from <= away_until)
);

-- A coordinator's word on who must, or must not, review an application.
create table review_pin (
	application_id uuid not null,
	round_id uuid not null,
	reviewer text not null check (reviewer <> ''),
	wanted boolean not null,
	made_by text not null,
	made_at timestamptz not null,
	primary key (application_id, reviewer)
);
create index review_pins_of_a_round on review_pin (round_id);

-- Slots for which nobody was found; a row goes when the slot is given to somebody or skipped.
create table review_vacancy (
	application_id uuid not null,
	round_id uuid not null,
	slot integer not null check (slot between 1 and 50),
	since timestamptz not null,
	primary key (application_id, slot)
);
create index review_vacancies_of_a_round on review_vacancy (round_id);

create index review_of_a_round on review (round_id, application_id);
