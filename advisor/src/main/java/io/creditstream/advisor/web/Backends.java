package io.creditstream.advisor.web;

import io.creditstream.advisor.models.Models;
import io.creditstream.advisor.review.ReviewPublisher;
import io.creditstream.advisor.services.DriftClient;
import io.creditstream.advisor.services.ScorerClient;
import io.creditstream.advisor.store.CaseReader;

/**
 * What the pages work with.
 *
 * @param cases what is recorded
 * @param models the models that made the decisions
 * @param scorer the live model
 * @param drift what the drift monitor says
 * @param reviews where reviews are recorded
 */
public record Backends(
    CaseReader cases,
    Models models,
    ScorerClient scorer,
    DriftClient drift,
    ReviewPublisher reviews) {}
