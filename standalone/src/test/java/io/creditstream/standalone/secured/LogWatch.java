package io.creditstream.standalone.secured;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * Everything that this process logs, in place of its log: messages, keys and values, exceptions.
 */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  static LogWatch begin() {
    LogWatch watch = new LogWatch();
    watch.start();
    watch.root.iteratorForAppenders().forEachRemaining(watch.others::add);
    watch.others.forEach(watch.root::detachAppender);
    watch.root.setLevel(Level.INFO);
    watch.root.addAppender(watch);
    return watch;
  }

  @Override
  protected void append(ILoggingEvent event) {
    String exception =
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy());
    lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs() + " " + exception);
  }

  Queue<String> lines() {
    return lines;
  }

  @Override
  public void close() {
    root.detachAppender(this);
    root.setLevel(before);
    others.forEach(root::addAppender);
    stop();
  }
}
