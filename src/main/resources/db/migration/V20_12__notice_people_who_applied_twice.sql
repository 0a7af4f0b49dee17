-- What people who applied twice often have in common, written so that equal means equal.
create table application_trait (
	application_id uuid not null references application on delete cascade,
	round_id       uuid not null references round,
	kind           text not null check (kind in ('MAIL', 'NAME', 'LINK')),
	value          text not null,
	primary key (application_id, kind, value)
);

create index trait_of_round on application_trait (round_id, kind, value);

alter table application add column traits_at timestamptz;
comment on column application.traits_at is 'when its traits were written; nothing while they still have to be';
create index application_without_traits on application (submitted_at) where traits_at is null;

-- Two applications of a round that may be of one person; the smaller id stands first.
create table application_pair (
	first_id   uuid not null references application on delete cascade,
	second_id  uuid not null references application on delete cascade,
	round_id   uuid not null references round,
	kinds      text[] not null,
	found_at   timestamptz not null,
	decision   text check (decision in ('SAME', 'DIFFERENT')),
	kept_id    uuid references application on delete set null,
	decided_by text,
	decided_at timestamptz,
	primary key (first_id, second_id),
	check (first_id < second_id),
	check ((decision is null) = (decided_at is null))
);

create index pair_of_round on application_pair (round_id, found_at);
create index pair_of_second on application_pair (second_id);
