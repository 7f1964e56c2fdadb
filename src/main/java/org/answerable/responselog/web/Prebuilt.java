package org.answerable.responselog.web;

import java.util.Map;
import java.util.function.Function;
import org.answerable.platform.web.Bytes;

/** A part of the site whose pages are built before anybody asks for them. */
interface Prebuilt {
  /** How each is built, by its address behind the organisation's: {@code /log}. */
  Map<String, Function<Reader, Bytes>> pages();
}
