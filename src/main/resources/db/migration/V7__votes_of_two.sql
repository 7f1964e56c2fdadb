-- Who let whom in, so that nobody agrees with themselves: the inviter, and theirs, and so on, the first leader first.
alter table leader.account add column line uuid[] not null default '{}';
alter table leader.invitation add column line uuid[] not null default '{}';

alter table poll.poll
  add column line uuid[] not null default '{}',  -- who let in whoever set it up, as of that day
  add column cancel_by uuid,                     -- who wants it cancelled; null: nobody
  add column cancel_line uuid[],
  add column cancel_reason text;
