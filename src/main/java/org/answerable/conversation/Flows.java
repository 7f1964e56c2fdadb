package org.answerable.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.flow.FlowEngine;
import org.answerable.flow.Greetings;
import org.answerable.flow.Keywords;
import org.answerable.flow.Texts;

/** What stands in {@code answerable.flows-dir}, read once and compiled whole. */
record Flows(FlowEngine engine, Texts texts, Keywords keywords, Greetings greetings) {}
