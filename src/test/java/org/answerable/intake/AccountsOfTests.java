package org.answerable.intake;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerable.leader.Accounts;
import org.answerable.leader.Leader;
import org.springframework.context.annotation.Bean;

/** The leaders that a test has made; nothing else of accounts. */
class AccountsOfTests {
  private final List<Leader> all = new CopyOnWriteArrayList<>();

  void add(Leader leader) {
    all.add(leader);
  }

  @Bean
  Accounts accounts() {
    return (Accounts)
        Proxy.newProxyInstance(
            Accounts.class.getClassLoader(),
            new Class<?>[] {Accounts.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "of" -> of((String) arguments[0]);
                  case "toString" -> "accounts of tests";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private List<Leader> of(String organisation) {
    return all.stream().filter(leader -> leader.organisation().equals(organisation)).toList();
  }
}
