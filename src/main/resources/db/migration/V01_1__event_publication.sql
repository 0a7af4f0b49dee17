-- The outbox: Spring Modulith's event publication registry. A row is written in the transaction that
-- published the event and is completed when its listener has done its work.
create table event_publication (
	id                     uuid primary key,
	listener_id            text not null,
	event_type             text not null,
	serialized_event       text not null,
	publication_date       timestamptz not null,
	completion_date        timestamptz,
	status                 text,
	completion_attempts    int,
	last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);
create index event_publication_open on event_publication (publication_date) where completion_date is null;
