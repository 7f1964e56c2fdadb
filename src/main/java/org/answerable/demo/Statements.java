package org.answerable.demo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.answerable.feedback.StatementDraft;
import org.answerable.feedback.Stating;
import org.answerable.leader.Leader;
import org.answerable.responselog.PublicStatement;
import org.springframework.stereotype.Component;

/** What the demo organisation says of itself; nobody in it exists. */
@Component
final class Statements {
  private static final String BOARD = "board";
  private final Stating stating;

  Statements(Stating stating) {
    this.stating = stating;
  }

  /** On the story's first day. */
  void state(Leader leader, Instant now, LocalDate last) throws SQLException {
    stating.state(
        leader, BOARD, new StatementDraft(PublicStatement.GOVERNANCE, WHO, null, null), now);
    stating.state(
        leader, BOARD, new StatementDraft(PublicStatement.FUNDING, MONEY, null, null), now);
    var closed =
        new StatementDraft(
            PublicStatement.CLOSED,
            Map.of(
                "reason", "The yearly assembly. In an emergency the numbers on this page answer."),
            last.plusDays(12),
            last.plusDays(13));
    stating.state(leader, BOARD, closed, now);
  }

  private static final Map<String, String> WHO =
      Map.ofEntries(
          Map.entry("agreed", "By the assembly, valid one year."),
          Map.entry(
              "counted",
              "Closed slips, two counters who are not employed, slips destroyed. Asked \"does this"
                  + " match what you see?\", members said yes 71 %, n 148."),
          Map.entry(BOARD, "7"),
          Map.entry("leadership", "3"),
          Map.entry("staff", "14"),
          Map.entry("staff-share", "more-than-half"),
          Map.entry("spokespeople", "4"),
          Map.entry("members", "420"),
          Map.entry("members-share", "more-than-half"),
          Map.entry("volunteers", "30"),
          Map.entry("volunteers-share", "more-than-half"),
          Map.entry(
              "terms",
              "2 years, at most 2; last election 5 months late, next 14 December. Two spokespeople"
                  + " were chosen by vote. Paid board members: none."),
          Map.entry(
              "conflicts",
              "Relatives in one line of duty: one case, declared. We run the Friday drop-in"
                  + " ourselves, so feedback on it goes first to the member council."),
          Map.entry("access", "3 roles; the outside focal point is with another network."));

  private static final Map<String, String> MONEY =
      Map.of(
          "period",
          "This year",
          "sources",
          "Members' dues 2 %; one foreign fund through an international NGO 58 %; a national fund"
              + " 27 %; own income 13 %.",
          "targets",
          "The foreign fund: tests done, quarterly figures. It asked for client lists, we refused,"
              + " 3 March.",
          "line",
          "About 1 %, paid from dues, so that no funder pays for it. No funder, ministry or partner"
              + " has an account here.",
          "requests",
          "2 this year, granted 0. The funder of a vote or survey is named in its text.");
}
