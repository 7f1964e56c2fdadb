package org.answerable.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.answerable.effect.Effect;
import org.answerable.effect.EffectWriter;
import org.springframework.stereotype.Component;

/** Writes the effects of what a leader enters, which come one at a time and in no group. */
@Component
final class EnteredEffects {
  private final Map<Class<? extends Effect>, EffectWriter<?>> writers;

  EnteredEffects(List<EffectWriter<?>> writers) {
    this.writers =
        writers.stream()
            .collect(Collectors.toUnmodifiableMap(EffectWriter::type, Function.identity()));
  }

  void write(Connection tx, Effect effect) throws SQLException {
    EffectWriter<?> writer = writers.get(effect.getClass());
    if (writer == null) {
      throw new IllegalStateException("no writer for " + effect.getClass().getSimpleName());
    }
    write(tx, writer, effect);
  }

  private static <E extends Effect> void write(Connection tx, EffectWriter<E> writer, Effect effect)
      throws SQLException {
    writer.write(tx, List.of(writer.type().cast(effect)));
  }
}
