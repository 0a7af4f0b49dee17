-- application.answers is what counts now; these rows lead from what was sent first to it.
create table application_change (
	application_id uuid not null references application on delete cascade,
	number         integer not null check (number >= 1),
	changed_at     timestamptz not null,
	changed_by     text not null check (length(changed_by) between 1 and 200),
	occasion       text not null check (occasion in ('CHANGE', 'ASKED', 'CORRECTION', 'MERGE')),
	before         jsonb not null,
	after          jsonb not null,
	primary key (application_id, number)
);

comment on column application_change.changed_by is 'the user name of a member of staff, or applicant';
comment on column application_change.before is 'answers by question, for the questions that changed only; no entry where nothing was answered';

-- What was typed into the form for changes and not sent yet; gone once it is.
create table application_change_draft (
	application_id uuid primary key references application on delete cascade,
	fields         jsonb not null,
	changed_at     timestamptz not null
);
