/** What a training run found out: the one source of reports, tracking and the model registry. */
@NullMarked
package io.creditstream.trainer.result;

import org.jspecify.annotations.NullMarked;
