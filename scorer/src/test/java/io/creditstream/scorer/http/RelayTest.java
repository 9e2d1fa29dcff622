package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.InMemorySchemaRegistryClient;
import io.creditstream.scorer.fixture.EmptyState;
import io.creditstream.scorer.fixture.HeldBy;
import io.creditstream.scorer.fixture.TestApi;
import io.creditstream.scorer.query.Instances;
import io.creditstream.service.http.HttpSettings;
import io.creditstream.service.http.RequestLimits;
import io.creditstream.service.http.ServiceHttp;
import io.creditstream.service.metrics.ServiceMetrics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

  private static final String CALLER = "X-Caller";
  private static final int BURST = 3;

  private final ServiceMetrics metrics = ServiceMetrics.create();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    metrics.close();
  }

  @Test
  void shouldNameTheCallerToTheHolderSoThatEachHasARateOfItsOwn() throws Exception {
    RequestLimits limited = new RequestLimits(1000, 10, 1, BURST, CALLER);
    try (ScorerApi holderApi = api(Instances.single());
        ServiceHttp holder = serve(holderApi, limited);
        ScorerApi askedApi = api(new HeldBy(holder.uri()));
        ServiceHttp asked = serve(askedApi, RequestLimits.defaults())) {
      for (int caller = 0; caller < 10 * BURST; caller++) {
        assertThat(ask(asked, "made-up, caller-" + caller)).as("caller %d", caller).isEqualTo(200);
      }
      int status = 200;
      for (int i = 0; i < 1000 && status == 200; i++) {
        status = ask(asked, "one");
      }
      assertThat(status).as("of one who asks too often").isEqualTo(429);
    }
  }

  private static ScorerApi api(Instances instances) {
    return TestApi.over(
        new EmptyState(),
        new MockProducer<>(),
        1,
        instances,
        new InMemorySchemaRegistryClient(),
        Optional.of(CALLER));
  }

  private ServiceHttp serve(ScorerApi api, RequestLimits limits) {
    return TestApi.serve(api, metrics, new HttpSettings(HttpSettings.LOOPBACK, 0, limits));
  }

  private int ask(ServiceHttp scorer, String caller) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(scorer.uri().resolve("/v1/clients/client-1"))
                .header(CALLER, caller)
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }
}
