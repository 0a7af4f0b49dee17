-- The outbox is looked at every second, also when a hundred thousand events wait for an engine that is away.
create index event_publication_failed on event_publication (publication_date) where status = 'FAILED';
create index event_publication_of_modules on event_publication (publication_date)
	where completion_date is null and listener_id not like 'org.cohort.process.%';
create index event_publication_resubmitted on event_publication (last_resubmission_date)
	where completion_date is null and not parked and last_resubmission_date is not null;

-- Only for forgetting old ones; an event that was just published has no place in it.
drop index event_publication_completion_date;
create index event_publication_completed on event_publication (completion_date) where completion_date is not null;
