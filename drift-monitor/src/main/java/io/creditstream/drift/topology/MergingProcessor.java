package io.creditstream.drift.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.exchange.MonitorMessage;
import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.merging.Beginnings;
import io.creditstream.drift.merging.ClosedWindow;
import io.creditstream.drift.merging.ReportLedger;
import io.creditstream.drift.merging.SegmentLedger;
import io.creditstream.drift.merging.StatusLedger;
import io.creditstream.drift.merging.WindowLedger;
import io.creditstream.drift.reference.ReferenceModel;
import io.creditstream.drift.report.DriftReporter;
import io.creditstream.drift.report.UnknownLimits;
import io.creditstream.drift.store.LedgerStore;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges what the partitions counted, and reports the windows that this closes. */
final class MergingProcessor implements Processor<byte[], byte[], byte[], byte[]> {

  private static final Logger LOG = LoggerFactory.getLogger(MergingProcessor.class);

  private final DriftParts parts;
  private final UnknownLimits limits;
  private ProcessorContext<byte[], byte[]> context;
  private WindowLedger windows;
  private ReportLedger reports;
  private Beginnings beginnings;
  private SegmentLedger segments;
  private DriftReporter reporter;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  MergingProcessor(DriftParts parts) {
    this.parts = parts;
    this.limits = new UnknownLimits(parts.thresholds());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    LedgerStore store = new KeyValueLedger(newContext.getStateStore(DriftNodes.WINDOWS_STORE));
    windows = new WindowLedger(store, parts.windows(), parts.partitions());
    reports =
        new ReportLedger(
            store,
            bytes ->
                parts.reportSerde().deserializer().deserialize(Topics.DRIFT_REPORTS.name(), bytes));
    beginnings = new Beginnings(store);
    reporter = new DriftReporter(parts.thresholds(), new StatusLedger(store), beginnings);
    segments = new SegmentLedger(store, parts.population().mostSegments());
    windows.wake();
    List<DriftReport> restored = reports.all();
    restored.forEach(parts.board()::restored);
    restored.forEach(limits::warn);
    parts.metrics().closed(restored);
    parts.board().moved(windows.open(), windows.partitions());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    MonitorMessage message = MessageCodec.fromBytes(record.value());
    if (message instanceof Counted counted) {
      if (!segments.admits(counted.window())) {
        parts.metrics().segmentDropped(counted.counts().records());
      } else if (!windows.add(counted)
          && counted.window().segment().equals(ModelWindow.EVERYBODY)) {
        parts.metrics().late(counted.counts().records());
      }
    } else if (message instanceof Progress progress) {
      close(windows.advance(progress));
    }
    parts.board().moved(windows.open(), windows.partitions());
  }

  private void close(List<ClosedWindow> windows) {
    List<DriftReport> closed = new ArrayList<>();
    for (ClosedWindow window : windows) {
      Optional<ReferenceModel> model = parts.models().find(window.window().modelSha256());
      if (model.isPresent()) {
        closed.add(report(window, model.get()));
      } else {
        unreported(window);
      }
    }
    if (!closed.isEmpty()) {
      parts.metrics().closed(closed);
    }
  }

  private void unreported(ClosedWindow closed) {
    parts.metrics().unreported(closed.counts().decisions());
    LOG.atError()
        .setMessage("window without a model")
        .addKeyValue("model", closed.window().modelSha256())
        .addKeyValue("samples", closed.counts().decisions())
        .log();
  }

  private DriftReport report(ClosedWindow closed, ReferenceModel model) {
    Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
    DriftReport report = reporter.report(closed, model, now);
    byte[] bytes = parts.reportSerde().serializer().serialize(Topics.DRIFT_REPORTS.name(), report);
    if (closed.window().size() == parts.windows().smallest().toMillis()) {
      beginnings.learn(closed.window(), closed.counts());
    }
    context.forward(new Record<>(model.sha256().getBytes(UTF_8), bytes, now.toEpochMilli()));
    parts.metrics().reportsDropped(reports.add(report, bytes));
    parts.board().closed(report);
    limits.warn(report);
    LOG.atInfo()
        .setMessage("window closed")
        .addKeyValue("model", model.version())
        .addKeyValue("start", report.getWindowStart())
        .addKeyValue("end", report.getWindowEnd())
        .addKeyValue("by", report.getClosedBy())
        .addKeyValue("samples", report.getSamples())
        .addKeyValue("late", report.getLate())
        .addKeyValue("status", report.getStatus())
        .log();
    return report;
  }

  /** The windows may go to another process, which then shows them. */
  @Override
  public void close() {
    parts.board().clear();
    parts.metrics().handedOver();
  }
}
