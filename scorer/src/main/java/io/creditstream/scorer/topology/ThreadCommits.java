package io.creditstream.scorer.topology;

import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * How often a thread of the stream has committed, as Kafka Streams counts it: metric {@code
 * commit-total} of {@code stream-thread-metrics}. A thread has one transaction for all of its tasks
 * and counts it once the brokers have confirmed it, so that what it did at a lower count is
 * committed.
 */
final class ThreadCommits {

  /** The count of a thread that does not count, such as the one of a test driver. */
  static final long UNKNOWN = -1;

  private ThreadCommits() {}

  /** The count of the thread that calls this, for use by any thread. */
  static LongSupplier ofThisThread(StreamsMetrics metrics) {
    String thread = Thread.currentThread().getName();
    return metrics.metrics().values().stream()
        .filter(metric -> isCount(metric.metricName(), thread))
        .findFirst()
        .<LongSupplier>map(metric -> () -> count(metric))
        .orElse(() -> UNKNOWN);
  }

  private static boolean isCount(MetricName name, String thread) {
    return name.name().equals("commit-total")
        && name.group().equals("stream-thread-metrics")
        && thread.equals(name.tags().get("thread-id"));
  }

  private static long count(Metric metric) {
    return ((Number) metric.metricValue()).longValue();
  }
}
