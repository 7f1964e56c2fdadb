-- The life of a feedback in public: who else it happened to, and what is told of confidence in numbers.

-- "This happened to me too", until the entry takes no more. No day and no order.
create table intake.echo (
  organisation text not null,
  reference text not null,
  tag bytea not null,               -- HMAC-SHA256(K_entry, constituent)
  counted boolean not null default false,   -- by a slot
  primary key (organisation, reference, tag)
);
create index on intake.echo (organisation) where not counted;

-- What the log was given of that: whole steps, which only grow.
create table intake.echo_told (
  organisation text not null,
  reference text not null,
  count int not null,
  primary key (organisation, reference)
);
alter table responselog.feedback
  add column echoes int not null default 0,
  add column supported date;          -- since when a proposal is due on the next vote; null: it is not
create or replace view site.feedback as
  select organisation, reference, opened, day, kind, topic, role, with_role, status,
    case when status = 'disputed' then again else due end as due, overdue,
    case when status <> 'disputed' then responded end as responded, responded as first_responded,
    resolved, decision, words, response, closed, waits_since, echoes, supported
  from responselog.feedback;

-- Which statement another one amends.
alter table responselog.statement add column amends bytea;
create or replace view site.statement as
  select organisation, hash, about, role, day, from_day, until_day, amends from responselog.statement;

-- Quarters whose numbers were given to the log; and those numbers, in whole steps.
create table intake.quarter (
  organisation text not null,
  quarter date not null,            -- its first day
  primary key (organisation, quarter)
);
create table responselog.in_confidence (
  organisation text not null,
  quarter date not null,
  received int not null,
  answered int not null,
  late int not null,
  set_aside int not null,
  primary key (organisation, quarter)
);
create view site.in_confidence as
  select organisation, quarter, received, answered, late, set_aside from responselog.in_confidence;

-- Of a quarter, what accuses or endangers somebody and what was confided: how many, how many were answered, how many late. Nothing of
-- it is seen one by one. What became S2 and was confided later counts once: as confided, unless an earlier quarter has it.
create function confidential.quarter(home text, first date, until date, days int)
returns table (received bigint, answered bigint, late bigint) language sql stable security definer set search_path = '' as $$
  with accusing as (
    select s.feedback from feedback.step s
    where s.organisation = home and s.sensitivity = 'S2' and not exists (
      select from confidential.report r where r.organisation = home and r.report = s.feedback and r.day < until)
    group by s.feedback having min(s.day) >= first and min(s.day) < until
  ), last as (
    select distinct on (s.feedback) s.responded, s.due from feedback.step s join accusing a on a.feedback = s.feedback
    where s.organisation = home and s.day < until order by s.feedback, s.number desc
  ), confided as (
    select r.day, (
      select min(s.day) from confidential.step s
      where s.organisation = home and s.reference = r.reference and s.by_role is not null and s.what <> 'shared'
        and s.day < until) as replied
    from confidential.report r
    where r.organisation = home and r.day >= first and r.day < until and not exists (
      select from feedback.step s
      where s.organisation = home and s.feedback = r.report and s.sensitivity = 'S2' and s.day < first)
  ), both_kinds as (
    select responded as replied, due as latest from last union all select replied, day + days from confided
  )
  select count(*), count(replied), count(*) filter (where latest < coalesce(replied, until)) from both_kinds
$$;
revoke all on function confidential.quarter from public;

-- Words without what could show who wrote, as their sender is shown them before they are public.
create table feedback.shown (
  organisation text not null,
  feedback uuid not null,
  shown uuid not null,
  day date not null,
  text_key bytea not null,
  text bytea not null,
  primary key (organisation, feedback)
);
create trigger fence_insert after insert on feedback.shown referencing new table as fresh
  for each statement execute function constituent.fence_text_key();
create trigger fence_update after update on feedback.shown referencing new table as fresh
  for each statement execute function constituent.fence_text_key();

-- What they say of that, until the next slot.
create table intake.allowed (
  organisation text not null,
  feedback uuid not null,
  shown uuid not null,
  allowed boolean not null,
  day date not null,
  primary key (organisation, feedback)
);
