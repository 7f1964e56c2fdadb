package org.answerable.intake.web;

import org.answerable.intake.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The room's page, until it is shown. */
final class RoomModel {
  private final ModelAndView page;
  private final RoomView view;
  private final @Nullable OpenPage open;
  private final RoomWords words;
  private ReaderForm form = ReaderForm.EMPTY;

  RoomModel(ModelAndView page, RoomView view, @Nullable OpenPage open, RoomWords words) {
    this.page = page;
    this.view = view;
    this.open = open;
    this.words = words;
  }

  RoomModel message(@Nullable Message message) {
    if (message != null) {
      page.addObject("message", message.text());
    }
    return this;
  }

  RoomModel already(Reading first) {
    page.addObject("message", words.already(first));
    page.addObject("messageBad", true);
    return this;
  }

  RoomModel form(ReaderForm filled) {
    form = filled;
    return this;
  }

  ModelAndView show(HttpStatus status) {
    page.addObject(
        "view",
        new RoomView(
            view.heading(), view.lede(), view.rows(), open == null ? null : open.of(form)));
    page.addObject("problem", form.problem());
    page.setStatus(status);
    return page;
  }
}
