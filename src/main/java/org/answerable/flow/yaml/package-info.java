/** The form that people write: flows, texts, keywords and greetings, compiled from YAML. Pure. */
@NullMarked
@NamedInterface("yaml")
package org.answerable.flow.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
