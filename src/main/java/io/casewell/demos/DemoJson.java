package io.casewell.demos;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads a posted body as a tree, so that a wrong type is told at its field. */
@Component
class DemoJson {
  private final ObjectReader reader;

  DemoJson(JsonMapper json) {
    this.reader =
        json.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
  }

  /** The body's tree; refuses what is no JSON with 400. */
  JsonNode read(byte[] body) {
    try {
      JsonNode tree = reader.readValue(body);
      if (tree != null && !tree.isMissingNode()) {
        return tree;
      }
    } catch (JacksonException _) {
      // refused below, without the parser's words
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
