create table application_file (
	id             uuid primary key,
	draft_id       uuid references application_draft on delete cascade,
	application_id uuid references application on delete cascade,
	question       text not null,
	name           text not null check (length(name) between 1 and 120 and name !~ '[/\\[:cntrl:]]'),
	kind           text not null check (kind in ('PDF', 'PNG', 'JPEG', 'TEXT', 'ODT', 'DOCX')),
	content        bytea not null check (length(content) between 1 and 26000000),
	checksum       text not null check (checksum ~ '^[0-9a-f]{64}$'),
	sent_at        timestamptz not null,
	check (num_nonnulls(draft_id, application_id) = 1)
);

comment on table application_file is 'files that answer questions: of a draft until it is sent, then of the application; gone with either';
comment on column application_file.name is 'cleaned; its ending follows from the content';

-- Such files are compressed already.
alter table application_file alter column content set storage external;
create index file_of_draft on application_file (draft_id) where draft_id is not null;
create index file_of_application on application_file (application_id) where application_id is not null;
