-- The first of those that a poll has chosen, of which leaders must say what they will do.
create table poll.priority (
  organisation text not null,
  poll text not null,
  option int not null,
  due date not null,                -- by which they say so
  overdue boolean not null default false,
  answered date,                    -- null: not yet
  what bytea,                       -- the promise's salted hash, as the log has it; null: nothing was promised
  promised date,                    -- for which day
  kept boolean not null default false,
  missed boolean not null default false,
  primary key (organisation, poll, option)
);

-- What is promised about a priority stands with all other promises; its reference is a poll's.
create or replace view site.promise as
  select p.organisation, p.reference, p.what, p.owner_role, p.made, p.due, p.kept, p.words, p.missed,
    f.closed, f.reference is null as of_poll
  from responselog.promise p
  left join responselog.feedback f on f.organisation = p.organisation and f.reference = p.reference
  where f.status is distinct from 'withdrawn';

-- What polls did with the proposals that were due.
create table responselog.placed (
  organisation text not null,
  poll text not null,
  reference text not null,          -- the proposal's
  opens date not null,              -- the poll's first day
  closes date not null,
  option int,                       -- its number there; null: it was left out
  reason bytea,                     -- why it was left out: the salted hash of that text
  cancelled date,                   -- when the poll was, so that it is due again; null: it was not
  primary key (organisation, reference, poll)
);
create view site.placed as
  select organisation, poll, reference, opens, closes, option, reason, cancelled from responselog.placed;
