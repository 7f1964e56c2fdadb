-- Printed codes, and what may be told of votes while they are taken.

-- What may vote where codes were printed: for each the tag of its vote. Gone at the close.
create table poll.code (
  organisation text not null,
  poll text not null,
  voter bytea not null,             -- HMAC-SHA256(K_poll, code), as in poll.ballot
  primary key (organisation, poll, voter)
);

-- Whatever decided about a vote: where codes were printed, none is written without one.
create function poll.ask_code() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from poll.code c where c.organisation = new.organisation and c.poll = new.poll)
      and not exists (
        select from poll.code c
        where c.organisation = new.organisation and c.poll = new.poll and c.voter = new.voter) then
    raise exception 'no such code' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ask_code before insert on poll.ballot for each row execute function poll.ask_code();

-- How many, in whole steps: votes in an open poll, and who wants to hear of polls. Written at slots alone.
create table poll.step (
  organisation text not null,
  what text not null,               -- a poll's reference, or subscribers
  slot bigint not null,             -- in which it was counted: the second of its begin
  count int not null,
  primary key (organisation, what)
);

create view site.poll_step as
  select s.organisation, s.what as poll, s.count from poll.step s
  join poll.taking t on t.organisation = s.organisation and t.poll = s.what;
