/** The typed catalog of every topic of the contract. */
@NullMarked
package io.creditstream.schemas.topic;

import org.jspecify.annotations.NullMarked;
