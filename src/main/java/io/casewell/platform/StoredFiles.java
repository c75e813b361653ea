package io.casewell.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes uploaded files and gives them back. A file is judged by its content: PDF, JPEG or PNG, at
 * most ten megabytes; a picture is drawn anew. The bytes are kept first; the row that makes them a
 * document belongs to the transaction of the use case. Bytes without a row are swept away later.
 */
@Component
public class StoredFiles {
  /** The largest file that is taken. */
  public static final long MOST_BYTES = 10_000_000;

  /** What is taken, for a form's hint and its accept attribute. */
  public static final String ACCEPTED = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";

  /** One at a time: what a check needs of memory does not grow with how many come at once. */
  private static final Scheduler ONE_BY_ONE =
      Schedulers.newBoundedElastic(1, 100, "uploads", 60, true);

  private final FileStore store;
  private final DatabaseClient db;

  StoredFiles(FileStore store, DatabaseClient db) {
    this.store = store;
    this.db = db;
  }

  /** What came of an upload. */
  public sealed interface Taken {
    /** It is kept. It counts once {@link StoredFiles#add} has written its row. */
    record Kept(StoredFile file, String key, byte[] digest) implements Taken {
      /** SHA-256 of the kept bytes in hex, as the trail names it. */
      public String hash() {
        return java.util.HexFormat.of().formatHex(digest);
      }
    }

    /** It is not taken, in words for whoever sent it. */
    record Refused(String why) implements Taken {}
  }

  /** Checks and keeps what was uploaded. */
  public Mono<Taken> take(FilePart part) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.createTempFile(store.workshop(), "in-", ""))
            .subscribeOn(ONE_BY_ONE),
        arrived -> part.transferTo(arrived).then(taken(arrived, part.filename())),
        arrived -> Mono.fromCallable(() -> Files.deleteIfExists(arrived)).subscribeOn(ONE_BY_ONE));
  }

  /** Checks and keeps a file of the machine, which stays as it is. */
  public Mono<Taken> taken(Path arrived, String name) {
    return Mono.fromCallable(() -> checked(arrived, name)).subscribeOn(ONE_BY_ONE);
  }

  private Taken checked(Path arrived, String name) throws IOException {
    long size = Files.size(arrived);
    if (size == 0) {
      return new Taken.Refused("Choose a file first: this one is empty.");
    }
    if (size > MOST_BYTES) {
      return new Taken.Refused(
          "This file is larger than 10 MB. Save it smaller and send it again.");
    }
    var kind = FileKind.of(arrived);
    if (kind.isEmpty()) {
      return new Taken.Refused("Send a PDF, a JPEG or a PNG. This file is none of them.");
    }
    try {
      return kept(arrived, kind.get(), FileName.of(name, kind.get()));
    } catch (UnfitFile unfit) {
      return new Taken.Refused(unfit.sentence());
    }
  }

  private Taken kept(Path arrived, FileKind kind, String name) throws IOException, UnfitFile {
    if (kind == FileKind.PDF) {
      return keep(arrived, kind, name, PdfFile.pages(arrived));
    }
    var redrawn = Files.createTempFile(store.workshop(), "out-", "");
    try {
      PictureFile.redraw(arrived, kind, redrawn);
      return keep(redrawn, kind, name, 1);
    } finally {
      Files.deleteIfExists(redrawn);
    }
  }

  private Taken keep(Path file, FileKind kind, String name, int pages) throws IOException {
    var digest = digest(file);
    var key = store.keep(file);
    return new Taken.Kept(
        new StoredFile(Ids.next(), name, kind, Files.size(file), pages), key, digest);
  }

  private static byte[] digest(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return ((DigestInputStream) in).getMessageDigest().digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the kept bytes a document of this staff member, in the running transaction. */
  public Mono<Void> add(Taken.Kept kept, StaffId staff, @Nullable AccountId by) {
    var file = kept.file();
    var insert =
        db.sql(
                """
                insert into stored_file (id, key, staff, name, type, bytes, pages, digest, by_account)
                values (:id, :key, :staff, :name, :type, :bytes, :pages, :digest, :by)
                """)
            .bind("id", file.id())
            .bind("key", kept.key())
            .bind("staff", staff.value())
            .bind("name", file.name())
            .bind("type", file.kind().type())
            .bind("bytes", file.bytes())
            .bind("pages", file.pages())
            .bind("digest", kept.digest());
    return (by == null ? insert.bindNull("by", UUID.class) : insert.bind("by", by.value())).then();
  }

  /** A file with where its bytes lie. */
  record Located(StoredFile file, Path path) {}

  private record Row(UUID id, String key, String name, String type, long bytes, int pages) {
    StoredFile file() {
      return new StoredFile(id, name, FileKind.of(type), bytes, pages);
    }
  }

  /** The file, if the caller of the running transaction may see it. */
  Mono<Located> find(UUID id) {
    return db.sql("select id, key, name, type, bytes, pages from stored_file where id = :id")
        .bind("id", id)
        .mapProperties(Row.class)
        .one()
        .flatMap(row -> Mono.fromCallable(() -> new Located(row.file(), store.read(row.key()))));
  }
}
