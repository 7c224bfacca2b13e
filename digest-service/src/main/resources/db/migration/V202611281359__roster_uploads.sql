-- Files of people that an owner has uploaded and not yet said yes to; an hour later they are forgotten.
create table roster_upload (
  token      text primary key,
  session    text not null,                             -- hash of the session's id
  list       text not null,
  purpose    text not null check (purpose in ('add', 'invite')),
  file_name  text not null,
  words      text not null,
  expires_at timestamptz not null,
  unique (session, list)
);
create index roster_upload_expiring on roster_upload (expires_at);

create table roster_upload_piece (
  token  text not null references roster_upload on delete cascade,
  number integer not null,
  piece  bytea not null,
  primary key (token, number)
);
