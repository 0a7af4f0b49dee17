create table eligibility_table (
	version text primary key check (version ~ '^[0-9a-f]{12}$'),
	dmn     text not null check (length(dmn) <= 500000),
	kept_by text not null,
	kept_at timestamptz not null
);

comment on table eligibility_table is 'decision tables that were tried on the page; the one that ships with Cohort is a file';

create table eligibility_table_choice (
	id        bigint generated always as identity primary key,
	version   text references eligibility_table,
	chosen_by text not null,
	chosen_at timestamptz not null
);

comment on table eligibility_table_choice is 'which table new screenings use: the latest row; no version is the file that ships with Cohort';

create table eligibility_trial (
	id          uuid primary key,
	round_id    uuid not null references round on delete cascade,
	version     text not null references eligibility_table,
	started_by  text not null,
	started_at  timestamptz not null,
	total       integer not null check (total >= 0),
	done        integer not null check (done between 0 and total),
	state       text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
	failure     text,
	finished_at timestamptz,
	check ((state = 'RUNNING') = (finished_at is null)),
	check ((state = 'FAILED') = (failure is not null))
);

create index trial_latest on eligibility_trial (started_at desc);
create index trial_of_version on eligibility_trial (version);

create table eligibility_trial_line (
	trial_id       uuid not null references eligibility_trial on delete cascade,
	application_id uuid not null references application on delete cascade,
	before         text not null check (before in ('ELIGIBLE', 'BORDERLINE', 'NOT_ELIGIBLE')),
	after          text not null check (after in ('ELIGIBLE', 'BORDERLINE', 'NOT_ELIGIBLE')),
	findings       jsonb not null,
	primary key (trial_id, application_id)
);

create index trial_line_of_application on eligibility_trial_line (application_id);
