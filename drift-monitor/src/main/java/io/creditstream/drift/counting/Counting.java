package io.creditstream.drift.counting;

import java.util.Optional;

/**
 * What came of counting a record.
 *
 * @param addition what it adds; empty for nothing
 * @param matched whether what it belongs to was known: the application of a decision, the decision
 *     of an outcome or of a challenger
 */
public record Counting(Optional<Addition> addition, boolean matched) {}
