-- Every n-th post of a list that is not personalised goes out in personal copies: how many have gone since is asked for each post.
create index delivery_posts_of_list on delivery (list_id, id) where post_id is not null;
