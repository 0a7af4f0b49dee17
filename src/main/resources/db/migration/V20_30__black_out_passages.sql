-- Passages that reviewers do not get to see. The answers stay as they were written; a row that was undone stays too.
create table redaction (
	id uuid primary key,
	application_id uuid not null references application (id) on delete cascade,
	passage text not null check (length(passage) between 2 and 500),
	made_by text not null,
	made_at timestamptz not null,
	undone_by text,
	undone_at timestamptz,
	check ((undone_by is null) = (undone_at is null))
);

create unique index redaction_once_at_a_time on redaction (application_id, lower(passage)) where undone_at is null;
create index redactions_of_an_application on redaction (application_id, made_at);
