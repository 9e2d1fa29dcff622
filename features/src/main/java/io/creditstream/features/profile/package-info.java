/** The reference of a model: frozen bins and what the training data held in each. */
@NullMarked
package io.creditstream.features.profile;

import org.jspecify.annotations.NullMarked;
