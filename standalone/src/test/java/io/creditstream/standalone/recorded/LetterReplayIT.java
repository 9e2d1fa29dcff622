package io.creditstream.standalone.recorded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.cluster.BrokerOptions;
import io.creditstream.cluster.EmbeddedBroker;
import io.creditstream.cluster.process.JavaProcess;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.deadletter.DeadLetterHeaders;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import io.creditstream.standalone.cli.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterReplayIT {

  private static final String TOPIC = Topics.APPLICATIONS.name();
  private static final String REASON = "conflict";
  private static final int LARGER_THAN_A_TOPIC_TAKES = 3 << 19;
  private static final byte[] SMALL = "small".getBytes(UTF_8);

  @TempDir Path directory;
  private EmbeddedBroker broker;

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(BrokerOptions.in(directory));
    try (TopicAdmin admin = new TopicAdmin(Admin.create(client()))) {
      List<Topic<?>> topics = List.of(Topics.APPLICATIONS);
      admin.ensure(topics, topics, new TopicSettings(1, (short) 1));
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void shouldSendALetterOfARecordThatItsTopicTookCompressed() throws Exception {
    byte[] text =
        HexFormat.of().formatHex(random(LARGER_THAN_A_TOPIC_TAKES / 2)).getBytes(US_ASCII);
    setAside(SMALL);
    setAside(text);

    LetterReplay.Done done = new LetterReplay(client(), TOPIC).send(letter -> true, false);

    assertThat(done).isEqualTo(new LetterReplay.Done(2, 0, 0));
    assertThat(sentAgain()).containsExactly(SMALL, text);
  }

  @Test
  void shouldNameTheLetterThatItsTopicDoesNotTakeAndSendNone() throws Exception {
    setAside(SMALL);
    setAside(random(LARGER_THAN_A_TOPIC_TAKES));
    LetterReplay replay = new LetterReplay(client(), TOPIC);

    assertThatThrownBy(() -> replay.send(letter -> letter.reason().equals(REASON), false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no dead letter of " + TOPIC + " was sent again")
        .hasMessageContaining("0:1 is larger than the topic takes");
    assertThat(sentAgain()).isEmpty();

    replay.send(letter -> letter.record().offset() == 0, false);
    assertThat(sentAgain()).containsExactly(SMALL);
  }

  @Test
  void shouldSayThatAnotherReplayTookOver() throws Exception {
    setAside(SMALL);
    LetterReplay replay = new LetterReplay(client(), TOPIC);

    assertThatThrownBy(
            () ->
                replay.send(
                    letter -> {
                      new LetterReplay(client(), TOPIC).send(any -> false, false);
                      return true;
                    },
                    false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another replay of " + TOPIC + " runs");
    assertThat(sentAgain()).isEmpty();
  }

  @Test
  void shouldNotSayThatNoneWasSentWhereNobodyAnswersTheCommit() throws Exception {
    setAside(SMALL);
    // From then on the brokers have what transactions need, and an impatient client finds it.
    new LetterReplay(client(), TOPIC).send(letter -> false, false);
    Map<String, Object> impatient = new HashMap<>(client());
    impatient.put("max.block.ms", 8_000);
    LetterReplay replay = new LetterReplay(impatient, TOPIC, BrokerGoesAtCommit::new);

    assertThatThrownBy(() -> replay.send(letter -> true, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("it is not known")
        .hasMessageContaining("dlq list");

    broker = EmbeddedBroker.start(BrokerOptions.in(directory));
    new LetterReplay(client(), TOPIC).send(letter -> true, false);
    assertThat(sentAgain()).containsExactly(SMALL);
  }

  @Test
  void shouldListLettersOnTheBrokersThatTheEnvironmentNamesUnlessADirectoryIsGiven()
      throws Exception {
    setAside(SMALL);

    assertThat(list()).contains(TOPIC, REASON, "1 dead letters");
    assertThat(list("--data-dir", directory.resolve("none").toString()))
        .contains("start ./creditstream standalone first");
  }

  /** What {@code dlq list} prints in a process whose environment names the brokers. */
  private String list(String... options) {
    List<String> arguments = new ArrayList<>(List.of("dlq", "list"));
    arguments.addAll(List.of(options));
    Map<String, String> environment =
        Map.of("CREDITSTREAM_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    try (JavaProcess process =
        JavaProcess.start(directory, Main.class, environment, arguments.toArray(String[]::new))) {
      process.exitCode();
      return process.log();
    }
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** As an application does. */
  private void setAside(byte[] value) throws Exception {
    Map<String, Object> settings = new HashMap<>(client());
    settings.put("compression.type", "lz4");
    settings.put("max.request.size", 16 << 20);
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Topics.APPLICATIONS.deadLetterTopic(), "client".getBytes(UTF_8), value);
    letter.headers().add(DeadLetterHeaders.REASON, REASON.getBytes(UTF_8));
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(letter).get();
    }
  }

  private List<byte[]> sentAgain() {
    List<byte[]> values = new ArrayList<>();
    try (TopicScan scan = new TopicScan(client())) {
      scan.read(scan.partitions(TOPIC), record -> values.add(record.value()));
    }
    return values;
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  /** The broker ends when it has all records and is about to be told to commit them. */
  private final class BrokerGoesAtCommit extends KafkaProducer<byte[], byte[]> {

    BrokerGoesAtCommit(Map<String, Object> settings) {
      super(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void commitTransaction() {
      broker.close();
      super.commitTransaction();
    }
  }
}
