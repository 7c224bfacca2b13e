-- Whether a member is new to a list is asked in the SMTP session, where owners want the first posts held.
create index post_of_author on post (list_id, lower(from_email)) where fanned_out_at is not null;
