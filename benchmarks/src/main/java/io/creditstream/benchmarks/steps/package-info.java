/** The steps one by one, by JMH. */
@NullMarked
package io.creditstream.benchmarks.steps;

import org.jspecify.annotations.NullMarked;
