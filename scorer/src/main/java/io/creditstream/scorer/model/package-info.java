/** The model that decides now, and the feed that brings new ones. */
@NullMarked
package io.creditstream.scorer.model;

import org.jspecify.annotations.NullMarked;
