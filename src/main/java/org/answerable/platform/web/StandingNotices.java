package org.answerable.platform.web;

import java.util.List;

/** What leaders of an organisation should know as long as it lasts. Asked for each page. */
public interface StandingNotices {
  List<Notice> of(String organisation);
}
