/** From files of applications to a model bundle. */
@NullMarked
package io.creditstream.trainer;

import org.jspecify.annotations.NullMarked;
