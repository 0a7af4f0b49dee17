-- Whoever was asked for more and has not answered is found by coordinators.
alter table application add column unanswered boolean not null default false;
create index application_unanswered on application (round_id, submitted_at, id) where unanswered;

do $$
begin
	if to_regclass('eligibility_enquiry') is not null then
		update application set unanswered = true
		where id in (select application_id from eligibility_enquiry where state = 'OPEN');
	end if;
end
$$;
