package io.creditstream.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.features.catalog.Applicant;
import io.creditstream.features.history.ClientHistory;
import io.creditstream.scorer.decision.SessionHolder;
import io.creditstream.scorer.fixture.Events;
import io.creditstream.scorer.fixture.FakeModels;
import io.creditstream.scorer.model.ActiveModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionPoolTest {

  private final ActiveModel model = new ActiveModel();

  @Test
  void shouldGiveASessionToOneAtATimeAndWorkWithAllAtOnce() throws Exception {
    model.activate(FakeModels.linear("m-1"));
    Set<SessionHolder> busy =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    AtomicInteger shared = new AtomicInteger();
    CountDownLatch bothAtWork = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (SessionPool pool = new SessionPool(model, 2)) {
      List<CompletableFuture<Void>> requests = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        requests.add(
            CompletableFuture.runAsync(
                () ->
                    pool.with(
                        session -> {
                          if (!busy.add(session)) {
                            shared.incrementAndGet();
                          }
                          bothAtWork.countDown();
                          await(bothAtWork);
                          busy.remove(session);
                          return session;
                        }),
                threads));
      }
      requests.forEach(CompletableFuture::join);
    } finally {
      threads.shutdownNow();
    }
    assertThat(shared).hasValue(0);
  }

  @Test
  void shouldGiveASessionBackThatFailed() {
    try (SessionPool pool = new SessionPool(model, 1)) {
      try {
        pool.with(SessionHolder::current);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("no model is active");
      }

      assertThat(pool.<Boolean>with(SessionHolder::hasModel)).isFalse();
    }
  }

  @Test
  void shouldCloseTheSessionsThatWereOpened() {
    int before = FakeModels.OPEN_SESSIONS.get();
    model.activate(FakeModels.linear("m-1"));
    SessionPool pool = new SessionPool(model, 2);
    pool.with(
        session ->
            session
                .current()
                .score(Applicant.of(Events.application("a"), ClientHistory.empty()), true));
    assertThat(FakeModels.OPEN_SESSIONS).hasValue(before + 1);

    pool.close();

    assertThat(FakeModels.OPEN_SESSIONS).hasValue(before);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
