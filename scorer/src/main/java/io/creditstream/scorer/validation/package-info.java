/** Tells sound records from bad ones before they touch any state. */
@NullMarked
package io.creditstream.scorer.validation;

import org.jspecify.annotations.NullMarked;
