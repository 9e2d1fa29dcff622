package io.creditstream.benchmarks.pipeline;

import org.apache.kafka.streams.Topology;

/**
 * A topology that is measured: it reads the topic of the applications and writes one record for
 * each.
 *
 * @param name what it is, for the table
 * @param topology reads applications; each run needs a new one
 * @param output topic that it writes to
 * @param history whether it takes in the history topics first
 */
record Subject(String name, Topology topology, String output, boolean history) {}
