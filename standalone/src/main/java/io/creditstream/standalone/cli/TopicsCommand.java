package io.creditstream.standalone.cli;

import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "topics",
    description = {
      "Creates the topics that are missing and registers their schemas.",
      "Each topic gets its own retention and compaction, and the registry takes compatible schemas"
          + " alone from then on: for brokers on which the applications may not do that themselves,"
          + " and for clients that fetch a schema before anybody has used it.",
      "With --acls it prints what each role has to be granted there, and does nothing."
    },
    mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

  @Mixin private ConnectionOptions broker = new ConnectionOptions();

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "Partitions of topics that are partitioned by client (default ${DEFAULT-VALUE}).")
  private int partitions;

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      defaultValue = "-1",
      description = "Copies of each partition; -1 for the default of the broker.")
  private short replicationFactor;

  @Option(
      names = "--acls",
      description = "Print the commands that grant each role what it needs, and nothing else.")
  private boolean acls;

  @Option(
      names = "--principal",
      paramLabel = "ROLE=PRINCIPAL",
      description =
          "With --acls: whom the brokers know a role by, as in scorer=User:CN=scorer; repeatable.")
  private Map<String, String> principals = new LinkedHashMap<>();

  @Override
  public Integer call() {
    if (acls) {
      AclText.print(principals, broker.bootstrapServers());
      return 0;
    }
    Set<Topic<?>> inputs = new LinkedHashSet<>(ScorerApplication.inputs());
    inputs.addAll(DriftMonitorApplication.inputs());
    try (TopicAdmin admin = new TopicAdmin(Admin.create(broker.client()))) {
      admin.ensure(Topics.all(), inputs, settings());
    }
    try (SchemaRegistryClient registry = broker.registry()) {
      for (Topic<?> topic : Topics.all()) {
        registry.register(topic.subject(), SpecificData.get().getSchema(topic.valueType()));
        if (!registry.keepCompatible(topic.subject())) {
          System.err.printf(
              "the registry does not let the compatibility of %s be set: set FULL_TRANSITIVE there%n",
              topic.subject());
        }
      }
    }
    System.out.printf(
        "%d topics with their schemas are there, and %d for dead letters%n",
        Topics.all().size(), inputs.size());
    return 0;
  }

  private TopicSettings settings() {
    try {
      return new TopicSettings(partitions, replicationFactor);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
