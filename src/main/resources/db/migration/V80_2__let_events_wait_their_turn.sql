-- An event whose listener failed is parked until its next try; Modulith itself knows no such waiting.
alter table event_publication add column parked boolean not null default false;
