package io.creditstream.drift.intake;

/**
 * Readers of every kind of record.
 *
 * @param decisions those of champion and challenger
 * @param outcomes what became of loans
 * @param applications what was asked for
 */
public record Readers(
    DecisionReader decisions, OutcomeReader outcomes, ApplicationReader applications) {}
