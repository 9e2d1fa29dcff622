package io.creditstream.cluster.registry;

/**
 * A schema as one version of a subject.
 *
 * @param subject the subject
 * @param version from 1
 * @param id from 1, the same for the same schema under every subject
 * @param schema the schema as Avro prints it
 */
public record SchemaVersion(String subject, int version, int id, String schema) {}
