package io.creditstream.trainer.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mlflow.api.proto.ModelRegistry;
import org.mlflow.api.proto.Service;
import org.mlflow_project.databricks.Databricks;
import org.mlflow_project.google.protobuf.Descriptors.Descriptor;
import org.mlflow_project.google.protobuf.Descriptors.FieldDescriptor;
import org.mlflow_project.google.protobuf.Descriptors.MethodDescriptor;
import org.mlflow_project.google.protobuf.DynamicMessage;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/**
 * Stands in for a server of MLflow. Paths, methods, fields, their types and which of them are
 * required come from MLflow's own service definitions, which its Java client carries; a request
 * that does not fit them is refused, and is kept as a violation.
 */
public final class StandInMlflow implements AutoCloseable {

  private static final String ROOT = "/api/2.0";
  private static final String ARTIFACTS = ROOT + "/mlflow-artifacts/artifacts/";

  private final HttpServer server;
  private final Map<String, MethodDescriptor> methods = new HashMap<>();
  private final List<Message> requests = new ArrayList<>();
  private final Map<String, byte[]> artifacts = new TreeMap<>();
  private final List<String> violations = new ArrayList<>();
  private final List<String> authorizations = new ArrayList<>();
  private final Map<String, String> models = new HashMap<>();
  private Optional<String> experiment = Optional.empty();
  private int answersLeft = Integer.MAX_VALUE;
  private int runs;

  public StandInMlflow() throws IOException {
    Stream.of(Service.getDescriptor(), ModelRegistry.getDescriptor())
        .flatMap(file -> file.getServices().stream())
        .flatMap(service -> service.getMethods().stream())
        .forEach(
            method ->
                method.getOptions().getExtension(Databricks.rpc).getEndpointsList().stream()
                    .filter(endpoint -> endpoint.getSince().getMajor() == 2)
                    .forEach(
                        endpoint ->
                            methods.put(
                                endpoint.getMethod() + " " + ROOT + endpoint.getPath(), method)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Answers so many more requests and then fails. */
  void failAfter(int answers) {
    answersLeft = answers;
  }

  public <T extends Message> List<T> requests(Class<T> type) {
    return requests.stream().filter(type::isInstance).map(type::cast).toList();
  }

  Map<String, byte[]> artifacts() {
    return artifacts;
  }

  public List<String> violations() {
    return violations;
  }

  List<String> authorizations() {
    return authorizations;
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (answersLeft-- <= 0) {
        answer(exchange, 503, "");
        return;
      }
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(ARTIFACTS) && exchange.getRequestMethod().equals("PUT")) {
        artifacts.put(path.substring(ARTIFACTS.length()), body);
        answer(exchange, 200, "{}");
        return;
      }
      MethodDescriptor method = methods.get(exchange.getRequestMethod() + " " + path);
      if (method == null) {
        violations.add("no such method: " + exchange.getRequestMethod() + " " + path);
        answer(exchange, 404, error("ENDPOINT_NOT_FOUND"));
        return;
      }
      Message request = parse(exchange, method.getInputType(), body);
      requireFields(request);
      requests.add(request);
      reply(exchange, request);
    } catch (IllegalArgumentException e) {
      violations.add(String.valueOf(e.getMessage()));
      answer(exchange, 400, error("INVALID_PARAMETER_VALUE"));
    }
  }

  private static Message parse(HttpExchange exchange, Descriptor type, byte[] body) {
    Message.Builder builder = builder(type);
    try {
      if (exchange.getRequestMethod().equals("GET")) {
        for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
          String[] parts = pair.split("=", 2);
          FieldDescriptor field = type.findFieldByName(parts[0]);
          if (field == null) {
            throw new IllegalArgumentException("unknown parameter " + parts[0]);
          }
          builder.setField(field, URLDecoder.decode(parts[1], UTF_8));
        }
      } else {
        // Unknown fields and wrong types are errors.
        JsonFormat.parser().merge(new String(body, UTF_8), builder);
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(type.getName() + ": " + e.getMessage(), e);
    }
    return builder.build();
  }

  /** A builder of the generated class, so that tests can ask for requests by type. */
  private static Message.Builder builder(Descriptor type) {
    try {
      Class<?> generated =
          Class.forName(
              (type.getFile() == Service.getDescriptor() ? Service.class : ModelRegistry.class)
                      .getName()
                  + "$"
                  + type.getName());
      return (Message.Builder) generated.getMethod("newBuilder").invoke(null);
    } catch (ReflectiveOperationException e) {
      return DynamicMessage.newBuilder(type);
    }
  }

  private static void requireFields(Message message) {
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      boolean required = field.getOptions().getExtension(Databricks.validateRequired);
      if (required && !message.hasField(field)) {
        throw new IllegalArgumentException(
            message.getDescriptorForType().getName() + " lacks " + field.getName());
      }
    }
  }

  private void reply(HttpExchange exchange, Message request) throws IOException {
    if (request instanceof Service.GetExperimentByName byName) {
      if (experiment.filter(byName.getExperimentName()::equals).isPresent()) {
        answer(
            exchange,
            200,
            "{\"experiment\": {\"experiment_id\": \"17\", \"lifecycle_stage\": \"active\"}}");
      } else {
        answer(exchange, 404, error("RESOURCE_DOES_NOT_EXIST"));
      }
    } else if (request instanceof Service.CreateExperiment create) {
      experiment = Optional.of(create.getName());
      answer(exchange, 200, "{\"experiment_id\": \"17\"}");
    } else if (request instanceof Service.CreateRun) {
      String id = "run" + ++runs;
      answer(
          exchange,
          200,
          "{\"run\": {\"info\": {\"run_id\": \"%s\", \"artifact_uri\": \"mlflow-artifacts:/17/%s/artifacts\"}}}"
              .formatted(id, id));
    } else if (request instanceof Service.LogBatch batch) {
      requireLimits(batch);
      answer(exchange, 200, "{}");
    } else if (request instanceof Service.SearchRuns) {
      answer(
          exchange,
          200,
          "{\"runs\": [{\"info\": {\"run_id\": \"run1\", \"artifact_uri\":"
              + " \"mlflow-artifacts:/17/run1/artifacts\"}}]}");
    } else if (request instanceof ModelRegistry.CreateRegisteredModel create) {
      boolean known = models.putIfAbsent(create.getName(), "0") != null;
      answer(exchange, known ? 400 : 200, known ? error("RESOURCE_ALREADY_EXISTS") : "{}");
    } else if (request instanceof ModelRegistry.CreateModelVersion create) {
      String version =
          models.merge(create.getName(), "1", (old, one) -> "" + (Integer.parseInt(old) + 1));
      answer(exchange, 200, "{\"model_version\": {\"version\": \"%s\"}}".formatted(version));
    } else {
      answer(exchange, 200, "{}");
    }
  }

  private static void requireLimits(Service.LogBatch batch) {
    if (batch.getMetricsCount() > 1000
        || batch.getParamsCount() > 100
        || batch.getTagsCount() > 100) {
      throw new IllegalArgumentException("more than one batch may hold");
    }
  }

  private static String error(String code) {
    return "{\"error_code\": \"%s\", \"message\": \"so it is\"}".formatted(code);
  }

  private static void answer(HttpExchange exchange, int status, String body) {
    try {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
