-- What retention looks for, the oldest first. A clipping whose time is over is emptied like one that was taken down (taken_down_at),
-- but has no row in takedown: nobody asked for it, and nobody ever saw it.
create index clipping_unused on clipping (collected_at, id)
    where not used and shown_at is null and taken_down_at is null;
create index saved_copy_fetched on saved_copy (fetched_at);
