-- Files that came with a clipping sent by mail.
create table clipping_file (
    number       bigint generated always as identity primary key,
    clipping_id  bigint not null references clipping on delete cascade,
    name         text   not null,
    content_type text   not null,
    bytes        bytea  not null
);
create index clipping_file_clipping on clipping_file (clipping_id);
