package org.answerable.responselog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The feeds against their specifications. No schema of others is at hand in Java, so these are
 * strict readings of the specifications' own tables; each names its source.
 */
class FeedsIT extends ServedLog {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What an item and a feed may have, by "Top-level" and "Items" of JSON Feed 1.1. */
  private static final Set<String> FEED_FIELDS =
      Set.of(
          "version",
          "title",
          "home_page_url",
          "feed_url",
          "description",
          "user_comment",
          "next_url",
          "icon",
          "favicon",
          "authors",
          "language",
          "expired",
          "hubs",
          "items");

  private static final Set<String> ITEM_FIELDS =
      Set.of(
          "id",
          "url",
          "external_url",
          "title",
          "content_html",
          "content_text",
          "summary",
          "image",
          "banner_image",
          "date_published",
          "date_modified",
          "authors",
          "tags",
          "language",
          "attachments");

  /** The core hashtags of HXL 1.1 that a table like this can use, with their listed attributes. */
  private static final Map<String, Set<String>> HXL =
      Map.of(
          "meta", Set.of("id", "source", "url"),
          "date",
              Set.of("approved", "canceled", "converted", "end", "occurred", "reported", "start"),
          "description", Set.of("type", "text"),
          "status", Set.of("code", "name"),
          "service", Set.of("code", "name", "provided", "type", "url", "used"));

  /** "Users may create their own attributes", and we did. */
  private static final Set<String> OWN_ATTRIBUTES =
      Set.of("due", "responded", "decision", "response");

  /** The fields of "GET Service Requests", in the order of its table and examples. */
  private static final List<String> REQUEST_FIELDS =
      List.of(
          "service_request_id",
          "status",
          "status_notes",
          "service_name",
          "service_code",
          "description",
          "agency_responsible",
          "service_notice",
          "requested_datetime",
          "updated_datetime",
          "expected_datetime",
          "address",
          "address_id",
          "zipcode",
          "lat",
          "long",
          "media_url");

  private static final List<String> SERVICE_FIELDS =
      List.of(
          "service_code", "service_name", "description", "metadata", "type", "keywords", "group");

  @Test
  void theJsonFeedIsOneOfVersion11() throws Exception {
    HttpResponse<byte[]> answer = send(at("/kijiji/log.json"));
    JsonNode feed = JSON.readTree(answer.body());

    assertThat(header(answer, "Content-Type")).isEqualTo("application/feed+json");
    assertThat(FEED_FIELDS).containsAll(feed.propertyNames());
    assertThat(feed.get("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("title").stringValue()).isEqualTo("The log of Kijiji Chetu (demo)");
    assertThat(feed.get("feed_url").stringValue()).endsWith("/kijiji/log.json");
    assertThat(feed.get("language").stringValue()).isEqualTo("en");
    Set<String> ids = new HashSet<>();
    for (JsonNode item : feed.get("items")) {
      assertThat(ITEM_FIELDS).containsAll(item.propertyNames());
      assertThat(ids.add(item.get("id").stringValue())).isTrue();
      assertThat(item.get("content_text").stringValue()).isNotBlank();
      OffsetDateTime published = OffsetDateTime.parse(item.get("date_published").stringValue());
      assertThat(OffsetDateTime.parse(item.get("date_modified").stringValue()))
          .isAfterOrEqualTo(published);
      item.get("tags").forEach(tag -> assertThat(tag.isString()).isTrue());
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(33);
    assertThat(text(answer))
        .contains("Asked: “" + LogFixture.WORDS + "”\\n\\nAnswered: We are sorry that this took");
  }

  @Test
  void theTableForHumanitarianToolsHasTheRowsOfTheOther() throws Exception {
    List<List<String>> plain = CsvReader.read(text(send(at("/kijiji/log.csv"))));
    List<List<String>> tagged = CsvReader.read(text(send(at("/kijiji/log.hxl.csv"))));

    assertThat(tagged.getFirst()).isEqualTo(plain.getFirst());
    assertThat(tagged.subList(2, tagged.size())).isEqualTo(plain.subList(1, plain.size()));
    List<String> tags = tagged.get(1);
    assertThat(tags).hasSameSizeAs(plain.getFirst()).doesNotHaveDuplicates();
    for (int column = 0; column < tags.size(); column++) {
      String[] parts = tags.get(column).substring(1).split("\\+");
      assertThat(tags.get(column)).matches("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*");
      assertThat(HXL).containsKey(parts[0]);
      Set<String> known = new HashSet<>(HXL.get(parts[0]));
      known.addAll(OWN_ATTRIBUTES);
      assertThat(known).containsAll(List.of(parts).subList(1, parts.length));
      if (parts[0].equals("date")) {
        for (List<String> row : tagged.subList(2, tagged.size())) {
          assertThat(row.get(column)).matches("|\\d{4}-\\d{2}-\\d{2}");
        }
      }
    }
  }

  @Test
  void theRequestsOfOpen311AreTheRowsOfTheTable() throws Exception {
    List<Map<String, String>> json = json("/kijiji/open311/v2/requests.json");

    assertThat(json).isEqualTo(xml("requests.xml", "service_requests", "request"));
    for (Map<String, String> request : json) {
      assertThat(List.copyOf(request.keySet())).isEqualTo(REQUEST_FIELDS);
      assertThat(request.get("status")).isIn("open", "closed");
      for (String moment : List.of("requested", "updated", "expected")) {
        String day = String.valueOf(request.get(moment + "_datetime"));
        assertThat(day).matches("|\\d{4}-\\d{2}-\\d{2}T00:00:00Z");
      }
      assertThat(request.get("requested_datetime")).isNotEmpty();
      assertThat(String.valueOf(request.get("description"))).hasSizeLessThanOrEqualTo(4000);
    }
    List<List<String>> rows = CsvReader.read(text(send(at("/kijiji/log.csv"))));
    assertThat(json.stream().map(it -> it.get("service_request_id")))
        .containsExactlyElementsOf(rows.stream().skip(1).map(List::getFirst).toList());
  }

  @Test
  void theServicesOfOpen311AreTheTopicsThatArePublic() throws Exception {
    List<Map<String, String>> json = json("/kijiji/open311/v2/services.json");

    assertThat(json).isEqualTo(xml("services.xml", "services", "service"));
    for (Map<String, String> service : json) {
      assertThat(List.copyOf(service.keySet())).isEqualTo(SERVICE_FIELDS);
      assertThat(service.get("metadata")).isEqualTo("false");
      assertThat(service.get("type")).isIn("realtime", "batch", "blackbox");
    }
    assertThat(json.stream().map(it -> it.get("service_code")))
        .contains("medicines", "unsorted")
        .doesNotContain("safety")
        .doesNotHaveDuplicates();
    for (Map<String, String> request : json("/kijiji/open311/v2/requests.json")) {
      assertThat(json)
          .anySatisfy(
              it -> assertThat(it).containsEntry("service_code", request.get("service_code")));
    }
  }

  /** What the table says under "responded" and "topic" of the rows that are asked for. */
  @ParameterizedTest
  @CsvSource({
    "?status=open, '', .*",
    "?status=closed, .+, .*",
    "'?status=open,closed', .*, .*",
    "?status=&service_code=, .*, .*",
    "?service_code=medicines, .*, medicines",
    "'?service_code=medicines,fees&status=open', '', medicines|fees",
    "?start_date=2001-01-01T00:00:00Z, none, .*",
    "?end_date=2001-01-01T00:00:00%2B03:00, none, .*",
    "?end_date=2001-01-01, none, .*",
  })
  void requestsAreFoundByTheArgumentsOfTheSpecification(
      String query, String responded, String topic) throws Exception {
    List<String> rows =
        CsvReader.read(text(send(at("/kijiji/log.csv")))).stream()
            .skip(1)
            .filter(row -> row.get(6).matches(responded) && row.get(3).matches(topic))
            .map(List::getFirst)
            .toList();

    assertThat(json("/kijiji/open311/v2/requests.json" + query))
        .extracting(it -> it.get("service_request_id"))
        .containsExactlyElementsOf(rows);
    assertThat(json("/kijiji/open311/v2/requests.json?service_request_id=K7QM-2XWD")).hasSize(1);
  }

  /** "This overrides all other arguments": a request is never too old to be asked for. */
  @Test
  void requestsAreFoundByIdWhateverTheirAge() throws Exception {
    assertThat(
            json(
                "/kijiji/open311/v2/requests.json?service_request_id=k7qm-2xwd,C5YQ-J3NE,NONE-0000"
                    + "&end_date=2001-01-01T00:00:00Z&status=closed"))
        .extracting(it -> it.get("service_request_id"))
        .containsExactlyInAnyOrder("K7QM-2XWD", "C5YQ-J3NE");
  }

  @ParameterizedTest
  @CsvSource({
    "requests/K7QM-2XWD.json, 200",
    "requests/K7QM-2XWD.xml, 200",
    "requests/AAAA-AAAA.json, 404",
    "requests.json?start_date=yesterday, 400",
    "requests.csv, 404",
    "services.yaml, 404",
  })
  void whatCantBeAskedIsSaid(String path, int status) throws Exception {
    assertThat(send(at("/kijiji/open311/v2/" + path)).statusCode()).isEqualTo(status);
  }

  @Test
  void pagesNameTheirFeeds() throws Exception {
    String page = text(send(at("/kijiji/log")));

    assertThat(page)
        .contains("type=\"application/atom+xml\" href=\"/kijiji/log.atom\"")
        .contains("type=\"application/feed+json\" href=\"/kijiji/log.json\"")
        .contains("type=\"text/csv\" href=\"/kijiji/log.csv\"")
        .contains("/kijiji/log.hxl.csv", "/kijiji/open311/v2/requests.xml");
  }

  private List<Map<String, String>> json(String path) throws Exception {
    HttpResponse<byte[]> answer = send(at(path));
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json;charset=utf-8");
    List<Map<String, String>> records = new ArrayList<>();
    for (JsonNode one : JSON.readTree(answer.body())) {
      Map<String, String> record = new LinkedHashMap<>();
      one.properties()
          .forEach(
              it ->
                  record.put(it.getKey(), it.getValue().isNull() ? "" : it.getValue().asString()));
      records.add(record);
    }
    return records;
  }

  /** The same by "The Spark Convention": what is null there is empty here. */
  private List<Map<String, String>> xml(String path, String root, String each) throws Exception {
    HttpResponse<byte[]> answer = send(at("/kijiji/open311/v2/" + path));
    assertThat(header(answer, "Content-Type")).isEqualTo("text/xml;charset=utf-8");
    assertThat(text(answer)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    Element document =
        DocumentBuilderFactory.newNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(answer.body()))
            .getDocumentElement();
    assertThat(document.getNodeName()).isEqualTo(root);
    assertThat(document.getNamespaceURI()).isNull();
    List<Map<String, String>> records = new ArrayList<>();
    NodeList children = document.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      assertThat(children.item(i).getNodeName()).isEqualTo(each);
      Map<String, String> record = new LinkedHashMap<>();
      NodeList fields = children.item(i).getChildNodes();
      for (int f = 0; f < fields.getLength(); f++) {
        record.put(fields.item(f).getNodeName(), fields.item(f).getTextContent());
      }
      records.add(record);
    }
    return records;
  }
}
