/** A model as LightGBM's text form describes it: trees of splits over the feature vector. */
@NullMarked
package io.creditstream.model.forest;

import org.jspecify.annotations.NullMarked;
