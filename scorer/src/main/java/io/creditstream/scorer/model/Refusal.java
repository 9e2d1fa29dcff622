package io.creditstream.scorer.model;

import io.creditstream.schemas.topic.ModelRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic of the models that did not become a model.
 *
 * @param role role that it was meant for
 * @param at when it was refused
 * @param offset where it lies
 * @param version version of the model as published; null where that cannot be read
 * @param bundleSha256 digest of the bundle as published; null where that cannot be read
 * @param reason why, in one line
 */
public record Refusal(
    ModelRole role,
    Instant at,
    long offset,
    @Nullable String version,
    @Nullable String bundleSha256,
    String reason) {}
