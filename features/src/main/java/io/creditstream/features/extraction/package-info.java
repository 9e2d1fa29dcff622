/** From an application and the client's history to the feature vector. */
@NullMarked
package io.creditstream.features.extraction;

import org.jspecify.annotations.NullMarked;
