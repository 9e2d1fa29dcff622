/** A forest compiled into flat arrays: scores and contributions without LightGBM. */
@NullMarked
package io.creditstream.model.compiled;

import org.jspecify.annotations.NullMarked;
