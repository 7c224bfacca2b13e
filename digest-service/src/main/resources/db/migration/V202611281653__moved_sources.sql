-- Where a source is found since its server said that it moved for good; its items stay known by its url.
alter table source add column moved_to text, add column moved_at timestamptz;
alter table source add constraint moved_when check ((moved_to is null) = (moved_at is null));
