-- Mail programmes show no charts, so a report's mail has a body of its own, and its main points line by line.
alter table report
	add column mail_html text not null,
	add column highlights text not null;
