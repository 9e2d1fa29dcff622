package io.creditstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaReferencesTest {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/schemas/ids/1",
          """
          {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"a.Outer\\",\\"fields\\":\
          [{\\"name\\":\\"x\\",\\"type\\":\\"a.Inner\\"},{\\"name\\":\\"y\\",\\"type\\":\\"a.Inner\\"}]}",
           "references": [{"name": "a.Inner", "subject": "inner", "version": 4},
                          {"name": "a.Inner", "subject": "inner", "version": 4}]}""",
          "/subjects/inner/versions/4",
          """
          {"subject": "inner", "version": 4, "id": 2,
           "schema": "{\\"type\\":\\"fixed\\",\\"name\\":\\"a.Inner\\",\\"size\\":2}"}""");

  @Test
  void shouldFetchReferencedSchemasOnce() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              ANSWERS.get(exchange.getRequestURI().getPath()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();

      Schema schema = new HttpSchemaRegistryClient(StubRegistry.config(url)).schemaById(1);

      assertThat(schema.getField("y").schema().getFixedSize()).isEqualTo(2);
    } finally {
      server.stop(0);
    }
  }
}
