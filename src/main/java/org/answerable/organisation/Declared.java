package org.answerable.organisation;

import java.util.List;
import java.util.Map;

/** What the files of an instance say, each organisation's by its id. */
record Declared(
    Organisations organisations,
    Map<String, List<String>> missing,
    Map<String, List<CheckedNumber>> numbers) {}
