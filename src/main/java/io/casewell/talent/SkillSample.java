package io.casewell.talent;

import io.casewell.platform.FileKind;
import io.casewell.platform.StaffId;
import io.casewell.platform.StoredFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short piece of work by which a skill is confirmed.
 *
 * @param level as claimed when it was sent
 * @param about what it is, in its sender's words
 * @param confirmedLevel the level it shows, or null
 * @param words the reviewer's, which the sender reads, or null while it waits
 */
record SkillSample(
    UUID id,
    StaffId staff,
    String skill,
    int level,
    String about,
    StoredFile document,
    State state,
    @Nullable Integer confirmedLevel,
    @Nullable String words,
    Instant submittedAt,
    long version) {
  static final int ABOUT_MAX = 1000;

  /** From waiting to one of two ends. */
  enum State {
    IN_REVIEW("in review", "In review", "info"),
    CONFIRMED("confirmed", "Confirmed", "good"),
    DECLINED("declined", "Not confirmed", "bad");

    private final String code;
    private final String label;
    private final String tone;

    State(String code, String label, String tone) {
      this.code = code;
      this.label = label;
      this.tone = tone;
    }

    String code() {
      return code;
    }

    String label() {
      return label;
    }

    String tone() {
      return tone;
    }

    static State of(String code) {
      for (var state : values()) {
        if (state.code.equals(code)) {
          return state;
        }
      }
      throw new IllegalArgumentException("no such state of a sample: " + code);
    }
  }

  /** A row of the database. */
  record Row(
      UUID id,
      UUID staff,
      String skill,
      int level,
      String about,
      UUID file,
      String fileName,
      String fileType,
      long fileBytes,
      int filePages,
      String state,
      @Nullable Integer confirmedLevel,
      @Nullable String words,
      Instant submittedAt,
      long version) {
    SkillSample sample() {
      return new SkillSample(
          id,
          new StaffId(staff),
          skill,
          level,
          about,
          new StoredFile(file, fileName, FileKind.of(fileType), fileBytes, filePages),
          State.of(state),
          confirmedLevel,
          words,
          submittedAt,
          version);
    }
  }
}
