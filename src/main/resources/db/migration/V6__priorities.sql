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
