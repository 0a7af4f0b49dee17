-- A file of applications that was collected elsewhere. The file holds personal data, so it goes as soon as it is read in.
create table application_import (
	id          uuid primary key,
	round_id    uuid not null,
	file_name   text not null check (length(file_name) between 1 and 200),
	content     bytea,
	mapping     jsonb not null default '{}',
	state       text not null check (state in ('UPLOADED', 'RUNNING', 'STOPPED', 'DONE')),
	lines       integer not null check (lines >= 0),
	done        integer not null default 0 check (done between 0 and lines),
	asked_by    text not null,
	asked_at    timestamptz not null,
	finished_at timestamptz,
	check ((content is null) = (state in ('STOPPED', 'DONE'))),
	check ((finished_at is null) = (state in ('UPLOADED', 'RUNNING')))
);

create index import_of_round on application_import (round_id, asked_at desc);
create index import_unfinished on application_import (asked_at) where state in ('UPLOADED', 'RUNNING');

comment on column application_import.mapping is 'which column of the file is which field: number of the column, field';

-- What became of each line. No words of the file: it is gone, and problems name fields only.
create table application_import_line (
	import_id      uuid not null references application_import on delete cascade,
	line           integer not null check (line > 0),
	outcome        text not null check (outcome in ('STORED', 'THERE', 'REFUSED', 'CLOSED', 'FAILED')),
	application_id uuid,
	code           text,
	problems       jsonb not null default '[]',
	primary key (import_id, line),
	check ((application_id is null) = (outcome in ('REFUSED', 'CLOSED', 'FAILED')))
);
