package io.creditstream.simulator.feed;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes dossiers: first the history of some clients, then, once that is written for sure, their
 * applications. A scorer that reads what is there before it decides therefore finds each client's
 * history. Not safe for many threads.
 */
public final class EventFeed {

  private final EventPublisher publisher;
  private final FeedListener listener;
  private final Pace pace;
  private final int clientsAhead;
  private final List<Dossier> ahead = new ArrayList<>();
  private long written;

  /**
   * @param applicationsPerSecond rate; infinity for as fast as possible
   * @param clientsAhead how many clients' history is written before their applications
   */
  public EventFeed(
      EventPublisher publisher,
      FeedListener listener,
      double applicationsPerSecond,
      int clientsAhead) {
    if (clientsAhead < 1) {
      throw new IllegalArgumentException("the history of at least one client goes ahead");
    }
    this.publisher = publisher;
    this.listener = listener;
    this.pace = new Pace(applicationsPerSecond);
    this.clientsAhead = clientsAhead;
  }

  /**
   * Publishes a client's history, and the application as soon as enough clients have gone ahead.
   */
  public void accept(Dossier dossier) {
    send(dossier.history());
    ahead.add(dossier);
    if (ahead.size() >= clientsAhead) {
      flush();
    }
  }

  /** Publishes the applications that are still held back and waits until all are written. */
  public void flush() {
    publisher.flush();
    for (Dossier dossier : ahead) {
      pace.await();
      listener.sending(dossier.application().getApplicationId());
      publisher.send(
          Topics.APPLICATIONS, dossier.application().getClientId(), dossier.application());
    }
    publisher.flush();
    written += ahead.size();
    ahead.clear();
    listener.written(written);
  }

  private void send(ClientHistory history) {
    publisher.sendAll(HistorySource.BUREAU_CREDITS, history.bureauCredits());
    publisher.sendAll(HistorySource.PREVIOUS_APPLICATIONS, history.previousApplications());
    publisher.sendAll(HistorySource.POS_CASH_BALANCES, history.posCashBalances());
    publisher.sendAll(HistorySource.CARD_BALANCES, history.cardBalances());
    publisher.sendAll(HistorySource.INSTALLMENT_PAYMENTS, history.installmentPayments());
  }
}
