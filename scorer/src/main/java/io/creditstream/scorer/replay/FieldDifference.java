package io.creditstream.scorer.replay;

import org.jspecify.annotations.Nullable;

/**
 * A field that a record and its recomputation do not agree on.
 *
 * @param field name of the field; {@code features.NAME} and {@code contributions.NAME} for one
 *     feature
 * @param recorded what is recorded
 * @param recomputed what it should be
 */
public record FieldDifference(
    String field, @Nullable Object recorded, @Nullable Object recomputed) {}
