/** Runs the model of a bundle: raw scores and exact contributions, checked before first use. */
@NullMarked
package io.creditstream.model;

import org.jspecify.annotations.NullMarked;
