-- What coordinators filter and sort by stands in the application's own row. The modules that know it say it through
-- the front door (Standings) in the transaction that changes it.
alter table application
	add column outcome        text check (outcome in ('ELIGIBLE', 'BORDERLINE', 'NOT_ELIGIBLE')),
	add column score          numeric(7, 4) check (score between 0 and 100),
	add column reviews_open   integer not null default 0 check (reviews_open >= 0),
	add column reviews_done   integer not null default 0 check (reviews_done >= 0),
	add column reviews_due_at timestamptz check ((reviews_due_at is null) = (reviews_open = 0));

comment on column application.outcome is 'of the screening, after a coordinator''s decision if there was one';
comment on column application.reviews_due_at is 'the earliest deadline of a review that is still open';

-- Small letters without accents; a space before every word, so that beginnings of words are found by two letters too.
create function searchable(text) returns text language sql immutable parallel safe return
	' ' || lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'));

alter table application add column search text not null
	generated always as (searchable(name || ' ' || email || ' ' || code)) stored;

create extension if not exists pg_trgm with schema cohort;
create index application_search on application using gin (search gin_trgm_ops);

-- One index answers every filter and every count without touching the rows, which carry the answers; the others sort.
drop index application_of_round;
drop index application_by_stage;
create index application_list on application (round_id, submitted_at, id)
	include (stage, outcome, score, reviews_done, reviews_due_at, confirmed_at);
create index application_by_stage on application (round_id, stage, submitted_at, id);
create index application_by_name on application (round_id, search collate "C", id);
create index application_by_score on application (round_id, (coalesce(score, -1)), id);
create index application_by_due on application (round_id, (coalesce(reviews_due_at, 'infinity')), id);
create index application_by_stage_since on application (round_id, stage_since, id);

-- The modules that know these things were there before the columns.
do $$
begin
	if to_regclass('eligibility_screening') is not null then
		update application a set outcome = coalesce(s.decision, s.outcome)
		from (
			select distinct on (application_id) application_id, outcome, decision from eligibility_screening
			order by application_id, screened_at desc
		) s where s.application_id = a.id;
	end if;
	if to_regclass('review') is not null then
		update application a set reviews_open = r.open, reviews_done = r.done, reviews_due_at = r.due_at
		from (
			select application_id, count(*) filter (where state = 'assigned') as open,
				count(*) filter (where state = 'scored') as done, min(due_at) filter (where state = 'assigned') as due_at
			from review group by application_id
		) r where r.application_id = a.id;
		update application a set score = s.value from review_score s where s.application_id = a.id;
	end if;
end
$$;
