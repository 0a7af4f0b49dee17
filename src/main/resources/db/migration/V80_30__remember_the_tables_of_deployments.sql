create table engine_screening_table (
	process_definition_key bigint primary key,
	table_version          text not null
);

comment on table engine_screening_table is 'which decision table came in the same deployment as a version of the process screening, and so is used by it';
