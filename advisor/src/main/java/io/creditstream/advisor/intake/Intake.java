package io.creditstream.advisor.intake;

import io.creditstream.advisor.models.KnownModel;
import io.creditstream.advisor.models.ModelFeed;
import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.Batch.ReadApplication;
import io.creditstream.advisor.store.Batch.ReadDecision;
import io.creditstream.advisor.store.Batch.ReadReview;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.Place;
import io.creditstream.advisor.store.StoreException;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.schemas.registry.RegistryUnavailableException;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.health.HealthCheck;
import io.creditstream.service.process.RestartPolicy;
import io.creditstream.service.process.RestartingThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads applications, decisions and reviews into the store, in a thread of its own. Every partition
 * is read from the position that the store holds, so that each committed record is stored exactly
 * once whatever ends the process. A broker, a registry or a disk that fails is waited for. After
 * another failure it begins anew at what is stored, a few times; then it has ended for good.
 */
public final class Intake implements AutoCloseable {

  /** The topics that are read. */
  public static final List<Topic<?>> TOPICS =
      List.of(Topics.APPLICATIONS, Topics.DECISIONS, Topics.REVIEWS);

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration MODEL_POLL = Duration.ofMillis(20);
  private static final int MOST_WAITING = 20_000;

  private final Consumer<byte[], byte[]> consumer;
  private final Decoder decoder;
  private final Models models;
  private final ModelFeed feed;
  private final CaseStore store;
  private final IntakeListener listener;
  private final WaitingDecisions waiting = new WaitingDecisions();
  private final RestartingThread thread;
  private volatile Optional<String> problem = Optional.of("has not begun to read");

  /**
   * @param consumer a client without a group that reads what is committed; owned from now on
   * @param feed fills the models
   * @param policy when it begins anew after a failure
   */
  public Intake(
      Consumer<byte[], byte[]> consumer,
      SchemaRegistryClient registry,
      Models models,
      ModelFeed feed,
      CaseStore store,
      IntakeListener listener,
      RestartPolicy policy) {
    this.consumer = consumer;
    this.decoder = new Decoder(registry, listener);
    this.models = models;
    this.feed = feed;
    this.store = store;
    this.listener = listener;
    this.thread = new RestartingThread("intake", new Reading(), policy);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Fails while nothing can be read or stored. */
  public HealthCheck readiness() {
    return new HealthCheck("intake", () -> thread.problem().or(() -> problem));
  }

  /** Fails once it has ended for good: only a restart of the process helps. */
  public HealthCheck liveness() {
    return thread.liveness();
  }

  /** Reads on from what is stored. */
  private final class Reading implements RestartingThread.Work {

    @Override
    public void run() throws InterruptedException {
      problem = Optional.of("has not begun to read");
      waiting.clear();
      retried(Intake.this::assign);
      while (thread.isOpen()) {
        step();
      }
    }

    @Override
    public void failed() {
      listener.failed();
    }

    @Override
    public void close() {
      consumer.close();
    }
  }

  private void assign() {
    Map<Partition, Long> positions = store.positions();
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic<?> topic : TOPICS) {
      consumer
          .partitionsFor(topic.name())
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      Long position = positions.get(new Partition(partition.topic(), partition.partition()));
      if (position == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
  }

  private void step() throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    retried(() -> consumer.poll(POLL).forEach(records::add));
    Draft draft = new Draft();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      retried(() -> draft.take(record));
    }
    List<ReadDecision> ready = waiting.release(this::applicationsRead);
    if (ready.isEmpty() && records.isEmpty() && waiting.size() > 0) {
      ready = waiting.release(applicationsThereAre());
    }
    Batch batch = draft.batch(ready);
    retried(() -> store.write(batch));
    problem = Optional.empty();
    if (!batch.decisions().isEmpty()) {
      listener.stored(batch.decisions().stream().map(ReadDecision::decision).toList());
    }
    holdBack();
  }

  /** Stops fetching decisions while too many of them wait for their applications. */
  private void holdBack() {
    List<TopicPartition> decisions =
        consumer.assignment().stream()
            .filter(partition -> partition.topic().equals(Topics.DECISIONS.name()))
            .toList();
    if (waiting.size() > MOST_WAITING) {
      consumer.pause(decisions);
    } else {
      consumer.resume(decisions);
    }
  }

  private long applicationsRead(int partition) {
    return consumer.position(new TopicPartition(Topics.APPLICATIONS.name(), partition));
  }

  /** An application that its topic no longer holds, nor will hold, is not waited for. */
  private IntToLongFunction applicationsThereAre() {
    List<TopicPartition> partitions =
        consumer.assignment().stream()
            .filter(partition -> partition.topic().equals(Topics.APPLICATIONS.name()))
            .toList();
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partition -> {
      TopicPartition applications = new TopicPartition(Topics.APPLICATIONS.name(), partition);
      long read = consumer.position(applications);
      return read >= ends.getOrDefault(applications, 0L) ? Long.MAX_VALUE : read;
    };
  }

  private Optional<FeatureDictionary> dictionary(LoanDecision decision)
      throws InterruptedException {
    long asked = System.nanoTime();
    Optional<KnownModel> model = models.find(decision.getModelSha256());
    while (model.isEmpty() && !feed.hasReadUpTo(asked) && thread.isOpen()) {
      thread.pause(MODEL_POLL);
      model = models.find(decision.getModelSha256());
    }
    return model.map(KnownModel::dictionary);
  }

  /** Work that may have to wait for a broker, a registry or a disk. */
  private interface Work {

    void run() throws InterruptedException;
  }

  private void retried(Work work) throws InterruptedException {
    while (thread.isOpen()) {
      try {
        work.run();
        return;
      } catch (WakeupException e) {
        throw e;
      } catch (KafkaException | RegistryUnavailableException | StoreException e) {
        problem = Optional.of("waits, since " + e.getClass().getSimpleName() + " came");
        LOG.atWarn()
            .setMessage("intake waits")
            .addKeyValue("exception", e.getClass().getName())
            .log();
        thread.pause(PAUSE);
      }
    }
    throw new WakeupException();
  }

  /** Collects what one poll gave. */
  private final class Draft {

    private final List<ReadApplication> applications = new ArrayList<>();
    private final List<ReadReview> reviews = new ArrayList<>();
    private final Map<Partition, Long> read = new HashMap<>();

    void take(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
      Place place = new Place(record.partition(), record.offset());
      if (record.topic().equals(Topics.APPLICATIONS.name())) {
        LoanApplication application = decoder.application(record);
        if (application != null) {
          applications.add(new ReadApplication(place, application));
        }
      } else if (record.topic().equals(Topics.DECISIONS.name())) {
        LoanDecision decision = decoder.decision(record);
        if (decision != null) {
          waiting.add(new ReadDecision(place, decision, dictionary(decision)));
        }
      } else {
        DecisionReview review = decoder.review(record);
        if (review != null) {
          reviews.add(new ReadReview(place, review));
        }
      }
      read.put(new Partition(record.topic(), record.partition()), record.offset() + 1);
    }

    Batch batch(List<ReadDecision> ready) {
      Map<Partition, Long> positions = new HashMap<>(read);
      ready.forEach(
          decision ->
              positions.merge(
                  new Partition(Topics.DECISIONS.name(), decision.place().partition()),
                  decision.place().offset() + 1,
                  Math::max));
      positions.replaceAll(
          (partition, offset) ->
              partition.topic().equals(Topics.DECISIONS.name())
                  ? waiting.position(partition.number(), offset)
                  : offset);
      return new Batch(applications, ready, reviews, positions);
    }
  }

  /** Stops reading; what was not stored is read again next time. */
  @Override
  public void close() {
    thread.closing();
    consumer.wakeup();
    thread.close();
  }
}
