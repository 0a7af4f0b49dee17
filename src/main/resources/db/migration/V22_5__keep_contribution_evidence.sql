create table eligibility_evidence (
	application_id uuid not null references application on delete cascade,
	repository     text not null,
	counted_at     timestamptz not null,
	months         integer not null check (months >= 1),
	addresses      integer not null check (addresses >= 0),
	failure        text,
	commits        integer not null check (commits >= 0),
	weeks          jsonb not null,
	first_at       timestamptz,
	last_at        timestamptz,
	primary key (application_id, repository),
	check ((commits = 0) = (first_at is null) and (first_at is null) = (last_at is null))
);

comment on table eligibility_evidence is 'commits of an applicant in the repositories that the programme names; information, never a score';
comment on column eligibility_evidence.failure is 'why the repository could not be read; then nothing is known, which is not zero';
comment on column eligibility_evidence.weeks is 'commits by the Monday of their week';
comment on column eligibility_evidence.addresses is 'by how many addresses it was looked for';
