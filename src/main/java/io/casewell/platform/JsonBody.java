package io.casewell.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a posted body as the tree of one JSON object, so that a wrong type is told at its field.
 * What is wrong with the body as a whole is told at {@code body}.
 */
@Component
public class JsonBody {
  private static final String FIELD = "body";

  private final ObjectReader reader;

  public JsonBody(JsonMapper json) {
    this.reader =
        json.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // NaN is a wrong number at its field, not a broken document
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);
  }

  /**
   * The body's object.
   *
   * @param what it should hold, in words: "a need's fields"
   * @throws Refusal.Unreadable when it is no JSON at all
   * @throws Refusal.Invalid when it is JSON and no object
   */
  public JsonNode object(byte @Nullable [] body, String what) {
    if (body == null || body.length == 0) {
      throw unreadable("The body is empty. Send a JSON object with " + what + ".");
    }
    var tree = tree(body);
    if (tree.isMissingNode()) {
      throw unreadable("The body is empty. Send a JSON object with " + what + ".");
    }
    if (!tree.isObject()) {
      var problems = new Problems();
      problems.add(
          FIELD, "The body is " + kind(tree) + ". Send a JSON object with " + what + " instead.");
      throw new Refusal.Invalid(problems);
    }
    return tree;
  }

  private JsonNode tree(byte[] body) {
    try {
      JsonNode tree = reader.readValue(body);
      return tree;
    } catch (JacksonException trouble) {
      // the place, without the parser's own words
      var at = trouble.getLocation();
      var place =
          at == null || at.getLineNr() < 1
              ? ""
              : " near line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw unreadable(
          "The body is not one well-formed JSON document: it cannot be read"
              + place
              + ". A name must not stand twice in an object, and nothing may follow it.");
    }
  }

  private static String kind(JsonNode tree) {
    return tree.isArray()
        ? "a list"
        : tree.isNull()
            ? "null"
            : tree.isString() ? "a text" : tree.isBoolean() ? "true or false" : "a number";
  }

  private static Refusal.Unreadable unreadable(String sentence) {
    var problems = new Problems();
    problems.add(FIELD, sentence);
    return new Refusal.Unreadable(problems);
  }
}
