-- Links that take the place of accounts. The token itself is derived from the id and a key; only its hash is here, so
-- whoever reads this table can open nothing.
create table link (
	id uuid primary key,
	purpose text not null,
	subject_id uuid not null,
	detail text not null default '',
	token_hash bytea not null unique check (octet_length(token_hash) = 32),
	issued_at timestamptz not null,
	expires_at timestamptz not null,
	revoked_at timestamptz
);

create unique index link_in_force on link (purpose, subject_id, detail) where revoked_at is null;
