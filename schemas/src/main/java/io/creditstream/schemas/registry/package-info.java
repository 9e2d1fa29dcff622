/** The client of a schema registry with the Confluent REST API. */
@NullMarked
package io.creditstream.schemas.registry;

import org.jspecify.annotations.NullMarked;
