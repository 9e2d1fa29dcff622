/** Publishes dossiers as the events that upstream systems would send. */
@NullMarked
package io.creditstream.simulator.feed;

import org.jspecify.annotations.NullMarked;
