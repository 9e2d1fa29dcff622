/** Settings of the Kafka clients, and the topics of the contract on a broker. */
@NullMarked
package io.creditstream.service.kafka;

import org.jspecify.annotations.NullMarked;
