create index eligibility_appeal_waiting on eligibility_appeal (appealed_at)
	where appealed_at is not null and granted is null;
