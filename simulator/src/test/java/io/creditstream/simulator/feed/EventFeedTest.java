package io.creditstream.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class EventFeedTest {

  private static final int CLIENTS = 25;
  private static final List<Dossier> DOSSIERS = dossiers();

  private final FakePlatform platform = new FakePlatform();

  @Test
  void shouldSendTheHistoryOfEachClientBeforeTheirApplication() {
    feed(10);

    Map<String, Integer> lastHistory = platform.lastHistory();
    List<ProducerRecord<byte[], byte[]>> sent = platform.producer.history();
    for (int i = 0; i < sent.size(); i++) {
      if (FakePlatform.isApplication(sent.get(i))) {
        assertThat(i).isGreaterThan(lastHistory.getOrDefault(FakePlatform.key(sent.get(i)), -1));
      }
    }
  }

  @Test
  void shouldSendEverythingOnceInTheOrderOfTheClients() {
    feed(10);

    assertThat(platform.applications())
        .isEqualTo(DOSSIERS.stream().map(d -> d.application().getClientId()).toList());
    assertThat(platform.producer.history())
        .hasSize(CLIENTS + DOSSIERS.stream().mapToInt(d -> records(d.history())).sum());
    assertThat(platform.producer.flushed()).isTrue();
  }

  @Test
  void shouldHoldApplicationsBackUntilTheirHistoryIsTakenIn() {
    feed(10);

    // Batches of 10, 10 and 5: none waits first, then each before its applications are sent.
    assertThat(platform.waits)
        .extracting(FakePlatform.Wait::applications)
        .containsExactly(0, 0, 10, 20);
    assertThat(platform.waits.get(0).offsets()).isEmpty();
    assertThat(platform.waits.get(3).offsets().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(platform.producer.history().size() - CLIENTS);
    assertThat(platform.waits.get(3).offsets().keySet())
        .noneMatch(partition -> partition.topic().equals("credit.applications.v1"));
  }

  @Test
  void shouldTellWhatItSendsAndHowMuchIsWritten() {
    feed(10);

    assertThat(platform.announced).isEqualTo(platform.applications());
    assertThat(platform.written).containsExactly(0L, 10L, 20L, 25L);
  }

  @Test
  void shouldSendAllOnFlushWhateverGoesAhead() {
    for (int ahead : new int[] {1, 24, 25, 26, 1000}) {
      FakePlatform other = new FakePlatform();
      EventFeed feed =
          new EventFeed(other.publisher, other, other, Double.POSITIVE_INFINITY, ahead);

      DOSSIERS.forEach(feed::accept);
      feed.flush();
      feed.flush();

      assertThat(other.applications()).as("%d ahead", ahead).hasSize(CLIENTS);
      assertThat(other.written).last().isEqualTo((long) CLIENTS);
    }
  }

  @Test
  void shouldSendNoApplicationWhoseHistoryIsNotTakenIn() {
    HistoryBarrier standing =
        offsets -> {
          if (!offsets.isEmpty()) {
            throw new FeedException("stands still");
          }
        };
    EventFeed feed =
        new EventFeed(platform.publisher, standing, platform, Double.POSITIVE_INFINITY, 10);

    assertThatThrownBy(() -> DOSSIERS.forEach(feed::accept))
        .isInstanceOf(FeedException.class)
        .hasMessage("stands still");

    assertThat(platform.applications()).isEmpty();
    assertThat(platform.announced).isEmpty();
  }

  @Test
  void shouldRefuseToSendApplicationsWithoutHistoryAhead() {
    assertThatThrownBy(() -> feedAhead(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private void feed(int ahead) {
    EventFeed feed = feedAhead(ahead);
    DOSSIERS.forEach(feed::accept);
    feed.flush();
  }

  private EventFeed feedAhead(int ahead) {
    return new EventFeed(platform.publisher, platform, platform, Double.POSITIVE_INFINITY, ahead);
  }

  private static int records(ClientHistory history) {
    return history.bureauCredits().size()
        + history.previousApplications().size()
        + history.posCashBalances().size()
        + history.cardBalances().size()
        + history.installmentPayments().size();
  }

  private static List<Dossier> dossiers() {
    List<Dossier> dossiers = new ArrayList<>();
    new SyntheticDossiers(
            new Population(Profile.STREAM, 2),
            CLIENTS,
            SubmissionTimes.at(Instant.parse("2024-06-15T10:00:00Z")))
        .forEach(dossiers::add);
    return dossiers;
  }
}
