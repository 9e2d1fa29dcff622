/** Records runs, trials, parameters, metrics and files as MLflow does. */
@NullMarked
package io.creditstream.trainer.tracking;

import org.jspecify.annotations.NullMarked;
