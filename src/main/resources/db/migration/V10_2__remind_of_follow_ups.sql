-- Programmes from before this setting remind at half the time to answer. Intervals are written as settings write them.
set local intervalstyle = 'iso_8601';

update programme
	set settings = settings || jsonb_build_object('remind-follow-up-after', ((settings ->> 'follow-up-within')::interval / 2)::text)
	where not jsonb_exists(settings, 'remind-follow-up-after') and jsonb_exists(settings, 'follow-up-within');
