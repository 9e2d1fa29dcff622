/** The features that notebooks usually make of the same files, to be held beside the project's. */
@NullMarked
package io.creditstream.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
