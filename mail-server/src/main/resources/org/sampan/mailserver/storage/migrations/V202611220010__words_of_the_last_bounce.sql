-- GET /people/{email} shows the other server's own words.
alter table person add column last_bounce_reply text not null default '';
