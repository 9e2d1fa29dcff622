/** A seeded synthetic population in the Kaggle layout, drawn from aggregate statistics alone. */
@NullMarked
package io.creditstream.simulator.population;

import org.jspecify.annotations.NullMarked;
