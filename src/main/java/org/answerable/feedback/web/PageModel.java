package org.answerable.feedback.web;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.feedback.FeedbackThread;
import org.answerable.feedback.Publication;
import org.answerable.feedback.PublishingWords.Choice;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of one feedback shows. */
final class PageModel {
  private final ModelAndView page = new ModelAndView("inbox/feedback");
  private final ThreadPage views;
  private final FeedbackThread thread;
  private final Organisation organisation;
  private ResponseForm form;

  PageModel(
      Organisation organisation,
      Leader leader,
      FeedbackThread thread,
      LocalDate today,
      int echoes,
      UUID response,
      CsrfToken csrf) {
    this.views = new ThreadPage(organisation, today, echoes);
    this.thread = thread;
    this.organisation = organisation;
    this.form = ResponseForm.empty(thread.role(), thread.state().number(), response);
    page.addObject("organisation", organisation);
    page.addObject("leader", leader);
    page.addObject("csrf", csrf);
    page.addObject("note", "");
    page.addObject("noteBad", false);
    if (thread.mayPublishWords()) {
      page.addObject("words", views.words(thread, null, null, ""));
    }
  }

  PageModel message(@Nullable Message message) {
    if (message != null) {
      page.addObject("message", message.text());
      page.addObject("messageBad", message.isBad());
    }
    return this;
  }

  /** Why a response was not sent; it stands where the leader pressed the button. */
  PageModel stopped(Message message) {
    page.addObject("stopped", message.text());
    return this;
  }

  PageModel form(ResponseForm filled) {
    form = filled;
    return this;
  }

  PageModel note(String typed) {
    page.addObject("note", typed);
    page.addObject("noteBad", true);
    return this;
  }

  PageModel words(Choice choice, Publication.Shown shown, boolean wanted) {
    String note = wanted ? "Nothing was published yet: your choice or the words changed." : "";
    page.addObject("words", views.words(thread, choice, shown, note));
    return this;
  }

  ModelAndView show(HttpStatus status) {
    page.addObject("view", views.of(thread, form.owner()));
    page.addObject("form", form);
    page.addObject("preview", Preview.of(form.said(), organisation.smsPrice()));
    page.setStatus(status);
    return page;
  }
}
