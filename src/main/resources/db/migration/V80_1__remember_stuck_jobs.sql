-- Jobs of the process engine that failed and are being tried again. A row goes when its job succeeds.
create table stuck_job (
	job_key bigint primary key,
	job_type text not null,
	process_id text not null,
	element_id text not null,
	process_instance_key bigint not null,
	subject text not null,
	attempts int not null check (attempts > 0),
	first_failed_at timestamptz not null,
	last_failed_at timestamptz not null,
	next_try_at timestamptz not null,
	error_id text not null,
	fault text not null
);
