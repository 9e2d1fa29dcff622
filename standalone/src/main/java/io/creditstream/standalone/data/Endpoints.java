package io.creditstream.standalone.data;

/**
 * Where a broker and its registry can be reached.
 *
 * @param bootstrapServers of the broker, host:port
 * @param registryUrl of the schema registry
 */
public record Endpoints(String bootstrapServers, String registryUrl) {}
