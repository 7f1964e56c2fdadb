package org.answerable.conversation;

import org.answerable.delivery.Digits;
import org.answerable.responselog.ReceiptDigits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets delivery put a receipt before an answer without knowing the log. */
@Configuration(proxyBeanMethods = false)
class DeliveryWiring {
  @Bean
  Digits digits(ReceiptDigits receipts) {
    return receipts::of;
  }
}
