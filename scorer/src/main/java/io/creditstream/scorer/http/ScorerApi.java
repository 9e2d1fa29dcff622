package io.creditstream.scorer.http;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.RescoreRequest;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.serde.AvroSerializer;
import io.creditstream.scorer.model.ActiveModel;
import io.creditstream.scorer.model.Refusals;
import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.PublishedApplications;
import io.creditstream.scorer.query.ScorerState;
import io.creditstream.scorer.validation.TimeRules;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** The HTTP API of the scorer, put together. */
public final class ScorerApi implements AutoCloseable {

  private final WhatIf whatIf;
  private final ScorerRoutes routes;

  /**
   * @param model the champion
   * @param challenger the model in the shadow
   * @param refusals models that were not taken
   * @param instances who holds what is known of a client
   * @param applications the applications that were decided
   * @param registry client that gives up soon, since people wait
   * @param producer publishes applications and requests; owned by the caller
   * @param callerHeader header that names the caller
   * @param waiters most requests that may wait for a decision at once
   */
  public ScorerApi(
      ActiveModel model,
      ActiveModel challenger,
      Refusals refusals,
      ScorerState state,
      Instances instances,
      PublishedApplications applications,
      TimeRules times,
      SchemaRegistryClient registry,
      Producer<byte[], byte[]> producer,
      Optional<String> callerHeader,
      int waiters) {
    InstantSource clock = InstantSource.system();
    Bodies bodies = new Bodies(times, clock);
    Relay relay = new Relay(instances, new Peers(callerHeader));
    this.whatIf =
        new WhatIf(
            bodies,
            new InlineHistory(times, clock),
            state,
            relay,
            SessionPool.forEachProcessor(model),
            clock);
    Publishing publishing = new Publishing(producer);
    Submitting intake =
        new Submitting(
            bodies,
            new AvroSerializer<>(LoanApplication.class, registry),
            publishing,
            relay,
            new Waiters(state, waiters));
    Rescoring rescoring =
        new Rescoring(
            relay,
            state,
            applications,
            new AvroSerializer<>(RescoreRequest.class, registry),
            publishing,
            clock);
    ModelView models = new ModelView(model, challenger, refusals);
    this.routes = new ScorerRoutes(models, state, relay, whatIf, intake, rescoring);
  }

  /** Adds the routes to a server. */
  public Consumer<JavalinDefaultRoutingApi> routes() {
    return routes;
  }

  @Override
  public void close() {
    whatIf.close();
  }
}
