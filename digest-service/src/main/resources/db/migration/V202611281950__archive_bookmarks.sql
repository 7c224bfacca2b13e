-- How far a source's archive has been gone back through: the next time goes on there. next is null when the end was reached.
create table archive_bookmark (
    source_url  text    primary key,
    page        int     not null,
    next        text,
    until_known boolean not null
);
