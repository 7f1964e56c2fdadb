package org.answerable.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such page for whoever asks: 404. */
public final class NotFound extends ResponseStatusException {
  private static final long serialVersionUID = 1;

  public NotFound() {
    super(HttpStatus.NOT_FOUND);
  }
}
