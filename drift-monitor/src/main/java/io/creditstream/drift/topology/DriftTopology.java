package io.creditstream.drift.topology;

import io.creditstream.schemas.topic.Topic;
import io.creditstream.schemas.topic.Topics;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The monitoring topology. Each partition is counted where it is read, decisions joined with their
 * applications and with what comes of them; partial counts go to the one partition on which windows
 * are merged and closed.
 *
 * <pre>
 * applications, decisions, outcomes ─► count ─► partial counts, progress ─► merge ─► drift reports
 *                                        └────► dead letters
 * </pre>
 */
public final class DriftTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private DriftTopology() {}

  /** Topics whose bad records are set aside. */
  public static List<Topic<?>> inputs() {
    return List.of(Topics.DECISIONS, Topics.CHALLENGER_DECISIONS, Topics.OUTCOMES);
  }

  /** The topology over its parts. */
  public static Topology build(DriftParts parts) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], Outgoing> counted =
        builder.stream(ReadingOrder.TOPICS, events())
            .process(
                new WithStores<>(
                    () -> new CountingProcessor(parts),
                    Set.of(DriftStores.pending(), DriftStores.applications())),
                Named.as(DriftNodes.COUNT));
    for (Topic<?> topic : inputs()) {
      counted
          .flatMapValues(
              outgoing -> badRecord(outgoing, topic), Named.as(DriftNodes.badRecords(topic)))
          .to(topic.deadLetterTopic(), written(DriftNodes.setAside(topic)));
    }
    counted
        .flatMapValues(DriftTopology::message, Named.as(DriftNodes.MESSAGES))
        .repartition(onePartition())
        .process(
            new WithStores<>(() -> new MergingProcessor(parts), Set.of(DriftStores.windows())),
            Named.as(DriftNodes.MERGE))
        .to(Topics.DRIFT_REPORTS.name(), written(DriftNodes.WRITE_REPORTS));
    return builder.build();
  }

  private static Consumed<byte[], byte[]> events() {
    return Consumed.with(BYTES, BYTES)
        .withName(DriftNodes.READ)
        .withTimestampExtractor(new ReadingOrder())
        .withOffsetResetPolicy(AutoOffsetReset.earliest());
  }

  /** Windows need the progress of every partition, so that they come together in one place. */
  private static Repartitioned<byte[], byte[]> onePartition() {
    return Repartitioned.with(BYTES, BYTES).withName(DriftNodes.EXCHANGE).withNumberOfPartitions(1);
  }

  private static Produced<byte[], byte[]> written(String name) {
    return Produced.with(BYTES, BYTES).withName(name);
  }

  private static List<byte[]> badRecord(Outgoing outgoing, Topic<?> topic) {
    return outgoing instanceof Outgoing.SetAside bad && bad.topic().equals(topic.name())
        ? List.of(bad.bytes())
        : List.of();
  }

  private static List<byte[]> message(Outgoing outgoing) {
    return outgoing instanceof Outgoing.Message message ? List.of(message.bytes()) : List.of();
  }

  /** A processor with the stores that it alone uses. */
  private record WithStores<KIn, VIn, KOut, VOut>(
      ProcessorSupplier<KIn, VIn, KOut, VOut> processor, Set<StoreBuilder<?>> stores)
      implements ProcessorSupplier<KIn, VIn, KOut, VOut> {

    @Override
    public Processor<KIn, VIn, KOut, VOut> get() {
      return processor.get();
    }
  }
}
