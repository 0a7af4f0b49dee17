-- What people and Cohort did. Rows are added and read; nobody changes or removes one.
create table audit_entry (
	id bigint generated always as identity primary key,
	at timestamptz not null,
	actor text not null,
	action text not null,
	subject_type text not null,
	subject_id uuid not null,
	detail text not null
);

create index audit_entry_subject on audit_entry (subject_id, id);

-- The chain: each seal hashes the seal before it and one entry, so that a changed or missing entry breaks it.
create table audit_seal (
	position bigint primary key check (position > 0),
	entry_id bigint not null unique references audit_entry (id),
	hash bytea not null check (octet_length(hash) = 32)
);

revoke update, delete, truncate on audit_entry, audit_seal from cohort_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'The audit trail is only added to';
end
$$;

create trigger audit_entry_is_final before update or delete on audit_entry
	for each row execute function refuse_change();
create trigger audit_seal_is_final before update or delete on audit_seal
	for each row execute function refuse_change();
