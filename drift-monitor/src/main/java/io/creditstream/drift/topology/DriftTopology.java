package io.creditstream.drift.topology;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.streams.EventTimestamps;
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
 * The monitoring topology. Each partition of the decisions is counted where it is read; partial
 * counts go to the one partition on which windows are merged and closed.
 *
 * <pre>
 * decisions ─► count ─► partial counts, progress ─► merge ─► drift reports
 *                └────► dead letters
 * </pre>
 */
public final class DriftTopology {

  private static final Serde<byte[]> BYTES = Serdes.ByteArray();

  private DriftTopology() {}

  /** The topology over its parts. */
  public static Topology build(DriftParts parts) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], Outgoing> counted =
        builder.stream(Topics.DECISIONS.name(), decisions())
            .process(
                new WithStore<>(() -> new CountingProcessor(parts), DriftStores.pending()),
                Named.as(DriftNodes.COUNT));
    counted
        .flatMapValues(DriftTopology::badRecord, Named.as(DriftNodes.BAD_RECORDS))
        .to(Topics.DECISIONS.deadLetterTopic(), written(DriftNodes.SET_ASIDE));
    counted
        .flatMapValues(DriftTopology::message, Named.as(DriftNodes.MESSAGES))
        .repartition(onePartition())
        .process(
            new WithStore<>(() -> new MergingProcessor(parts), DriftStores.windows()),
            Named.as(DriftNodes.MERGE))
        .to(Topics.DRIFT_REPORTS.name(), written(DriftNodes.WRITE_REPORTS));
    return builder.build();
  }

  private static Consumed<byte[], byte[]> decisions() {
    return Consumed.with(BYTES, BYTES)
        .withName(DriftNodes.READ)
        .withTimestampExtractor(new EventTimestamps())
        .withOffsetResetPolicy(AutoOffsetReset.earliest());
  }

  /** Windows need the progress of every partition, so that they come together in one place. */
  private static Repartitioned<byte[], byte[]> onePartition() {
    return Repartitioned.with(BYTES, BYTES).withName(DriftNodes.EXCHANGE).withNumberOfPartitions(1);
  }

  private static Produced<byte[], byte[]> written(String name) {
    return Produced.with(BYTES, BYTES).withName(name);
  }

  private static List<byte[]> badRecord(Outgoing outgoing) {
    return outgoing instanceof Outgoing.SetAside bad ? List.of(bad.bytes()) : List.of();
  }

  private static List<byte[]> message(Outgoing outgoing) {
    return outgoing instanceof Outgoing.Message message ? List.of(message.bytes()) : List.of();
  }

  /** A processor with the store that it alone uses. */
  private record WithStore<KIn, VIn, KOut, VOut>(
      ProcessorSupplier<KIn, VIn, KOut, VOut> processor, StoreBuilder<?> store)
      implements ProcessorSupplier<KIn, VIn, KOut, VOut> {

    @Override
    public Processor<KIn, VIn, KOut, VOut> get() {
      return processor.get();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(store);
    }
  }
}
