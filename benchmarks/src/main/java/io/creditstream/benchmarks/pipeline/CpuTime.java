package io.creditstream.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * Processor time of this process since its start, in nanoseconds.
 *
 * @param streams of the stream threads
 * @param broker of the threads of the broker
 * @param all of all threads, those of the garbage collector, the compiler and RocksDB included
 */
record CpuTime(long streams, long broker, long all) {

  static final CpuTime NONE = new CpuTime(0, 0, 0);

  /** Until now. Threads that have ended are counted in {@code all} alone. */
  static CpuTime now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long streams = 0;
    long broker = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null) {
        long time = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
        if (isStream(thread.getThreadName())) {
          streams += time;
        } else if (isBroker(thread.getThreadName())) {
          broker += time;
        }
      }
    }
    return new CpuTime(
        streams,
        broker,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
  }

  /** Nanoseconds of the threads that live and whose name holds a text. */
  static long ofThreads(String name) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long time = 0;
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(name)) {
        time += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return time;
  }

  CpuTime plus(CpuTime other) {
    return new CpuTime(streams + other.streams, broker + other.broker, all + other.all);
  }

  CpuTime minus(CpuTime earlier) {
    return new CpuTime(streams - earlier.streams, broker - earlier.broker, all - earlier.all);
  }

  /** Microseconds of each that one of so many records took. */
  String perRecord(long records) {
    return "%s | %s | %s"
        .formatted(micros(streams, records), micros(broker, records), micros(all, records));
  }

  private static String micros(long nanos, long records) {
    return Table.number(nanos / 1e3 / records);
  }

  private static boolean isStream(String thread) {
    return thread.contains("StreamThread") && !thread.contains("producer");
  }

  private static boolean isBroker(String thread) {
    return thread.startsWith("data-plane-kafka") || thread.contains("kafka-request-handler");
  }
}
