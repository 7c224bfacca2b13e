alter table source
    add column failures int not null default 0,
    add column retry_at timestamptz;
