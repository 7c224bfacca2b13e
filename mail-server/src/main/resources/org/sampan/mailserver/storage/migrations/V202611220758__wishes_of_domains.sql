create table mta_sts_policy (                           -- RFC 8461: how a domain wants its mail protected
  domain     text primary key,
  id         text not null,                             -- of its TXT record; another id, another policy
  mode       text not null check (mode in ('enforce', 'testing', 'none')),
  hosts      text[] not null,
  max_age    bigint not null,                           -- seconds
  fetched_at timestamptz not null
);
