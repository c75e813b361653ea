package io.casewell.catalogue;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Jobs;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes the catalogue, step by step, one at a time. Nothing is ever taken out: what stands in
 * profiles and needs stays readable.
 */
@Component
class EditCatalogue {
  private static final int NAME_MAX = 80;
  private static final int SYNONYMS_MAX = 30;

  private final Edits edits;
  private final Catalogue catalogue;
  private final FollowEdits follow;
  private final Audit audit;
  private final Jobs jobs;
  private final Tenancy tx;

  EditCatalogue(
      Edits edits, Catalogue catalogue, FollowEdits follow, Audit audit, Jobs jobs, Tenancy tx) {
    this.edits = edits;
    this.catalogue = catalogue;
    this.follow = follow;
    this.audit = audit;
    this.jobs = jobs;
    this.tx = tx;
  }

  /** Adds an entry and gives its code. */
  Mono<String> add(ShelfName shelf, Edit.Words words) {
    var code = slug(words.name());
    return begin()
        .then(
            Mono.fromRunnable(() -> {
              var problems = problems(shelf, words, "");
              if (code.isEmpty()) {
                problems.add("name", "A name needs letters or digits.");
              } else if (catalogue.content().shelf(shelf).has(code)) {
                problems.add("name", "There is one by that name already, perhaps a retired one.");
              }
              problems.refuseIfAny();
            }))
        .then(Mono.defer(() -> edits.add(Edit.Kind.ADD, shelf, code, null, words)))
        .then(Mono.defer(() -> audit.append(entry(shelf, code, "added", null, said(words)))))
        .as(tx::transactional)
        .then(Mono.defer(follow::look))
        .thenReturn(code);
  }

  /** Changes what an entry says of itself; its code stays. */
  Mono<Void> change(ShelfName shelf, String code, Edit.Words words) {
    return begin()
        .then(Mono.fromRunnable(() -> problems(shelf, words, code).refuseIfAny()))
        .then(Mono.fromSupplier(() -> said(words(own(shelf, code)))))
        .flatMap(before ->
            edits
                .add(Edit.Kind.CHANGE, shelf, code, null, words)
                .then(audit.append(entry(shelf, code, "changed", before, said(words)))))
        .as(tx::transactional)
        .then(Mono.defer(follow::look));
  }

  /** Takes an entry out of what is offered; it still counts where it stands. */
  Mono<Void> retire(ShelfName shelf, String code) {
    return begin()
        .then(
            Mono.fromRunnable(() -> {
              own(shelf, code);
              if (!catalogue.content().shelf(shelf).offered(code)) {
                throw new Refusal.Conflict("This is not offered any more as it is.");
              }
            }))
        .then(Mono.defer(() -> edits.add(Edit.Kind.RETIRE, shelf, code, null, null)))
        .then(Mono.defer(() -> audit.append(entry(shelf, code, "retired", null, null))))
        .as(tx::transactional)
        .then(Mono.defer(follow::look));
  }

  /** Offers an entry again, for itself. */
  Mono<Void> restore(Caller.Operations by, ShelfName shelf, String code) {
    return begin()
        .then(
            Mono.fromRunnable(() -> {
              own(shelf, code);
              if (catalogue.content().shelf(shelf).offered(code)) {
                throw new Refusal.Conflict("This is offered as it is.");
              }
            }))
        .then(Mono.defer(() -> edits.add(Edit.Kind.RESTORE, shelf, code, null, null)))
        .flatMap(number -> renew(number, shelf, code, by))
        .then(Mono.defer(() -> audit.append(entry(shelf, code, "restored", null, null))))
        .as(tx::transactional)
        .then(Mono.defer(follow::look));
  }

  /** Lets an entry lead to another: in search, in reading and in matching. */
  Mono<Void> merge(Caller.Operations by, ShelfName shelf, String code, String into) {
    return begin()
        .then(Mono.fromRunnable(() -> refuseUnlessMergeable(shelf, code, into)))
        .then(Mono.defer(() -> edits.add(Edit.Kind.MERGE, shelf, code, into, null)))
        .flatMap(number -> renew(number, shelf, code, by))
        .then(
            Mono.defer(() ->
                audit.append(
                    entry(
                        shelf,
                        code,
                        "merged",
                        null,
                        Map.of(
                            "into", into, "name", catalogue.content().shelf(shelf).name(into))))))
        .as(tx::transactional)
        .then(Mono.defer(follow::look));
  }

  private void refuseUnlessMergeable(ShelfName shelf, String code, String into) {
    own(shelf, code);
    var all = catalogue.content().shelf(shelf);
    var problems = new Problems();
    if (into.isEmpty() || !all.has(into)) {
      problems.add("into", "Choose the entry that it shall lead to.");
    } else if (into.equals(code)) {
      problems.add("into", "An entry cannot lead to itself.");
    } else if (!all.offered(into)) {
      problems.add("into", "That one is not offered itself. Choose one that is.");
    }
    problems.refuseIfAny();
    if (!all.current(code).equals(code)) {
      throw new Refusal.Conflict("This leads elsewhere already. Restore it first.");
    }
  }

  private Mono<Void> renew(long number, ShelfName shelf, String code, Caller.Operations by) {
    return jobs.order(
        MergedCode.RENEW, Long.toString(number), MergedCode.of(shelf, code, by.account()));
  }

  /** One after the other, each on top of all before it. */
  private Mono<Void> begin() {
    return edits.lock().then(Mono.defer(follow::look));
  }

  private Entry own(ShelfName shelf, String code) {
    var entry = catalogue.content().shelf(shelf).own(code);
    if (entry == null) {
      throw Refusal.notFound();
    }
    return entry;
  }

  /** What an entry says of itself now. */
  static Edit.Words words(Entry entry) {
    return new Edit.Words(
        1,
        entry.name(),
        entry instanceof Skill skill
            ? skill.category()
            : entry instanceof Software program ? program.category() : "",
        entry instanceof Software program ? program.vendor() : "",
        entry.synonyms());
  }

  private Problems problems(ShelfName shelf, Edit.Words words, String code) {
    var problems = new Problems();
    if (words.name().isEmpty() || words.name().length() > NAME_MAX) {
      problems.add("name", "Give it a name of at most 80 characters.");
    }
    boolean taken =
        catalogue.content().shelf(shelf).all().stream()
            .filter(other -> !other.code().equals(code))
            .anyMatch(other -> other.name().equalsIgnoreCase(words.name()));
    if (taken) {
      problems.add("name", "Another one is called that already.");
    }
    if (words.synonyms().size() > SYNONYMS_MAX
        || words.synonyms().stream().anyMatch(word -> word.length() > NAME_MAX)) {
      problems.add("synonyms", "At most 30 other names, each of at most 80 characters.");
    }
    if (!groups(shelf).isEmpty() && !groups(shelf).contains(words.group())) {
      problems.add("group", "Choose one of the groups.");
    }
    if (shelf == ShelfName.SOFTWARE
        && (words.vendor().isEmpty() || words.vendor().length() > NAME_MAX)) {
      problems.add("vendor", "Say who makes it, in at most 80 characters.");
    }
    return problems;
  }

  /** The groups that entries of this shelf stand in; none where there are no groups. */
  List<String> groups(ShelfName shelf) {
    return switch (shelf) {
      case SKILLS -> Content.groups(catalogue.skills().all(), Skill::category);
      case SOFTWARE -> Content.groups(catalogue.software().all(), Software::category);
      case PRACTICE_AREAS, LANGUAGES -> List.of();
    };
  }

  private static String slug(String name) {
    var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    var slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() > NAME_MAX ? slug.substring(0, NAME_MAX) : slug;
  }

  private static Map<String, Object> said(Edit.Words words) {
    var said = new LinkedHashMap<String, Object>();
    said.put("name", words.name());
    if (!words.group().isEmpty()) {
      said.put("group", words.group());
    }
    if (!words.vendor().isEmpty()) {
      said.put("vendor", words.vendor());
    }
    said.put("synonyms", words.synonyms());
    return said;
  }

  /** An entry's id in the trail, the same always. */
  static UUID subject(ShelfName shelf, String code) {
    return UUID.nameUUIDFromBytes(
        ("catalogue " + shelf.code() + " " + code).getBytes(StandardCharsets.UTF_8));
  }

  private static Audit.Entry entry(
      ShelfName shelf,
      String code,
      String what,
      @Nullable Map<String, ?> before,
      @Nullable Map<String, ?> after) {
    return new Audit.Entry(
        "catalogue_entry", subject(shelf, code), null, null, what, before, after);
  }
}
