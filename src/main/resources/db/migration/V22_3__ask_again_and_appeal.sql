-- Two stages more: told of not being eligible with time to appeal, and having appealed.
alter table application drop constraint application_stage_check;
alter table application add constraint application_stage_check check (stage in ('UNCONFIRMED', 'SCREENING', 'BORDERLINE',
	'MAY_APPEAL', 'APPEALED', 'UNDER_REVIEW', 'IN_POOL', 'WAITING_LIST', 'OFFERED', 'ACCEPTED', 'NOT_ELIGIBLE',
	'NOT_SELECTED', 'DECLINED', 'OFFER_EXPIRED', 'LAPSED', 'WITHDRAWN'));

create table eligibility_enquiry (
	application_id uuid not null references application on delete cascade,
	number         integer not null check (number >= 1),
	questions      text[] not null check (cardinality(questions) >= 1),
	note           text not null,
	asked_by       text not null,
	asked_at       timestamptz not null,
	remind_at      timestamptz,
	answer_by      timestamptz,
	state          text not null check (state in ('OPEN', 'ANSWERED', 'EXPIRED', 'OVERTAKEN')),
	ended_at       timestamptz,
	primary key (application_id, number),
	check ((state = 'OPEN') = (ended_at is null)),
	check ((remind_at is null) = (answer_by is null))
);

comment on table eligibility_enquiry is 'questions that a coordinator opened again for an applicant, with a note to them';
comment on column eligibility_enquiry.answer_by is 'counted from the mail that asks, so empty until then';

-- One at a time.
create unique index enquiry_open on eligibility_enquiry (application_id) where state = 'OPEN';

create table eligibility_appeal (
	application_id uuid primary key references application on delete cascade,
	opened_at      timestamptz not null,
	appeal_by      timestamptz not null,
	words          text,
	appealed_at    timestamptz,
	over_at        timestamptz,
	granted        boolean,
	reason         text,
	decided_by     text,
	decided_at     timestamptz,
	check ((words is null) = (appealed_at is null)),
	check (appealed_at is null or over_at is null),
	check ((granted is null) = (decided_at is null) and (granted is null) = (reason is null)
		and (granted is null) = (decided_by is null)),
	check (granted is null or appealed_at is not null)
);

comment on table eligibility_appeal is 'the one appeal against not being eligible that an applicant has';
comment on column eligibility_appeal.over_at is 'when the time to appeal was found to be over without one';
