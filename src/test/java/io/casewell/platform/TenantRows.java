package io.casewell.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One firm, one professional, one operator, and a row of theirs in every table there is. A new
 * table needs a line here, before its tests can say that nobody else sees into it.
 */
record TenantRows(UUID account, UUID firm, UUID staff, UUID need) {
  /** Somebody else of theirs, who is nobody's tenant. */
  private UUID other() {
    return UUID.nameUUIDFromBytes(account.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static final Map<String, String> INSERTS = inserts();

  static TenantRows next() {
    return new TenantRows(Ids.next(), Ids.next(), Ids.next(), Ids.next());
  }

  private static Map<String, String> inserts() {
    var sql = new LinkedHashMap<String, String>();
    sql.put(
        "account", "(id, issuer, subject, name) values (:account, 'https://one', ':account', 'A')");
    sql.put(
        "firm",
        "(id, name, jurisdiction, size, zone) values (:firm, 'F', 'NY', '1', 'America/New_York')");
    sql.put("membership", "(firm, account, roles) values (:firm, :account, array['owner'])");
    sql.put("sales_person", "values (:account, false)");
    sql.put("operator", "values (:account, array['admin'])");
    sql.put(
        "staff",
        "(id, account, name, email, status, profile)"
            + " values (:staff, :account, 'S', 's@example.com', 'active', '{}')");
    sql.put(
        "stored_file",
        "(id, key, staff, name, type, bytes, pages, digest) values (:staff,"
            + " replace(gen_random_uuid()::text || gen_random_uuid(), '-', ''), :staff, 'n.pdf',"
            + " 'application/pdf', 1, 1, sha256('x'))");
    sql.put(
        "credential",
        "(id, staff, code, number, state)"
            + " values (gen_random_uuid(), :staff, 'NALA-CP', '1', 'claimed')");
    sql.put(
        "credential_notice",
        "(credential, staff, ends, days) select id, staff, '2030-01-01', 7 from credential"
            + " where staff = :staff");
    sql.put(
        "duty_declaration",
        "(id, staff, code, period_from, period_until, way, general_minutes, ethics_minutes,"
            + " complete) values (gen_random_uuid(), :staff, 'CA-6450', '2025-01-01',"
            + " '2026-12-31', 'w', 0, 0, false)");
    sql.put(
        "duty_notice",
        "(staff, code, period_until, days, number)"
            + " values (:staff, 'CA-6450', '2026-12-31', 7, 1)");
    sql.put(
        "skill_sample",
        "(id, staff, skill, level, about, document, state) values (gen_random_uuid(), :staff,"
            + " 'cite-checking', 3, 'a', :staff, 'in review')");
    sql.put(
        "skill_confirmation",
        "(id, staff, skill, level, words, firm, engagement, by_account) values"
            + " (gen_random_uuid(), :staff, 'cite-checking', 3, 'w', :firm, gen_random_uuid(),"
            + " :account)");
    sql.put(
        "firm_block",
        "(staff, firm, side) values (:staff, :firm, 'staff'), (:staff, :firm, 'firm')");
    sql.put("past_party", "values (:staff, sha256('x'), '')");
    sql.put(
        "staff_card",
        "(staff, name, roles, state) values (:staff, 'S', array['paralegal'], 'active')");
    sql.put(
        "working_hours",
        "(staff, zone, rows, capacity_hours, committed_elsewhere_hours)"
            + " values (:staff, 'America/New_York', '[]', 40, 0)");
    sql.put(
        "commitment",
        "(id, staff, kind, source, zone, rows, hours_per_week, from_date) values"
            + " (gen_random_uuid(), :staff, 'offer', gen_random_uuid(), 'America/New_York', '[]',"
            + " 10, now())");
    sql.put("rate_card", "(version, note, by_account) values (:number, 'N', :account)");
    sql.put("rate_card_line", "values (:number, 'paralegal', 13500, 2400)");
    sql.put("staff_rate", "(staff, kind, cents) values (:staff, 'pay', 2000)");
    sql.put("bill_rate", "values (:staff, 'paralegal', 2700)");
    sql.put(
        "need",
        "(id, firm, version, state, title, role, seats, hours_per_week, start_date, terms,"
            + " created_by) values (:need, :firm, 1, 'open', 'T', 'paralegal', 1, 20, now(), '{}',"
            + " :account)");
    sql.put("need_parties", "values (:need, :firm, '[]')");
    sql.put(
        "need_draft",
        "(id, firm, version, tab, title, step, fields, begun_by, changed_by) values"
            + " (gen_random_uuid(), :firm, 1, '', 'T', 1, '{}', :account, :account)");
    sql.put(
        "need_assignment",
        "(need, firm, version, account, by_account) values (:need, :firm, 1, :account, :account)");
    sql.put(
        "need_note",
        "(id, need, firm, staff, account, text) values"
            + " (gen_random_uuid(), :need, :firm, :staff, :account, 'N')");
    sql.put("rankable", "(staff, version, facts) values (:staff, 1, '')");
    sql.put(
        "match_run",
        "values (gen_random_uuid(), :firm, :need, 1, sha256('x'), now(), pg_current_xact_id(), 'r',"
            + " 'c', 't', '{}', 0, '{}', '[]')");
    sql.put(
        "outbox",
        "(id, aggregate_kind, aggregate, version, type, payload)"
            + " values (gen_random_uuid(), 'need', :need, 1, 'T', '{}')");
    sql.put(
        "audit_event",
        "values ('need', :need, 1, now(), 'firm', :account, :firm, :staff, 'web', 'posted', null,"
            + " null, '', '')");
    sql.put(
        "audit_head",
        "values (:number, now(), 'need', :need, 1, sha256('x'), sha256('x'), sha256('x'))");
    sql.put(
        "scheduled_tasks",
        "(task_name, task_instance, execution_time, picked, version)"
            + " values ('draw', ':account', now(), false, 1)");
    sql.put(
        "staff_import", "(id, account, dry_run, started_at) values (:need, :account, true, now())");
    sql.put(
        "staff_import_problem", "(import, line, field, message) values (:need, 1, 'name', 'M')");
    sql.put("notification_choice", "(account, kind, mail) values (:account, 'needs', false)");
    sql.put(
        "notice",
        "(id, account, number, cause, kind, title, text, path)"
            + " values (gen_random_uuid(), :account, 1, 'c', 'needs', 'T', '', '/needs')");
    sql.put(
        "account_leaving",
        "(account, asked_at, due_at) values (:account, now(), now() + interval '1 day')");
    sql.put(
        "legal_hold",
        "(id, account, reason, by_account)"
            + " values (gen_random_uuid(), :account, 'R', :account)");
    sql.put(
        "catalogue_edit",
        "(number, kind, shelf, code, by_account)"
            + " values (:number + 1, 'retire', 'skills', 'x', :account)");
    sql.put(
        "support_request",
        "(id, account, name, realm, firm, state) values (:need, :account, 'N', 'firm', :firm,"
            + " 'open')");
    sql.put(
        "support_message",
        "(id, request, account, by_casewell, text)"
            + " values (gen_random_uuid(), :need, :account, false, 'T')");
    sql.put(
        "support_view",
        "(id, operator, account, realm, firm, reason, ends_at) values (gen_random_uuid(),"
            + " :other, :account, 'firm', :firm, 'R', now() + interval '5 minutes')");
    sql.put(
        "relink",
        "(id, account, with_account, issuer, subject, reason, proposed_by) values"
            + " (gen_random_uuid(), :account, :other, 'i', 's', 'R', :account)");
    sql.put(
        "mail",
        "(id, cause, kind, recipient, facts)"
            + " values (gen_random_uuid(), ':account', 'k', 'a@b.example', '{}')");
    sql.put(
        "invitation",
        "(id, kind, firm, email, roles, token_hash, invited_by, expires_at) values"
            + " (gen_random_uuid(), 'firm', :firm, 'a@b.example', array['owner'],"
            + " sha256(':account'), :account, now())");
    sql.put(
        "invitation_mail",
        "(id, by_account, firm, email_hash)"
            + " values (gen_random_uuid(), :account, :firm, sha256('x'))");
    sql.put(
        "removed_member",
        "(firm, account, roles, removed_by) values (:firm, :account, array['owner'], :account)");
    sql.put("firm_setup", "(firm) values (:firm)");
    sql.put(
        "attorney",
        "(id, firm, name, jurisdiction, bar_number)"
            + " values (gen_random_uuid(), :firm, 'A', 'NY', '1')");
    sql.put(
        "firm_party",
        "(firm, side, name_hash, grams, name) values (:firm, 'client', sha256('x'), '', 'X')");
    sql.put("billing_contact", "(firm, name, email) values (:firm, 'B', 'b@example.com')");
    sql.put(
        "demo_type", "(id, slug, name, about, terms) values (:need, ':account', 'T', '', '{}')");
    sql.put("demo_host", "(type, account, name) values (:need, :account, 'A')");
    sql.put(
        "demo_route", "(id, place, question, answers) values (gen_random_uuid(), 1, 'Q', '[]')");
    sql.put(
        "lead",
        "(id, state, name, email, email_key, firm_name, firm_key, zone, source, owner) values"
            + " (:need, 'booked', 'L', 'l@example.com', 'l@example.com', 'F', 'f',"
            + " 'America/New_York', 'hand', :account)");
    sql.put(
        "lead_note", "(id, lead, account, text) values (gen_random_uuid(), :need, :account, 'N')");
    sql.put(
        "demo",
        "(id, type, lead, rep, rep_name, state, start_at, end_at, zone, token_hash, booked_by)"
            + " values (:need, :need, :need, :account, 'A', 'confirmed', now(),"
            + " now() + interval '30 minutes', 'America/New_York', sha256(':account'), 'rep')");
    sql.put(
        "proposal",
        "(id, lead, firm, need, state, message, shown, token_hash, sent_by, sent_by_name,"
            + " expires_at) values (:need, :need, :firm, :need, 'sent', 'M', '{}',"
            + " sha256(':account'), :account, 'A', now() + interval '1 day')");
    sql.put("proposal_view", "(id, proposal) values (gen_random_uuid(), :need)");
    sql.put(
        "text_message",
        "(id, lead, cause, phone, words) values (gen_random_uuid(), :need, ':account', '1', 'W')");
    sql.put("demo_tally", "values ('k', sha256(':account'), now(), 1)");
    sql.put("rep_hours", "(account, zone, rows) values (:account, 'America/New_York', '[]')");
    sql.put("date_override", "(person, date, windows) values (:staff, '2026-05-13', '[]')");
    sql.put(
        "time_off",
        "(id, person, from_date, to_date) values (:staff, :staff, '2026-05-13', '2026-05-14')");
    sql.put(
        "travel",
        "(id, person, from_date, to_date, zone) values (:staff, :staff, '2026-05-13',"
            + " '2026-05-14', 'Europe/Berlin')");
    sql.put(
        "busy_source",
        "(id, person, account, kind, name, state, says, checked_at, good_at, read_at) values"
            + " (:need, :staff, :account, 'file', 'N', 'good', 'S', now(), now(), now())");
    sql.put(
        "calendar_feed",
        "(person, account, realm, token_hash) values"
            + " (:staff, :account, 'staff', sha256(':account'))");
    sql.put("holiday_choice", "(person, country) values (:staff, 'US')");
    sql.put(
        "busy_block",
        "(person, source, start_at, end_at) values (:staff, :need, now(), now() + interval '1h')");
    sql.put(
        "appointment",
        "(id, person, kind, status, start_at, end_at, blocked_from, blocked_to, firm, zone) values"
            + " (:need, :staff, 'interview', 'confirmed', now(), now() + interval '1h', now(),"
            + " now() + interval '1h', :firm, 'America/New_York')");
    sql.put("time_tally", "values (:staff, 'demo', '2026-05-13', 1)");
    sql.put("acceptance", "(account, document, version) values (:account, 'terms', '1')");
    return sql;
  }

  /** The tables that have a line, each after those it refers to. */
  static List<String> tables() {
    return List.copyOf(INSERTS.keySet());
  }

  /** The insert of these people's row. */
  String insert(String table) {
    return "insert into "
        + table
        + " "
        + INSERTS
            .getOrDefault(table, "")
            .replace("':account'", "'" + account + "'")
            .replace(":account", "'" + account + "'")
            .replace(":other", "'" + other() + "'")
            .replace(":firm", "'" + firm + "'")
            .replace(":staff", "'" + staff + "'")
            .replace(":need", "'" + need + "'")
            .replace(":number", Integer.toString(account.hashCode() >>> 2));
  }

  void writeAll(Connection worker) throws SQLException {
    try (var statement = worker.createStatement()) {
      statement.execute(
          "insert into account (id, issuer, subject, name) values ('%1$s', 'i', '%1$s', 'O')"
              .formatted(other()));
      for (var table : tables()) {
        statement.execute(insert(table));
      }
    }
  }

  /** The ids, as a list in SQL. */
  String ids() {
    return List.of(account, firm, staff, need).stream()
        .map(id -> "'" + id + "'")
        .collect(Collectors.joining(", "));
  }

  Caller.FirmMember owner() {
    return new Caller.FirmMember(
        new FirmId(firm), new AccountId(account), java.util.Set.of(FirmRole.OWNER));
  }

  Caller.Professional professional() {
    return new Caller.Professional(new StaffId(staff), new AccountId(account));
  }

  Caller.SalesRep rep() {
    return new Caller.SalesRep(new AccountId(account), true);
  }
}
