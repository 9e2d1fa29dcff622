package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimestampsTest {

  @ParameterizedTest
  @CsvSource({"-1, 0", "-9223372036854775808, 0", "0, 0", "1767225600000, 1767225600000"})
  void shouldTakeTheTimestampAndNeverANegativeOne(long timestamp, long expected) {
    ConsumerRecord<Object, Object> record =
        new ConsumerRecord<>(
            "topic",
            0,
            0,
            timestamp,
            TimestampType.CREATE_TIME,
            1,
            1,
            "key",
            "value",
            new RecordHeaders(),
            Optional.empty());

    assertThat(new EventTimestamps().extract(record, 5)).isEqualTo(expected);
  }
}
