package io.casewell.talent;

import io.casewell.platform.AccountId;
import io.casewell.platform.FileKind;
import io.casewell.platform.Secrets;
import io.casewell.platform.StaffId;
import io.casewell.platform.StoredFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certification with all that has come of it: its document, and what was decided.
 *
 * @param document what proves it, or null
 * @param submittedAt since when it waits, or waited last
 * @param reason why it was rejected, as its holder reads it, or null
 * @param secondLook who asked for a second look, or null
 * @param version raised by each of its events
 */
record CredentialCase(
    HeldCredential held,
    StaffId staff,
    @Nullable StoredFile document,
    @Nullable Instant submittedAt,
    @Nullable String reason,
    @Nullable SecondLook secondLook,
    long version) {

  /** Somebody doubted: another administrator decides. */
  record SecondLook(AccountId by, String note) {}

  /** A row of the database; the columns are those of {@link #COLUMNS}. */
  record Row(
      UUID id,
      UUID staff,
      String code,
      String number,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      String state,
      @Nullable UUID file,
      @Nullable String fileName,
      @Nullable String fileType,
      @Nullable Long fileBytes,
      @Nullable Integer filePages,
      @Nullable Instant submittedAt,
      @Nullable String reason,
      @Nullable UUID secondLookBy,
      @Nullable String secondLookNote,
      long version) {
    CredentialCase one() {
      return new CredentialCase(
          new HeldCredential(id, code, number, validFrom, validUntil, CredentialState.of(state)),
          new StaffId(staff),
          document(),
          submittedAt,
          reason,
          secondLookBy == null || secondLookNote == null
              ? null
              : new SecondLook(new AccountId(secondLookBy), secondLookNote),
          version);
    }

    private @Nullable StoredFile document() {
      return file == null
              || fileName == null
              || fileType == null
              || fileBytes == null
              || filePages == null
          ? null
          : new StoredFile(file, fileName, FileKind.of(fileType), fileBytes, filePages);
    }
  }

  /** What a row takes of {@code credential c left join stored_file f on f.id = c.document}. */
  static final String COLUMNS =
      """
      c.id, c.staff, c.code, c.number, c.valid_from, c.valid_until, c.state,
        f.id as file, f.name as file_name, f.type as file_type, f.bytes as file_bytes,
        f.pages as file_pages, c.submitted_at, c.reason, c.second_look_by, c.second_look_note,
        c.version
      """;

  /** A short text that differs when anything of it does; a form carries it back. */
  String stamp() {
    return HexFormat.of().formatHex(Secrets.hash(toString()), 0, 12);
  }

  /** What the trail says of it. */
  Map<String, ?> words() {
    var words = new LinkedHashMap<String, String>();
    words.put("code", held.code());
    words.put("number", held.number());
    words.put("validFrom", String.valueOf(held.validFrom()));
    words.put("validUntil", String.valueOf(held.validUntil()));
    words.put("state", held.state().code());
    if (document != null) {
      words.put("document", document.id().toString());
    }
    if (reason != null) {
      words.put("reason", reason);
    }
    if (secondLook != null) {
      words.put("secondLook", secondLook.note());
    }
    return words;
  }
}
