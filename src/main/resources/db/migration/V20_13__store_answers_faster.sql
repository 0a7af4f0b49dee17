-- Pressing three pages of text together is the dearest single thing about storing an application; this method takes a
-- third of the time. A server that was built without it keeps its own. To restore a dump on such a server, take the dump
-- with --no-toast-compression.
do $$
begin
	alter table application alter column answers set compression lz4;
	alter table application_draft alter column fields set compression lz4;
exception when feature_not_supported then
	raise notice 'This PostgreSQL has no lz4; answers are stored with its usual method.';
end
$$;
