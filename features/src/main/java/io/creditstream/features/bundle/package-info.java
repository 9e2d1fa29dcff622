/** The model bundle: a model with everything needed to use, check and explain it. */
@NullMarked
package io.creditstream.features.bundle;

import org.jspecify.annotations.NullMarked;
