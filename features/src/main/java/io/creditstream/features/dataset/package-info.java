/** Files in the Kaggle layout, read as the events that a stream would bring. */
@NullMarked
package io.creditstream.features.dataset;

import org.jspecify.annotations.NullMarked;
