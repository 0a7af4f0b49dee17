-- Which tasks the workers have done for an application, so that its diagram can be drawn without asking the engine.
create table process_step (
	application_id uuid not null,
	process_id     text not null,
	element_id     text not null,
	done_at        timestamptz not null,
	primary key (application_id, process_id, element_id)
);
