create table eligibility_screening (
	application_id    uuid primary key references application on delete cascade,
	table_version     text not null,
	inputs            jsonb not null,
	findings          jsonb not null,
	outcome           text not null check (outcome in ('ELIGIBLE', 'BORDERLINE', 'NOT_ELIGIBLE')),
	reasons           text[] not null,
	screened_at       timestamptz not null,
	decision          text check (decision in ('ELIGIBLE', 'NOT_ELIGIBLE')),
	decided_by        text,
	decided_at        timestamptz,
	check ((decision is null) = (decided_at is null)),
	check (decision is null or outcome = 'BORDERLINE')
);
