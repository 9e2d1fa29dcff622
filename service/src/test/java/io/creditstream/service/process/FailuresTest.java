package io.creditstream.service.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailuresTest {

  @Test
  void shouldTellKindsAndPlacesAndNoMessageButThatOfABroker() {
    Throwable inner = new IllegalStateException("client 100002 earns 202500");
    Throwable outer = new StreamsException("processing {client 100002}\nearns 202500", inner);

    assertThat(logged(outer))
        .contains("StreamsException < java.lang.IllegalStateException")
        .contains("FailuresTest.shouldTellKindsAndPlaces")
        .doesNotContain("100002")
        .doesNotContain("202500");
    assertThat(logged(new StreamsException("x", new TopicAuthorizationException("not topic t"))))
        .contains("TopicAuthorizationException (not topic t)");
  }

  private static String logged(Throwable failure) {
    Logger logger = (Logger) LoggerFactory.getLogger("failures-test");
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    try {
      Failures.describe(logger.atError(), failure).setMessage("failed").log();
    } finally {
      logger.detachAppender(events);
    }
    ILoggingEvent event = events.list.get(0);
    assertThat(event.getThrowableProxy()).isNull();
    return event.getKeyValuePairs().toString();
  }
}
