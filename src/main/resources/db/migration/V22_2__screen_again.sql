-- An application is screened again when answers that were asked for are in; every screening stays on record.
alter table eligibility_screening add column number integer not null default 1 check (number >= 1);
alter table eligibility_screening drop constraint eligibility_screening_pkey;
alter table eligibility_screening add primary key (application_id, number);

-- Whether somebody took a place in an earlier round is looked up by the address.
create index application_accepted on application (email_key) where stage = 'ACCEPTED';
