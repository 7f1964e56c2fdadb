package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmsCostsTest {
  private static final SmsPrice KENYA = price("0.8", "KES");
  private static final SmsPrice NEIGHBOUR = price("1.25", "KES");
  private static final SmsCosts COSTS =
      new SmsCosts(Map.of("+254", KENYA, "+2547", NEIGHBOUR, "+256", price("35", "UGX")));

  @Test
  void theLongestBeginningOfANumberCounts() {
    assertThat(COSTS.to("+254201234567")).contains(KENYA);
    assertThat(COSTS.to("+254701234567")).contains(NEIGHBOUR);
    assertThat(COSTS.to("+33612345678")).isEmpty();
  }

  @Test
  void leadersAreShownThePriceWhereTheLineIs() {
    assertThat(COSTS.at(List.of("+33612345678", "+254201234567"))).contains(KENYA);
    assertThat(COSTS.at(List.of("+33612345678"))).as("several, and none is ours").isEmpty();
    SmsCosts one = new SmsCosts(Map.of("+254", KENYA));
    assertThat(one.at(List.of())).as("the only one").contains(KENYA);
    assertThat(SmsCosts.NONE.at(List.of("+254201234567"))).isEmpty();
  }

  @Test
  void moneyIsWrittenWithTwoDigitsOrAllThatItHas() {
    assertThat(KENYA.about(2)).isEqualTo("about 1.60 KES");
    assertThat(price("35", "UGX").about(4)).isEqualTo("about 140.00 UGX");
    assertThat(price("0.0075", "USD").about(2)).isEqualTo("about 0.015 USD");
    assertThat(price("0.0075", "USD").about(0)).isEqualTo("about 0.00 USD");
  }

  private static SmsPrice price(String amount, String currency) {
    return new SmsPrice(new BigDecimal(amount), currency);
  }
}
