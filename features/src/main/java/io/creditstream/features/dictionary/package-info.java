/** What a feature is: its name, kind, source and plain words. */
@NullMarked
package io.creditstream.features.dictionary;

import org.jspecify.annotations.NullMarked;
