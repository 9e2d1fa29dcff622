/** The registry of the metrics of a service, with those of its JVM. */
@NullMarked
package io.creditstream.service.metrics;

import org.jspecify.annotations.NullMarked;
