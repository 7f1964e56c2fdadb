-- Who may do what: docs/database-logins.md is this file as a table, and a test compares both with the catalogue.
-- ${logins} is the prefix of the logins' names. Written anew whole: what is not granted here is not granted.

do $$
declare
  module text;
  login text;
begin
  foreach module in array array['constituent', 'conversation', 'intake', 'feedback', 'responselog', 'delivery', 'confidential',
      'leader', 'poll', 'scheduler', 'inbox', 'reader', 'site'] loop
    foreach login in array array['intake', 'delivery', 'reader', 'inbox', 'log', 'public', 'focal', 'poll', 'scheduler'] loop
      execute format('revoke all on all tables in schema %I from %I', module, '${logins}_' || login);
      execute format('revoke all on all functions in schema %I from %I', module, '${logins}_' || login);
      execute format('revoke all on schema %I from %I', module, '${logins}_' || login);
    end loop;
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
  revoke all on schema public from public;
  revoke all on all functions in schema constituent from public;
  revoke all on all functions in schema poll from public;
end $$;

-- intake: what arrives, the vault, and release
grant usage on schema constituent, conversation, intake, feedback, responselog to ${logins}_intake;
grant select on constituent.epoch to ${logins}_intake;
grant execute on function constituent.hold_epoch to ${logins}_intake;
grant select, insert, update, delete on constituent.constituent to ${logins}_intake;
grant select on constituent.kept_answer to ${logins}_intake;
grant select, insert, delete on constituent.question to ${logins}_intake;
grant insert on constituent.route to ${logins}_intake;
grant select, insert on conversation.message to ${logins}_intake;
grant select, insert, update on conversation.session to ${logins}_intake;
grant select, insert, update, delete on conversation.caller to ${logins}_intake;
grant select, insert, delete on conversation.owed to ${logins}_intake;
grant select, insert, update, delete on intake.given, intake.part, intake.detail to ${logins}_intake;
grant select, insert, delete on intake.withdrawal to ${logins}_intake;
grant select, insert, update, delete on intake.judgement to ${logins}_intake;
grant select, insert, update on intake.set_aside to ${logins}_intake;
grant select, insert, delete on intake.entered to ${logins}_intake;
grant select, insert, update (counted), delete on intake.echo to ${logins}_intake;
grant select, insert, update (count), delete on intake.echo_told to ${logins}_intake;
grant select, insert on intake.quarter to ${logins}_intake;
grant select, insert, update, delete on intake.allowed to ${logins}_intake;
grant select, delete on feedback.shown to ${logins}_intake;
grant insert on responselog.content to ${logins}_intake;
grant select, update (applied), delete on intake.decision to ${logins}_intake;
grant select, insert on feedback.feedback, feedback.part, feedback.step to ${logins}_intake;
grant delete on feedback.part to ${logins}_intake;
grant select, delete on feedback.quiet_answer to ${logins}_intake;
grant insert, select (organisation, entry) on responselog.staged to ${logins}_intake;
grant usage on sequence responselog.staged_order to ${logins}_intake, ${logins}_inbox;
grant select, insert, update (answered, withdrawn) on responselog.receipt to ${logins}_intake;
grant select (organisation, reference, closed), update (closed) on responselog.feedback to ${logins}_intake;

-- (a reader too may find that a text is for a focal point alone)
grant usage on schema confidential to ${logins}_intake, ${logins}_reader;
grant insert on confidential.report, confidential.text, confidential.waiting, confidential.account
  to ${logins}_intake, ${logins}_reader;
grant select on confidential.living_key, confidential.outside_way to ${logins}_intake, ${logins}_reader;
grant insert, select, update (mark) on confidential.alarm to ${logins}_intake, ${logins}_reader;
grant select, delete on confidential.quiet_answer to ${logins}_intake;
-- (what its sender takes back)
grant select (organisation, report, reference, commitment) on confidential.report to ${logins}_intake;
grant select (organisation, text, report, step), update (sealed) on confidential.text to ${logins}_intake;
grant select (organisation, report), delete on confidential.waiting to ${logins}_intake;
grant select (organisation, reference, number), insert on confidential.step to ${logins}_intake;
grant execute on function confidential.quarter to ${logins}_intake;

-- delivery: the outbox, and the way to a phone
grant usage on schema constituent, delivery, feedback, responselog to ${logins}_delivery;
grant select, update, delete on delivery.outbox to ${logins}_delivery;
grant select, insert, update, delete on delivery.lease to ${logins}_delivery;
grant select, insert on delivery.outcome, delivery.decision to ${logins}_delivery;
grant select, delete on delivery.mute to ${logins}_delivery;
grant select on delivery.doubt to ${logins}_delivery;
grant select, insert, delete on delivery.set_aside to ${logins}_delivery;
grant select on constituent.route to ${logins}_delivery;
grant select, update (stopped, muted), delete on constituent.constituent to ${logins}_delivery;
grant insert, select (organisation, answer, day), delete on constituent.kept_answer to ${logins}_delivery;
grant insert, select (organisation, tag, day), delete on constituent.question to ${logins}_delivery;
grant select (organisation, feedback, commitment) on feedback.feedback to ${logins}_delivery;
grant usage on schema confidential to ${logins}_delivery;
grant select (organisation, report, commitment) on confidential.report to ${logins}_delivery;
grant select on responselog.receipt to ${logins}_delivery;

-- reader: what waits for a reader, by view; decisions only ever added
grant usage on schema intake, reader to ${logins}_reader;
grant select on all tables in schema reader to ${logins}_reader;
grant insert (organisation, feedback, round, reference, day, what, topic, kind, sensitivity, excluded)
  on intake.decision to ${logins}_reader;

-- inbox: views of what is released; inserts only
grant usage on schema inbox, feedback, delivery, responselog, leader to ${logins}_inbox;
grant select on all tables in schema inbox to ${logins}_inbox;
grant insert on feedback.step, feedback.response, feedback.commitment, feedback.kept, feedback.missed, feedback.note,
  feedback.quiet_answer, feedback.amendment, feedback.shown to ${logins}_inbox;
grant insert on delivery.outbox, delivery.decision, delivery.mute to ${logins}_inbox;
grant execute on function delivery.take_back to ${logins}_inbox;
grant insert on responselog.staged, responselog.content to ${logins}_inbox;
grant select, insert, delete on leader.account, leader.invitation to ${logins}_inbox;
grant select, insert, update, delete on leader.session, leader.session_attributes to ${logins}_inbox;

-- log: order at slots; entries are only ever added
grant usage on schema responselog to ${logins}_log;
grant select, insert, delete on responselog.staged to ${logins}_log;
grant usage on sequence responselog.staged_order to ${logins}_log;
grant select, insert on responselog.entry, responselog.node, responselog.checkpoint, responselog.log to ${logins}_log;
grant select, insert on responselog.cover_seed, responselog.slot, responselog.witnesses to ${logins}_log;
grant insert on responselog.cosignature to ${logins}_log;
grant select, insert, update on responselog.feedback, responselog.promise, responselog.placed to ${logins}_log;
grant select, insert on responselog.statement, responselog.in_confidence to ${logins}_log;
grant select, insert, delete on responselog.content to ${logins}_log;
grant select, insert on responselog.erased, responselog.accounted to ${logins}_log;
grant select, update (due, answered, index) on responselog.receipt to ${logins}_log;

-- public: views of what is public
grant usage on schema site to ${logins}_public;
grant select on all tables in schema site to ${logins}_public;

-- focal: the focal points' room; what they do is only ever added
grant usage on schema confidential, delivery to ${logins}_focal;
grant select, insert, update (wrapped, ended) on confidential.key to ${logins}_focal;
grant select on confidential.living_key, confidential.outside_way, confidential.outcome to ${logins}_focal;
grant select on confidential.report to ${logins}_focal;
grant select, insert on confidential.text, confidential.step to ${logins}_focal;
grant select, delete on confidential.waiting to ${logins}_focal;
grant insert on confidential.quiet_answer to ${logins}_focal;
grant select, insert on confidential.account, confidential.statement_key to ${logins}_focal;
grant select, insert on confidential.statement to ${logins}_focal;
grant execute on function confidential.decided, confidential.quarter_end to ${logins}_focal;
grant usage on schema responselog to ${logins}_focal;
grant insert on responselog.staged to ${logins}_focal;
grant select on responselog.slot to ${logins}_focal;
grant usage on sequence responselog.staged_order to ${logins}_focal;
grant select, insert, update, delete on confidential.way, confidential.alarm to ${logins}_focal;
grant insert on delivery.outbox, delivery.decision to ${logins}_focal;

-- poll: opening, close and count; it can't see who wrote anything
grant usage on schema poll, responselog to ${logins}_poll;
grant select, insert, update (state, terms, cancel_by, cancel_line, cancel_reason, late, removed), delete on poll.poll to ${logins}_poll;
grant select, insert, delete on poll.taking to ${logins}_poll;
grant select, delete on poll.ballot, poll.uncounted, poll.late to ${logins}_poll;
grant insert on poll.loose_ballot to ${logins}_poll;
grant select, insert, update (overdue, answered, what, promised, kept, missed) on poll.priority to ${logins}_poll;
grant select, insert, delete on poll.code to ${logins}_poll;
grant select, insert, update on poll.step to ${logins}_poll;
grant select (organisation, reference, type, index) on responselog.entry to ${logins}_poll;
grant insert on responselog.staged, responselog.content to ${logins}_poll;
grant usage on sequence responselog.staged_order to ${logins}_poll;

-- (votes arrive as everything does, sealed; whoever replaces one may see what is in its place)
grant usage on schema poll to ${logins}_intake;
grant insert, select, update (choice), delete on poll.ballot to ${logins}_intake;
grant insert on poll.uncounted, poll.late to ${logins}_intake;
grant select on poll.code to ${logins}_intake;

-- scheduler: db-scheduler's table
grant usage on schema scheduler to ${logins}_scheduler;
grant select, insert, update, delete on scheduler.scheduled_tasks to ${logins}_scheduler;
