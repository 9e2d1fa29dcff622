package io.creditstream.scorer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.ModelBundle;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.Metrics;
import io.creditstream.scorer.fixture.Platform;
import io.creditstream.scorer.fixture.TestBundles;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicException;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.service.streams.StreamsSettings;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorerFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  private Platform platform;
  private KafkaProducer<byte[], byte[]> producer;

  @BeforeEach
  void start() {
    platform = Platform.start(directory);
    producer =
        new KafkaProducer<>(
            platform.client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    producer.close(Duration.ZERO);
    platform.close();
  }

  @Test
  void shouldWaitForTheRegistryLongerThanItsGroupWaitsForItAndSetNothingAside() throws Exception {
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    byte[] application = application("a-1");
    KafkaSettings impatient =
        new KafkaSettings(
            platform.bootstrapServers(),
            platform.registryUrl(),
            "scorer-registry",
            directory.resolve("state-registry"),
            null,
            Map.of("max.poll.interval.ms", "5000"));
    try (ScorerApplication scorer = platform.startReady(platform.config(impatient));
        Admin admin = Admin.create(platform.client())) {
      int members = members(admin, impatient.applicationId());
      platform.stopRegistry();
      send(Topics.APPLICATIONS.name(), Events.CLIENT, application);

      Awaitility.await().atMost(PATIENCE).until(() -> notReadyBecause(scorer, "registry"));
      assertThat(platform.deadLetters()).isEmpty();
      assertThat(scorer.health().whyNotAlive()).isEmpty();
      Awaitility.await("the thread that waits is put out of the group")
          .atMost(PATIENCE)
          .until(() -> members(admin, impatient.applicationId()) < members);

      platform.startRegistry();

      assertThat(platform.awaitDecisions(1)).hasSize(1);
      Awaitility.await("it is back")
          .atMost(PATIENCE)
          .until(() -> members(admin, impatient.applicationId()) == members);
      Platform.awaitReady(scorer);
      assertThat(platform.records(Topics.DECISIONS.name())).hasSize(1);
      assertThat(platform.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldBecomeReadyWithTheFirstChampionAndRefuseBadOnes() throws Exception {
    Bundle first = TestBundles.shared();
    Bundle second = TestBundles.train(12);
    try (ScorerApplication scorer = ScorerApplication.start(platform.config("models"))) {
      assertThat(scorer.health().whyNotReady()).containsKey("model");

      send(Topics.MODELS.name(), "champion", "no bundle".getBytes(UTF_8));
      send(Topics.MODELS.name(), "champion", damaged(first));
      platform.publishChampion(first);

      Platform.awaitReady(scorer);
      double before = Metrics.sum(scorer, "creditstream_models_refused_total");
      send(Topics.MODELS.name(), "champion", damaged(second));
      send(Topics.MODELS.name(), "champion", new byte[] {0});
      send(Topics.MODELS.name(), "champion", null);
      send(Topics.MODELS.name(), null, new byte[] {0});
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> Metrics.sum(scorer, "creditstream_models_refused_total") >= before + 2);
      send(Topics.APPLICATIONS.name(), Events.CLIENT, application("a-1"));
      assertThat(platform.awaitDecisions(1))
          .extracting(LoanDecision::getModelSha256)
          .containsExactly(first.manifest().modelSha256());

      platform.publishChampion(second);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> Metrics.of(scorer).contains(second.manifest().modelSha256()));
      send(Topics.APPLICATIONS.name(), Events.CLIENT, application("a-2"));
      assertThat(platform.awaitDecisions(2))
          .extracting(LoanDecision::getModelSha256)
          .contains(second.manifest().modelSha256());
    }
  }

  @Test
  void shouldRefuseTopicsWithDifferentPartitionsNamingThem() throws Exception {
    try (Admin admin = Admin.create(platform.client())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic("credit.applications.v1", 3, (short) 1),
                  new NewTopic("credit.card-balances.v1", 5, (short) 1)))
          .all()
          .get();
    }

    assertThatThrownBy(() -> ScorerApplication.start(platform.config("mismatch")))
        .isInstanceOf(TopicException.class)
        .hasMessageContaining("credit.applications.v1=3")
        .hasMessageContaining("credit.card-balances.v1=5");
  }

  @Test
  void shouldHaveNoMoreThreadsThanThereArePartitionsWhateverItWouldMake() throws Exception {
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    ScorerConfig config =
        platform
            .config("threads")
            .withTopics(new TopicSettings(1, (short) 1))
            .withStreams(StreamsSettings.ofThreads(7));

    try (ScorerApplication scorer = platform.startReady(config)) {
      assertThat(Metrics.sum(scorer, "kafka_stream_alive_stream_threads"))
          .isEqualTo(Platform.PARTITIONS);
    }
  }

  @Test
  void shouldWaitUntilItsTopicTakesADecisionThatIsTooLarge() throws Exception {
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    limit(Topics.DECISIONS.name(), 200);
    try (ScorerApplication scorer = platform.startReady(platform.config("large"))) {
      send(Topics.APPLICATIONS.name(), Events.CLIENT, application("a-1"));

      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> scorer.health().whyNotReady().getOrDefault("streams", ""),
              why -> why.contains("raise max.message.bytes"));
      assertThat(scorer.health().whyNotAlive()).isEmpty();
      assertThat(platform.records(Topics.DECISIONS.name())).isEmpty();

      limit(Topics.DECISIONS.name(), 1 << 20);

      assertThat(platform.awaitDecisions(1)).hasSize(1);
      Platform.awaitReady(scorer);
      assertThat(platform.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldSetAsideWhatItsTopicsTakeBecauseItCompressesWell() throws Exception {
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    byte[] huge = new byte[17 << 20];
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    // Repeats further apart than LZ4 looks back.
    ByteBuffer repeats = ByteBuffer.allocate(30 * noise.length);
    while (repeats.hasRemaining()) {
      repeats.put(noise);
    }
    byte[] application = application("a-1");
    try (ScorerApplication scorer = platform.startReady(platform.config("compressed"));
        KafkaProducer<byte[], byte[]> compressing = compressing()) {
      compressing.send(record(Topics.APPLICATIONS, Events.CLIENT, huge)).get();
      compressing.send(record(Topics.APPLICATIONS, Events.CLIENT, repeats.array())).get();
      compressing.send(record(Topics.APPLICATIONS, " ".repeat(huge.length), application)).get();
      ProducerRecord<byte[], byte[]> sound =
          record(Topics.APPLICATIONS, Events.CLIENT, application);
      sound.headers().add("traceparent", huge);
      compressing.send(sound).get();
      compressing.send(record(Topics.BUREAU_CREDITS, Events.CLIENT, huge)).get();

      assertThat(platform.awaitDecisions(1))
          .extracting(LoanDecision::getApplicationId)
          .containsExactly("a-1");
      Platform.awaitReady(scorer);
      List<ConsumerRecord<byte[], byte[]>> letters =
          platform.awaitRecords(Topics.APPLICATIONS.deadLetterTopic(), 3);
      assertThat(letters)
          .extracting(letter -> header(letter, "creditstream.reason"))
          .containsExactlyInAnyOrder("too_large", "wrong_magic", "invalid_key");
      assertThat(letters)
          .extracting(ConsumerRecord::value)
          .containsExactlyInAnyOrder(new byte[0], repeats.array(), new byte[0]);
      assertThat(platform.awaitRecords(Topics.BUREAU_CREDITS.deadLetterTopic(), 1))
          .extracting(letter -> header(letter, "creditstream.left-out.bytes"))
          .containsExactly(Integer.toString(huge.length));
    }
  }

  private KafkaProducer<byte[], byte[]> compressing() {
    Map<String, Object> properties = platform.client();
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 << 20);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L << 20);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> record(Topic<?> topic, String key, byte[] value) {
    return new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }

  @Test
  void shouldTellWhoAppliesThatTheTopicTakesNoSuchLargeApplication() throws Exception {
    platform.createTopics();
    platform.publishChampion(TestBundles.shared());
    limit(Topics.APPLICATIONS.name(), 200);
    try (ScorerApplication scorer = platform.startReady(platform.config("refused"))) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(scorer.uri().resolve("/v1/applications"))
                      .header("Content-Type", "application/json")
                      .POST(
                          BodyPublishers.ofString(
                              """
                              {"applicationId":"a-1","clientId":"c","nameContractType":"Cash loans",
                               "submittedAt":"2026-06-01T12:00:00Z","amtIncomeTotal":1,"amtCredit":1,
                               "daysBirth":-12000}
                              """))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
      assertThat(answer.body()).contains("max.message.bytes of credit.applications.v1");
    }
  }

  private void limit(String topic, int bytes) throws Exception {
    try (Admin admin = Admin.create(platform.client())) {
      ConfigEntry limit =
          new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
      admin
          .incrementalAlterConfigs(
              Map.of(
                  new ConfigResource(ConfigResource.Type.TOPIC, topic),
                  List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }

  private byte[] application(String id) {
    return new AvroSerializer<>(LoanApplication.class, platform.registryClient())
        .serialize(Topics.APPLICATIONS.name(), Events.pastApplication(id));
  }

  /** A published bundle with one byte of the archive flipped, under the digest of the original. */
  private byte[] damaged(Bundle bundle) {
    ModelBundle event = TestBundles.event(bundle);
    byte[] archive = event.getBundle().array();
    archive[archive.length / 2] ^= 1;
    return new AvroSerializer<>(ModelBundle.class, platform.registryClient())
        .serialize(Topics.MODELS.name(), event);
  }

  private void send(String topic, String key, byte[] value) {
    producer.send(new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value));
    producer.flush();
  }

  private static int members(Admin admin, String group) throws Exception {
    return admin
        .describeConsumerGroups(List.of(group))
        .describedGroups()
        .get(group)
        .get()
        .members()
        .size();
  }

  private static boolean notReadyBecause(ScorerApplication scorer, String check) {
    Map<String, String> problems = scorer.health().whyNotReady();
    return problems.containsKey(check);
  }
}
