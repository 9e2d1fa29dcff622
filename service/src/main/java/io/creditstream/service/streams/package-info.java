/** The life of a Kafka Streams application: properties, start, recovery, end. */
@NullMarked
package io.creditstream.service.streams;

import org.jspecify.annotations.NullMarked;
