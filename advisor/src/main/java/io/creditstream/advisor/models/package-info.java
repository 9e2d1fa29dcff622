/** The models that made the decisions: their words, limits, policies and reports. */
@NullMarked
package io.creditstream.advisor.models;

import org.jspecify.annotations.NullMarked;
