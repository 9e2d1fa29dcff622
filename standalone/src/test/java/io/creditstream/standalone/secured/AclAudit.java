package io.creditstream.standalone.secured;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.creditstream.service.acl.Grant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.LoggerFactory;

/** What the authorizer of the broker in this process was asked, from its log. */
final class AclAudit extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final Pattern LINE =
      Pattern.compile(
          "Principal = (\\S+) is (Allowed|Denied) operation = (\\S+) from host = \\S+ on resource ="
              + " (\\w+):LITERAL:(\\S+) .*");

  private final Logger logger = (Logger) LoggerFactory.getLogger("kafka.authorizer.logger");
  private final Set<Asked> allowed = ConcurrentHashMap.newKeySet();
  private final Set<Asked> refused = ConcurrentHashMap.newKeySet();

  /**
   * A question to the authorizer.
   *
   * @param resource kind of the resource, as Kafka words it
   */
  record Asked(String principal, AclOperation operation, String resource, String name) {}

  static AclAudit begin() {
    AclAudit audit = new AclAudit();
    audit.start();
    audit.logger.setLevel(Level.DEBUG);
    audit.logger.setAdditive(false);
    audit.logger.addAppender(audit);
    return audit;
  }

  @Override
  protected void append(ILoggingEvent event) {
    Matcher line = LINE.matcher(event.getFormattedMessage());
    if (line.matches()) {
      Asked question =
          new Asked(
              line.group(1), AclOperation.fromString(line.group(3)), line.group(4), line.group(5));
      (line.group(2).equals("Allowed") ? allowed : refused).add(question);
    }
  }

  /** What was refused so far. */
  Set<Asked> refused() {
    return Set.copyOf(refused);
  }

  /** Whether a principal has done this with a resource of the grant. */
  boolean used(String principal, Grant grant, AclOperation operation) {
    return allowed.stream()
        .anyMatch(
            question ->
                question.principal().equals(principal)
                    && question.operation() == operation
                    && word(grant.resource()).equals(question.resource())
                    && (grant.pattern() == PatternType.PREFIXED
                        ? question.name().startsWith(grant.name())
                        : question.name().equals(grant.name())));
  }

  private static String word(ResourceType resource) {
    return switch (resource) {
      case TOPIC -> "Topic";
      case GROUP -> "Group";
      case TRANSACTIONAL_ID -> "TransactionalId";
      default -> throw new IllegalArgumentException("unexpected " + resource);
    };
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    logger.setLevel(null);
    stop();
  }
}
