/** The drift report of large files, by the command that users run. */
@NullMarked
package io.creditstream.benchmarks.report;

import org.jspecify.annotations.NullMarked;
