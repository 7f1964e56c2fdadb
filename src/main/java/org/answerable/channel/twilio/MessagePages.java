package org.answerable.channel.twilio;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.util.List;
import java.util.function.Consumer;

/**
 * Twilio's lists, the newest message first.
 *
 * @param size messages of a page
 * @param most pages that are asked for
 */
record MessagePages(TwilioRestClient client, int size, int most) {
  void of(MessageReader reader, Consumer<List<Message>> each) {
    Page<Message> page = reader.setPageSize((long) size).firstPage(client);
    each.accept(page.getRecords());
    for (int i = 1; i < most && page.hasNextPage(); i++) {
      page = reader.nextPage(page, client);
      each.accept(page.getRecords());
    }
  }
}
