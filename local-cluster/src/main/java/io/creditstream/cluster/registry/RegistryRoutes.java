package io.creditstream.cluster.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of the Confluent REST API that clients use, on top of a {@link SchemaStore}. */
public final class RegistryRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(RegistryRoutes.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMPATIBILITY = "FULL_TRANSITIVE";
  private static final String MODE = "READWRITE";

  private final SchemaStore store;

  public RegistryRoutes(SchemaStore store) {
    this.store = store;
  }

  /** Adds the routes and the answers to failures. */
  public void addTo(RoutesConfig routes) {
    addSubjects(routes);
    addSchemas(routes);
    addSettings(routes);
    routes.post("/compatibility/subjects/{subject}/versions", this::compatible);
    routes.post("/compatibility/subjects/{subject}/versions/{version}", this::compatible);
    routes.exception(ApiException.class, (e, ctx) -> fail(ctx, e.status(), e.code(), e.text()));
    routes.exception(
        HttpResponseException.class,
        (e, ctx) -> fail(ctx, e.getStatus(), e.getStatus(), "HTTP " + e.getStatus()));
    routes.exception(Exception.class, RegistryRoutes::failInside);
  }

  private void addSubjects(RoutesConfig routes) {
    routes.get("/subjects", ctx -> answer(ctx, store.subjects()));
    routes.post("/subjects/{subject}", this::lookUp);
    routes.get("/subjects/{subject}/versions", ctx -> answer(ctx, numbers(subject(ctx))));
    routes.post("/subjects/{subject}/versions", this::register);
    routes.get("/subjects/{subject}/versions/{version}", ctx -> answer(ctx, version(ctx)));
    routes.get("/subjects/{subject}/versions/{version}/schema", ctx -> text(ctx, version(ctx)));
  }

  private void addSchemas(RoutesConfig routes) {
    routes.get("/schemas/types", ctx -> answer(ctx, List.of("AVRO")));
    routes.get(
        "/schemas/ids/{id}", ctx -> answer(ctx, Map.of("schema", withId(ctx).get(0).schema())));
    routes.get("/schemas/ids/{id}/schema", ctx -> text(ctx, withId(ctx).get(0)));
    routes.get(
        "/schemas/ids/{id}/subjects",
        ctx -> answer(ctx, withId(ctx).stream().map(SchemaVersion::subject).distinct().toList()));
    routes.get(
        "/schemas/ids/{id}/versions",
        ctx -> answer(ctx, withId(ctx).stream().map(RegistryRoutes::place).toList()));
  }

  private void addSettings(RoutesConfig routes) {
    routes.get("/", ctx -> answer(ctx, Map.of()));
    routes.get("/contexts", ctx -> answer(ctx, List.of(".")));
    routes.get("/config", ctx -> answer(ctx, Map.of("compatibilityLevel", COMPATIBILITY)));
    routes.get(
        "/config/{subject}",
        ctx -> {
          if (!wantsGlobal(ctx)) {
            throw ApiException.noSubjectConfig(subject(ctx));
          }
          answer(ctx, Map.of("compatibilityLevel", COMPATIBILITY));
        });
    routes.put("/config/{subject}", this::keepCompatible);
    routes.get("/mode", ctx -> answer(ctx, Map.of("mode", MODE)));
    routes.get(
        "/mode/{subject}",
        ctx -> {
          if (!wantsGlobal(ctx)) {
            throw ApiException.noSubjectMode(subject(ctx));
          }
          answer(ctx, Map.of("mode", MODE));
        });
  }

  /** There is one level, so that nothing has to be kept of it. */
  private void keepCompatible(Context ctx) {
    String wanted = SchemaRequest.compatibility(ctx.bodyAsBytes());
    if (!wanted.equals(COMPATIBILITY)) {
      throw ApiException.otherCompatibility(COMPATIBILITY);
    }
    answer(ctx, Map.of("compatibility", COMPATIBILITY));
  }

  private void register(Context ctx) throws IOException {
    SchemaVersion version = store.register(subject(ctx), SchemaRequest.parse(ctx.bodyAsBytes()));
    answer(ctx, Map.of("id", version.id()));
  }

  private void lookUp(Context ctx) {
    requireVersions(subject(ctx));
    answer(
        ctx,
        store
            .find(subject(ctx), SchemaRequest.parse(ctx.bodyAsBytes()))
            .orElseThrow(ApiException::unknownSchema));
  }

  private void compatible(Context ctx) {
    Schema schema = SchemaRequest.parse(ctx.bodyAsBytes());
    boolean all = !ctx.pathParamMap().containsKey("version");
    List<SchemaVersion> against = all ? requireVersions(subject(ctx)) : List.of(version(ctx));
    answer(ctx, Map.of("is_compatible", SchemaStore.compatible(schema, against)));
  }

  private List<Integer> numbers(String subject) {
    return requireVersions(subject).stream().map(SchemaVersion::version).toList();
  }

  private SchemaVersion version(Context ctx) {
    return at(subject(ctx), ctx.pathParam("version"));
  }

  private SchemaVersion at(String subject, String version) {
    boolean latest = version.equals("latest") || version.equals("-1");
    if (!latest && !version.matches("[1-9][0-9]{0,8}")) {
      throw ApiException.invalidVersion(version);
    }
    List<SchemaVersion> versions = requireVersions(subject);
    int number = latest ? versions.size() : Integer.parseInt(version);
    if (number > versions.size()) {
      throw ApiException.unknownVersion(version);
    }
    return versions.get(number - 1);
  }

  private List<SchemaVersion> requireVersions(String subject) {
    List<SchemaVersion> versions = store.versions(subject);
    if (versions.isEmpty()) {
      throw ApiException.unknownSubject(subject);
    }
    return versions;
  }

  private List<SchemaVersion> withId(Context ctx) {
    String id = ctx.pathParam("id");
    List<SchemaVersion> places =
        id.matches("[0-9]{1,9}") ? store.withId(Integer.parseInt(id)) : List.of();
    if (places.isEmpty()) {
      throw ApiException.unknownSchema();
    }
    return places;
  }

  private static Map<String, Object> place(SchemaVersion version) {
    return Map.of("subject", version.subject(), "version", version.version());
  }

  private static String subject(Context ctx) {
    return ctx.pathParam("subject");
  }

  private static boolean wantsGlobal(Context ctx) {
    return "true".equals(ctx.queryParam("defaultToGlobal"));
  }

  private static void answer(Context ctx, Object body) {
    try {
      ctx.contentType(CONTENT_TYPE).result(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void text(Context ctx, SchemaVersion version) {
    ctx.contentType(CONTENT_TYPE).result(version.schema().getBytes(StandardCharsets.UTF_8));
  }

  private static void fail(Context ctx, int status, int code, String message) {
    ctx.status(status);
    answer(ctx, Map.of("error_code", code, "message", message));
  }

  private static void failInside(Exception failure, Context ctx) {
    LOG.atError().setCause(failure).log("registry.failed");
    fail(ctx, 500, 50001, "The registry cannot keep or read its schemas.");
  }
}
