package io.creditstream.benchmarks.pipeline;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.model.ModelEngine;
import io.creditstream.model.VerifiedModel;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.scorer.decision.DecisionSettings;
import io.creditstream.scorer.metrics.MicrometerScoringMetrics;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.DecisionModel;
import io.creditstream.scorer.topology.ScoringModels;
import io.creditstream.scorer.topology.ScoringParts;
import io.creditstream.scorer.topology.ScoringTopology;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/** What is measured. */
final class Subjects {

  /** Topic with one record a client, for the join. */
  static final String CLIENTS = "benchmark.clients";

  static final String PASSED = "benchmark.passed";
  static final String JOINED = "benchmark.joined";

  private final Workbench workbench;
  private final Bundle bundle;

  Subjects(Workbench workbench, Bundle bundle) {
    this.workbench = workbench;
    this.bundle = bundle;
  }

  /** Applications to another topic, bytes as they are. */
  Subject passThrough() {
    Topology topology = new Topology();
    topology.addSource(
        "read",
        Serdes.ByteArray().deserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.APPLICATIONS.name());
    topology.addSink(
        "write", PASSED, Serdes.ByteArray().serializer(), Serdes.ByteArray().serializer(), "read");
    return new Subject("pass-through", topology, PASSED, false);
  }

  /** Applications joined with one record of their client from a RocksDB table. */
  Subject join() {
    StreamsBuilder builder = new StreamsBuilder();
    Consumed<byte[], byte[]> bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
    builder.stream(Topics.APPLICATIONS.name(), bytes.withName("read"))
        .join(
            builder.table(
                CLIENTS,
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("clients"),
                Materialized.as("clients-store")),
            (application, client) -> application,
            Joined.with(Serdes.ByteArray(), Serdes.ByteArray(), Serdes.ByteArray(), "join"))
        .to(JOINED, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write"));
    return new Subject("one RocksDB join", builder.build(), JOINED, false);
  }

  /** The scorer that explains adverse decisions. */
  Subject adverse(ModelEngine engine) {
    return scorer("scorer, reasons for adverse decisions, " + name(engine), engine, false);
  }

  /** The scorer that explains all decisions. */
  Subject all(ModelEngine engine) {
    return scorer("scorer, reasons for all, " + name(engine), engine, true);
  }

  private static String name(ModelEngine engine) {
    return switch (engine) {
      case COMPILED -> "compiled";
      case LIGHTGBM -> "LightGBM";
    };
  }

  private Subject scorer(String name, ModelEngine engine, boolean explainAll) {
    ActiveModel model = new ActiveModel();
    model.activate(DecisionModel.of(VerifiedModel.verify(bundle, engine)));
    ScoringParts parts =
        ScoringParts.over(
            workbench.registry(),
            ScoringModels.of(model),
            DecisionSettings.defaults().withExplainAll(explainAll),
            new MicrometerScoringMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    return new Subject(name, ScoringTopology.build(parts), Topics.DECISIONS.name(), true);
  }
}
