/** What is measured on: synthetic clients and models. */
@NullMarked
package io.creditstream.benchmarks.input;

import org.jspecify.annotations.NullMarked;
