package io.creditstream.benchmarks.pipeline;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * When code is warm: broker, clients and topology share one virtual machine here, and its compilers
 * take half of the processors for the first minute.
 */
final class WarmUp {

  /** Most of the time that compilers may take when a measurement begins. */
  private static final double COMPILING = 0.1;

  /** A compiler that never rests does not hold a sitting up for ever. */
  private static final int ROUNDS = 12;

  private final CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();

  /**
   * Repeats rounds until one of them sees the compilers nearly idle; gives the number of rounds.
   */
  int run(Runnable round) {
    int rounds = 0;
    double compiling;
    do {
      compiling = compiling(round);
      rounds++;
    } while (compiling >= COMPILING && rounds < ROUNDS);
    return rounds;
  }

  /** Share of the time of a round that compilers took, of one processor. */
  private double compiling(Runnable round) {
    long before = compilation.getTotalCompilationTime();
    long start = System.nanoTime();
    round.run();
    double millis = (System.nanoTime() - start) / 1e6;
    return (compilation.getTotalCompilationTime() - before) / millis;
  }
}
