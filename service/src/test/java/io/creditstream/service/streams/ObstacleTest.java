package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.creditstream.schemas.serde.AvroDecodingException;
import java.io.IOException;
import java.util.Set;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

class ObstacleTest {

  @Test
  void shouldTellAFullDiskBehindAnyException() {
    Status full = new Status(Status.Code.IOError, Status.SubCode.NoSpace, "");

    assertThat(Obstacle.of(new ProcessorStateException("a", new RocksDBException("b", full))))
        .contains(Obstacle.DISK_FULL);
    assertThat(Obstacle.of(new StreamsException(new IOException("No space left on device"))))
        .contains(Obstacle.DISK_FULL);
  }

  @Test
  void shouldTellARecordThatItsTopicDoesNotTake() {
    assertThat(Obstacle.of(new StreamsException("a", new RecordTooLargeException("b"))))
        .contains(Obstacle.RECORD_TOO_LARGE);
  }

  @Test
  void shouldTellARightThatIsMissing() {
    assertThat(Obstacle.of(new StreamsException("a", new TopicAuthorizationException(Set.of("b")))))
        .contains(Obstacle.RIGHT_MISSING);
    assertThat(Obstacle.of(new TransactionalIdAuthorizationException("a")))
        .contains(Obstacle.RIGHT_MISSING);
  }

  @Test
  void shouldNameTheSchemaThatStoredRecordsLack() {
    AvroDecodingException lost =
        new AvroDecodingException(
            AvroDecodingException.Reason.UNKNOWN_SCHEMA, "the registry has no schema 7");
    StreamsException failure =
        catchThrowableOfType(
            StreamsException.class,
            () ->
                UnreadableStateException.guard(
                    () -> {
                      throw lost;
                    }));

    assertThat(Obstacle.of(new StreamsException("a", failure))).contains(Obstacle.STATE_UNREADABLE);
    assertThat(Obstacle.remedy(new StreamsException("a", failure)).orElseThrow())
        .contains("the registry has no schema 7");
    assertThat(Obstacle.of(lost)).isEmpty();
  }

  @Test
  void shouldTakeNothingElseForOne() {
    Status other = new Status(Status.Code.IOError, Status.SubCode.None, "");

    assertThat(Obstacle.of(new ProcessorStateException("a", new RocksDBException("b", other))))
        .isEmpty();
    assertThat(Obstacle.of(new IllegalStateException("No space left on device"))).isEmpty();
  }
}
