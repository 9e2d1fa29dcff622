/** Rules that decide beside the score: conditions over an application and its features. */
@NullMarked
package io.creditstream.features.rules;

import org.jspecify.annotations.NullMarked;
