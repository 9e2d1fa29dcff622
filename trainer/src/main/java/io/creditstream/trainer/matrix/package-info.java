/** The feature matrix: every feature of every application, column by column. */
@NullMarked
package io.creditstream.trainer.matrix;

import org.jspecify.annotations.NullMarked;
