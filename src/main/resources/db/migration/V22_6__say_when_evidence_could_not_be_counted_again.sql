alter table eligibility_evidence
	add column missed_at timestamptz,
	add column missed_why text,
	add check ((missed_at is null) = (missed_why is null)),
	add check (missed_at is null or failure is null);

comment on column eligibility_evidence.missed_at is 'when the repository could not be read last, since these numbers were counted';
comment on column eligibility_evidence.missed_why is 'why it could not be read then';
