/** A real Kafka broker or a small cluster in this process, and a schema registry beside it. */
@NullMarked
package io.creditstream.cluster;

import org.jspecify.annotations.NullMarked;
