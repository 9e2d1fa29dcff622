/** Treatments of class imbalance, the rarity of defaults. */
@NullMarked
package io.creditstream.trainer.imbalance;

import org.jspecify.annotations.NullMarked;
