/** Measures the steps and the pipeline. */
@NullMarked
package io.creditstream.benchmarks;

import org.jspecify.annotations.NullMarked;
