/** The scoring topology on Kafka Streams: the only place that knows its processors. */
@NullMarked
package io.creditstream.scorer.topology;

import org.jspecify.annotations.NullMarked;
