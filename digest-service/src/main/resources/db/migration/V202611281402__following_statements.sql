create index statement_list_unfollowed on statement_list (at) where step = 'taken' and post is null;
