package org.answerable.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The short name of an organisation, the first part of its pages' URLs. */
final class Slug {
  static final int MAX_CHARS = 32;
  static final String FORM =
      "3 to " + MAX_CHARS + " small letters, digits and hyphens, beginning with a letter";

  /**
   * What URLs of the application itself begin with, now or by the contract; and what would mislead.
   */
  static final Set<String> RESERVED =
      Set.of(
          "about",
          "account",
          "accounts",
          "actuator",
          "admin",
          "answerable",
          "api",
          "assets",
          "channels",
          "config",
          "css",
          "data",
          "default-ui",
          "docs",
          "error",
          "favicon",
          "feedback",
          "flows",
          "fonts",
          "health",
          "help",
          "images",
          "img",
          "inbox",
          "invitation",
          "invitations",
          "invite",
          "join",
          "js",
          "keys",
          "leader",
          "leaders",
          "log",
          "login",
          "logout",
          "metrics",
          "open311",
          "operations",
          "passkeys",
          "polls",
          "privacy",
          "reader",
          "readers",
          "robots",
          "root",
          "security",
          "setup",
          "sign-in",
          "sign-out",
          "simulator",
          "sitemap",
          "static",
          "status",
          "system",
          "team",
          "tlog",
          "webauthn",
          "webjars",
          "well-known",
          "www");

  private static final Pattern GOOD =
      Pattern.compile("[a-z](?:[a-z0-9]|-(?!-)){1," + (MAX_CHARS - 2) + "}[a-z0-9]");

  private Slug() {}

  static boolean good(String slug) {
    return GOOD.matcher(slug).matches();
  }

  static boolean reserved(String slug) {
    return RESERVED.contains(slug);
  }

  /** A slug made from a name, or an empty text where nothing usable is left of it. */
  static String proposedFor(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    String cut = slug.substring(0, Math.min(slug.length(), MAX_CHARS)).replaceAll("-+$", "");
    return good(cut) && !reserved(cut) ? cut : "";
  }
}
