package io.creditstream.deploy;

import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.schemas.registry.RegistryConfig;
import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.SchemaRegistryClient;
import io.creditstream.schemas.registry.SchemaRegistryClients;
import io.creditstream.simulator.feed.EventFeed;
import io.creditstream.simulator.feed.EventPublisher;
import io.creditstream.simulator.feed.FeedListener;
import io.creditstream.simulator.feed.HistoryBarrier;
import io.creditstream.simulator.feed.SyntheticDossiers;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import io.creditstream.standalone.data.Endpoints;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Clients who apply at a steady rate, with their history ahead, until it is enough. */
public final class Applicants implements AutoCloseable {

  private static final int CLIENTS_AHEAD = 10;
  private static final long MOST = 100_000;

  private final Endpoints endpoints;
  private final Instant submittedAt = Instant.parse("2026-01-31T12:00:00Z");
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> applying;
  private volatile boolean enough;

  private Applicants(Endpoints endpoints, double perSecond) {
    this.endpoints = endpoints;
    this.applying =
        CompletableFuture.runAsync(
            () -> apply(MOST, perSecond), task -> new Thread(task, "applicants").start());
  }

  /** Lets them begin. */
  public static Applicants start(Endpoints endpoints, double perSecond) {
    return new Applicants(endpoints, perSecond);
  }

  /** Ends it; gives the ids of all applications, each of which the brokers have taken. */
  public List<String> stop() {
    enough = true;
    return applying.thenApply(done -> List.copyOf(sent)).orTimeout(3, TimeUnit.MINUTES).join();
  }

  /** Has all of them apply once more with the same applications, after they were stopped. */
  public void repeat() {
    long all = stop().size();
    enough = false;
    apply(all, Double.POSITIVE_INFINITY);
  }

  private void apply(long most, double perSecond) {
    SyntheticDossiers clients =
        new SyntheticDossiers(
            new Population(Profile.STREAM, 5), MOST, SubmissionTimes.at(submittedAt));
    FeedListener noting =
        new FeedListener() {
          @Override
          public void sending(String applicationId) {
            sent.add(applicationId);
          }

          @Override
          public void written(long applications) {}
        };
    try (SchemaRegistryClient registry =
            SchemaRegistryClients.connect(
                RegistryConfig.of(endpoints.registryUrl()), RegistryListener.ignoring());
        EventPublisher publisher =
            EventPublisher.connect(
                Map.of("bootstrap.servers", endpoints.bootstrapServers()), registry)) {
      EventFeed feed =
          new EventFeed(publisher, HistoryBarrier.none(), noting, perSecond, CLIENTS_AHEAD);
      for (long next = 0; next < most && !enough; next++) {
        feed.accept(clients.dossier(next, submittedAt));
      }
      feed.flush();
    }
  }

  @Override
  public void close() {
    enough = true;
  }
}
