create table first_start (                              -- what was made of the operator's files, once for the life of the database
  what    text primary key,
  made_at timestamptz not null default now()
);
