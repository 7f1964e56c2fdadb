package org.answerable.feedback;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.answerable.testing.FreshFolder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of feedback and its inbox; all of them share one {@link InboxContext}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = InboxContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
@interface InboxTest {}
