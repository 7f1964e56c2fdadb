package org.answerable.responselog.web;

import java.util.List;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog.Change;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed last, as a feed in JSON. Everything in it is plain text; its moments are days.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>
 */
final class JsonFeed {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonFeed() {}

  /**
   * @param publicUrl where this instance is reached, without a slash at its end
   */
  static byte[] of(List<Change> changes, Reader reader, String publicUrl) {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", reader.texts().get("log.title.full", reader.name()));
    feed.put("home_page_url", publicUrl + reader.path("/log"));
    feed.put("feed_url", publicUrl + reader.path("/log.json"));
    feed.put("description", reader.texts().get("log.description", reader.name()));
    feed.put("language", reader.texts().language());
    ObjectNode author = feed.putArray("authors").addObject();
    author.put("name", reader.name());
    author.put("url", publicUrl + reader.path(""));
    var items = feed.putArray("items");
    changes.forEach(change -> item(items.addObject(), change, reader, publicUrl));
    return JSON.writeValueAsBytes(feed);
  }

  /** Its text is never missing: where nothing is published, it says where the feedback stands. */
  private static void item(ObjectNode item, Change change, Reader reader, String publicUrl) {
    var view = new FeedbackView(change.feedback(), reader);
    PublicFeedback feedback = view.feedback();
    String page = publicUrl + reader.path("/log/" + view.reference());
    String said = view.said();
    item.put("id", page);
    item.put("url", page);
    item.put("title", view.title() + ": " + view.mark().word());
    item.put("content_text", said.isEmpty() ? view.summary() : said);
    item.put("summary", view.summary());
    item.put("date_published", Atom.moment(feedback.day()));
    item.put("date_modified", Atom.moment(change.day()));
    item.putArray("tags").add(feedback.kind().word()).add(feedback.topic());
  }
}
