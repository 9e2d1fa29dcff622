package io.creditstream.drift.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatchUpTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final CatchUp catchUp = new CatchUp();

  @Test
  void shouldWaitUntilTheEndWasReachedAfterTheRequest() {
    long before = catchUp.asked();
    CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> catchUp.await(LONG));
    await().until(() -> catchUp.asked() > before);

    catchUp.done(before, true);
    catchUp.done(catchUp.asked(), false);
    assertThat(waiting).isNotDone();
    catchUp.done(catchUp.asked(), true);

    assertThat(waiting.join()).isTrue();
  }

  @Test
  void shouldGiveUpAfterTheLongestWaitAndWhenTheReaderEnds() {
    assertThat(catchUp.await(Duration.ofMillis(1))).isFalse();
    catchUp.end();
    assertThat(catchUp.await(LONG)).isFalse();
  }
}
