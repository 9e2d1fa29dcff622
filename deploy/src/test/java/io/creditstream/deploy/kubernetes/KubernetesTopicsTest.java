package io.creditstream.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.deploy.Generated;
import io.creditstream.drift.DriftMonitorApplication;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.ScorerApplication;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** The topics of Strimzi beside those that the command {@code topics} creates. */
class KubernetesTopicsTest {

  private static final Installation PRODUCTION = Installation.of("production");

  @Test
  void shouldBeThoseThatTheProductCreates() throws IOException {
    StringBuilder text =
        new StringBuilder("# Written from the code of the product; see README.md.\n");
    for (NewTopic topic : created()) {
      text.append(
          """
          ---
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaTopic
          metadata:
            name: %s
            labels:
              strimzi.io/cluster: credit
          spec:
            partitions: %d
            replicas: %d
            config:
          """
              .formatted(topic.name(), topic.numPartitions(), topic.replicationFactor()));
      new TreeMap<>(topic.configs())
          .forEach((key, value) -> text.append("    %s: \"%s\"\n".formatted(key, value)));
    }

    Generated.requireCurrent(
        Installation.ROOT.resolve("components/strimzi/topics.yaml"), text.toString());
  }

  @Test
  void shouldBeReadByStrimziAsThoseThatTheProductCreates() {
    Map<String, NewTopic> declared = new TreeMap<>();
    PRODUCTION
        .all("KafkaTopic")
        .forEach(
            topic ->
                declared.put(
                    topic.name(),
                    new NewTopic(
                            topic.name(),
                            topic.at("/spec/partitions").asInt(),
                            (short) topic.at("/spec/replicas").asInt())
                        .configs(Manifest.texts(topic.at("/spec/config")))));

    assertThat(declared.values()).containsExactlyInAnyOrderElementsOf(created());
  }

  /** What the Job of the manifests creates where Strimzi has made nothing yet. */
  private static List<NewTopic> created() {
    Map<String, String> platform = Manifest.texts(PRODUCTION.get("ConfigMap/platform").at("/data"));
    TopicSettings settings =
        new TopicSettings(
            Integer.parseInt(platform.get("CREDITSTREAM_PARTITIONS")),
            Short.parseShort(platform.get("CREDITSTREAM_REPLICATION_FACTOR")));
    Set<Topic<?>> inputs = new LinkedHashSet<>(ScorerApplication.inputs());
    inputs.addAll(DriftMonitorApplication.inputs());
    return TopicAdmin.plan(Topics.all(), inputs, settings);
  }
}
