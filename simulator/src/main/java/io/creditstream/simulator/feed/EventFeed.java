package io.creditstream.simulator.feed;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Publishes dossiers as life would bring them: a client's history is long known when the client
 * applies. The history of some clients goes ahead; their applications follow when it has been taken
 * in, while the history of the next clients is already on its way. Not safe for many threads.
 */
public final class EventFeed {

  /** Clients whose history is published, with the offsets behind it. */
  private record Batch(List<Dossier> dossiers, Map<TopicPartition, Long> offsets) {}

  private final EventPublisher publisher;
  private final HistoryBarrier barrier;
  private final FeedListener listener;
  private final Pace pace;
  private final int clientsAhead;
  private List<Dossier> gathering = new ArrayList<>();
  private Batch waiting = new Batch(List.of(), Map.of());
  private long written;

  /**
   * @param barrier waits until history is taken in
   * @param applicationsPerSecond rate; infinity for as fast as possible
   * @param clientsAhead how many clients' history is published together
   */
  public EventFeed(
      EventPublisher publisher,
      HistoryBarrier barrier,
      FeedListener listener,
      double applicationsPerSecond,
      int clientsAhead) {
    if (clientsAhead < 1) {
      throw new IllegalArgumentException("the history of at least one client goes ahead");
    }
    this.publisher = publisher;
    this.barrier = barrier;
    this.listener = listener;
    this.pace = new Pace(applicationsPerSecond);
    this.clientsAhead = clientsAhead;
  }

  /** Publishes a client's history; the application follows once enough clients have gone ahead. */
  public void accept(Dossier dossier) {
    publisher.sendAll(dossier.history());
    gathering.add(dossier);
    if (gathering.size() >= clientsAhead) {
      turn();
    }
  }

  /** Publishes the applications that are still held back and waits until all are written. */
  public void flush() {
    turn();
    turn();
  }

  /** The batch that waited applies, the batch that was gathered waits. */
  private void turn() {
    publisher.flush();
    Batch gathered = new Batch(gathering, publisher.offsets());
    gathering = new ArrayList<>();
    barrier.await(waiting.offsets());
    for (Dossier dossier : waiting.dossiers()) {
      pace.await();
      listener.sending(dossier.application().getApplicationId());
      publisher.send(
          Topics.APPLICATIONS, dossier.application().getClientId(), dossier.application());
    }
    publisher.flush();
    written += waiting.dossiers().size();
    waiting = gathered;
    listener.written(written);
  }
}
