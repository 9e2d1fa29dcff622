/** From scores to calibrated probabilities. */
@NullMarked
package io.creditstream.trainer.calibration;

import org.jspecify.annotations.NullMarked;
