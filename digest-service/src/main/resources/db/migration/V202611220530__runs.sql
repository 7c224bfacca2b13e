-- What was asked of the conductor, and how far it has come. Spring Batch keeps its own books beside.
create table run (
    id         bigint generated always as identity primary key,
    job        text        not null check (job in ('collect', 'edition')),
    request    jsonb       not null,
    state      text        not null default 'running' check (state in ('running', 'done', 'failed', 'skipped')),
    step       text        not null default 'waiting',
    done       int         not null default 0,
    total      int         not null default 0,
    message    text        not null default '',
    result     jsonb,
    series     text,
    number     int,
    started_at timestamptz not null default now(),
    ended_at   timestamptz
);
create index run_unfinished on run (id) where state = 'running';
