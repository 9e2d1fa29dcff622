/** Whether the outcome seems to have leaked into the features. */
@NullMarked
package io.creditstream.trainer.leakage;

import org.jspecify.annotations.NullMarked;
