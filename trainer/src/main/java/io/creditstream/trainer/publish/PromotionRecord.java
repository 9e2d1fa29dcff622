package io.creditstream.trainer.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** The record of a promotion as a document. */
final class PromotionRecord {

  private PromotionRecord() {}

  static String json(Map<String, String> record) {
    try {
      return new ObjectMapper().writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
