-- Reviewers are away more than once; every absence is noted, and undone, by itself.
create table reviewer_absence (
	id uuid primary key,
	username text not null check (username <> ''),
	first_day date not null,
	last_day date not null,
	noted_at timestamptz not null,
	noted_by text not null,
	check (first_day <= last_day),
	unique (username, first_day, last_day)
);

insert into reviewer_absence
select gen_random_uuid(), username, away_from, away_until, changed_at, changed_by
from reviewer_profile where away_from is not null;

alter table reviewer_profile drop column away_from, drop column away_until;
