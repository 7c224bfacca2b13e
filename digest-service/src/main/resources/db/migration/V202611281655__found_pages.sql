-- Pages that editors look at before they keep them, one for each editor; forgotten after a day.
create table found_page (
    person       text        primary key,
    url          text        not null,
    sha256       text        not null,
    fetched_at   timestamptz not null,
    content_type text        not null,
    bytes        bytea       not null
);
create index found_page_expiring on found_page (fetched_at);
