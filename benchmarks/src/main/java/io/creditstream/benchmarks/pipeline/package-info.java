/** The pipeline on a real broker. */
@NullMarked
package io.creditstream.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
