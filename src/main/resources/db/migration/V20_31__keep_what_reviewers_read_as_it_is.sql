alter table application add column review_began_at timestamptz;

comment on column application.review_began_at is
	'when the first reviewer began to judge it; since then answers that reviewers see are fixed for the applicant';

do $$
begin
	if to_regclass('review') is not null then
		update application a set review_began_at = r.began
		from (
			select application_id, min(coalesce(saved_at, settled_at)) as began
			from review where saved_at is not null or state = 'scored' group by application_id
		) r where r.application_id = a.id;
	end if;
end
$$;
