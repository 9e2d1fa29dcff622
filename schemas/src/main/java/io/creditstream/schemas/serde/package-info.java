/** Avro values in the Confluent wire format, as Kafka serializers and deserializers. */
@NullMarked
package io.creditstream.schemas.serde;

import org.jspecify.annotations.NullMarked;
