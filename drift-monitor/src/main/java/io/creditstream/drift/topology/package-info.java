/** The monitoring topology on Kafka Streams: the only place that knows its processors. */
@NullMarked
package io.creditstream.drift.topology;

import org.jspecify.annotations.NullMarked;
