package io.creditstream.service.acl;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every role and what it needs of the brokers: the one table of it. Manifests, documents and tests
 * are made from it or held against it.
 *
 * <p>An application has its consumer group, its transactional ids and its internal topics under its
 * application id. No application may make topics of the contract: the role {@link #TOPICS} does.
 */
public final class KafkaRoles {

  private static final String SCORER_ID = "creditstream-scorer";
  private static final String MONITOR_ID = "creditstream-drift-monitor";
  private static final String CONTRACT = "credit.";

  private static final List<Topic<?>> HISTORY =
      List.of(
          Topics.BUREAU_CREDITS,
          Topics.PREVIOUS_APPLICATIONS,
          Topics.POS_CASH_BALANCES,
          Topics.CARD_BALANCES,
          Topics.INSTALLMENT_PAYMENTS);
  private static final List<Topic<?>> REQUESTS =
      List.of(Topics.APPLICATIONS, Topics.RESCORE_REQUESTS);
  private static final List<Topic<?>> COUNTED =
      List.of(Topics.DECISIONS, Topics.CHALLENGER_DECISIONS, Topics.OUTCOMES);

  /** Decides. Its API publishes applications and requests to decide anew. */
  public static final KafkaRole SCORER =
      role(
          "scorer",
          "decides applications",
          Grant.topics(names(HISTORY), READ),
          Grant.topics(names(REQUESTS), READ, WRITE),
          Grant.topics(names(Topics.MODELS), READ),
          Grant.topics(names(Topics.DECISIONS, Topics.CHALLENGER_DECISIONS), WRITE),
          Grant.topics(Stream.concat(deadLetters(HISTORY), deadLetters(REQUESTS)), WRITE),
          List.of(
              Grant.topicsBeginning(SCORER_ID + "-", READ, WRITE, CREATE),
              Grant.group(SCORER_ID, READ),
              Grant.transactionsBeginning(SCORER_ID + "-")));

  /** Compares. It deletes what it has read of the topic between its two halves. */
  public static final KafkaRole DRIFT_MONITOR =
      role(
          "drift-monitor",
          "compares decisions with the training of their model",
          Grant.topics(names(COUNTED), READ),
          Grant.topics(names(Topics.APPLICATIONS, Topics.MODELS), READ),
          Grant.topics(names(Topics.DRIFT_REPORTS, Topics.DRIFT_REFERENCES), READ, WRITE),
          Grant.topics(deadLetters(COUNTED), WRITE),
          List.of(
              Grant.topicsBeginning(MONITOR_ID + "-", READ, WRITE, CREATE, DELETE),
              Grant.group(MONITOR_ID, READ),
              Grant.transactionsBeginning(MONITOR_ID + "-")));

  /** Explains. It belongs to no group: its store knows how far it has read. */
  public static final KafkaRole ADVISOR =
      role(
          "advisor",
          "explains decisions, takes reviews",
          Grant.topics(names(Topics.APPLICATIONS, Topics.DECISIONS, Topics.MODELS), READ),
          Grant.topics(names(Topics.REVIEWS), READ, WRITE));

  /** Publishes models: {@code publish} and {@code rollback}. */
  public static final KafkaRole PUBLISHER =
      role("publisher", "publishes models", Grant.topics(names(Topics.MODELS), READ, WRITE));

  /** Where applications come from. {@code feed} waits until the scorer has read history. */
  public static final KafkaRole ORIGINATION =
      role(
          "origination",
          "publishes applications, history and outcomes",
          Grant.topics(names(Topics.APPLICATIONS, Topics.OUTCOMES), WRITE),
          Grant.topics(names(HISTORY), WRITE),
          List.of(Grant.group(SCORER_ID, DESCRIBE)));

  /** Whatever takes decisions further; its groups begin with its name. */
  public static final KafkaRole READER =
      role(
          "reader",
          "reads decisions, reviews and drift reports",
          Grant.topics(names(Topics.DECISIONS, Topics.REVIEWS, Topics.DRIFT_REPORTS), READ),
          List.of(Grant.groupsBeginning("creditstream-reader")));

  /** Looks back: {@code decisions}, {@code replay}, {@code backtest}, {@code dlq list}. */
  public static final KafkaRole AUDITOR =
      role(
          "auditor",
          "reads every topic of the contract",
          List.of(Grant.topicsBeginning(CONTRACT, READ)));

  /** Mends: {@code rescore}, {@code dlq replay}. */
  public static final KafkaRole OPERATOR =
      role(
          "operator",
          "decides anew, sends dead letters again",
          List.of(Grant.topicsBeginning(CONTRACT, READ)),
          Grant.topics(names(REQUESTS), WRITE),
          Grant.topics(names(HISTORY), WRITE),
          Grant.topics(names(Topics.OUTCOMES), WRITE),
          List.of(Grant.transactionsBeginning("creditstream-dlq-replay-")));

  /** Makes the topics of the contract: {@code topics}. It can neither read nor write them. */
  public static final KafkaRole TOPICS =
      role(
          "topics", "makes the topics", List.of(Grant.topicsBeginning(CONTRACT, CREATE, DESCRIBE)));

  private static final List<KafkaRole> ALL =
      List.of(
          SCORER,
          DRIFT_MONITOR,
          ADVISOR,
          PUBLISHER,
          ORIGINATION,
          READER,
          AUDITOR,
          OPERATOR,
          TOPICS);

  private KafkaRoles() {}

  /** All roles. */
  public static List<KafkaRole> all() {
    return ALL;
  }

  @SafeVarargs
  private static KafkaRole role(String name, String meaning, List<Grant>... grants) {
    return new KafkaRole(
        name,
        "User:creditstream-" + name,
        meaning,
        Arrays.stream(grants).flatMap(List::stream).toList());
  }

  private static Stream<String> names(Topic<?>... topics) {
    return Arrays.stream(topics).map(Topic::name);
  }

  private static Stream<String> names(List<Topic<?>> topics) {
    return topics.stream().map(Topic::name);
  }

  private static Stream<String> deadLetters(List<Topic<?>> topics) {
    return topics.stream().map(Topic::deadLetterTopic);
  }
}
