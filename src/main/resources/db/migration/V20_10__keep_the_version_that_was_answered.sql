-- An application keeps the questions that it answered, whatever the programme asks later.
alter table application add column programme_version_id bigint references programme_version;

update application set programme_version_id = p.version_id
	from round r join programme p on p.id = r.programme_id where r.id = application.round_id;

alter table application alter column programme_version_id set not null;

create index application_of_version on application (programme_version_id);

comment on column application.programme_version_id is 'whose questions were answered';

-- Who does not say which version was answered means the one of today.
create function answer_version_of_today() returns trigger language plpgsql as $$
begin
	select p.version_id into new.programme_version_id
		from round r join programme p on p.id = r.programme_id where r.id = new.round_id;
	return new;
end
$$;

create trigger application_answers_version_of_today before insert on application
	for each row when (new.programme_version_id is null) execute function answer_version_of_today();
