-- Pages as they were when somebody clipped them.
create table saved_copy (
    clipping_id  bigint      not null references clipping on delete cascade,
    url          text        not null,
    sha256       text        not null,
    fetched_at   timestamptz not null,
    content_type text        not null,
    bytes        bytea       not null,
    primary key (clipping_id, url, sha256)
);
