package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.Known;
import io.casewell.matching.StaffFacts;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Finds people in the directory and draws their cards for whoever looks. */
@Component
public class Directory {
  static final int PAGE = 24;
  private static final int NAMED_MOST = 10;

  private final DirectoryIndex index;
  private final Known known;
  private final DatabaseClient db;
  private final Tenancy tx;
  private final Catalogue catalogue;
  private final Clock clock;

  Directory(
      DirectoryIndex index,
      Known known,
      DatabaseClient db,
      Tenancy tx,
      Catalogue catalogue,
      Clock clock) {
    this.index = index;
    this.known = known;
    this.db = db;
    this.tx = tx;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A page of the directory. */
  record Shown(DirectoryIndex.Found found, List<DirectoryCard> cards) {}

  private record Row(UUID staff, String name) {}

  /** Somebody found by name. */
  public record Named(String id, String name, String roles) {}

  private record NamedRow(UUID staff, String name, String[] roles) {
    Named named() {
      var words =
          java.util.Arrays.stream(roles)
              .map(code ->
                  io.casewell.catalogue.Role.of(code)
                      .map(io.casewell.catalogue.Role::label)
                      .orElse(code))
              .toList();
      return new Named(staff.toString(), name, String.join(", ", words));
    }
  }

  Mono<Shown> list(Wish wish, Caller caller) {
    return Mono.fromCallable(() -> index.find(wish, firmOf(caller), PAGE))
        .subscribeOn(Schedulers.parallel())
        .flatMap(found -> cards(found.shown(), caller).map(cards -> new Shown(found, cards)));
  }

  /** The card of one person; empty when they are not there, not active, or block this firm. */
  Mono<DirectoryCard> card(StaffId staff, Caller caller) {
    return index.freeHours(staff, firmOf(caller)).isEmpty()
        ? Mono.empty()
        : cards(List.of(staff), caller).flatMapIterable(cards -> cards).next();
  }

  private Mono<List<DirectoryCard>> cards(List<StaffId> staff, Caller caller) {
    return Mono.zip(names(staff), known.facts(staff))
        .flatMap(both -> cards(both.getT1(), both.getT2(), caller));
  }

  private Mono<List<DirectoryCard>> cards(
      Map<StaffId, String> names, Map<StaffId, StaffFacts> facts, Caller caller) {
    var people = new LinkedHashMap<StaffId, StaffFacts>(facts);
    people.keySet().retainAll(names.keySet());
    if (caller instanceof Caller.FirmMember member) {
      return known.fits(member, people.values()).map(fits -> draw(people.values(), names, fits));
    }
    return Mono.just(draw(people.values(), names, null));
  }

  private List<DirectoryCard> draw(
      Collection<StaffFacts> people,
      Map<StaffId, String> names,
      @Nullable Map<StaffId, List<Known.Fit>> fits) {
    var cards = new ArrayList<DirectoryCard>();
    for (var facts : people) {
      var staff = facts.staff();
      var card = card(names.getOrDefault(staff, ""), facts);
      cards.add(
          fits == null
              ? card
              : card.forFirm(facts, fits.getOrDefault(staff, List.of()), today(), catalogue));
    }
    return cards;
  }

  DirectoryCard card(String name, StaffFacts facts) {
    var day = today();
    int free = (int) facts.freeHours(day, day.plusDays(6));
    return DirectoryCard.open(name, facts, free, catalogue);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Of these people the names of those who may be shown: whoever has just left is not. */
  private Mono<Map<StaffId, String>> names(Collection<StaffId> staff) {
    return db.sql(
            "select staff, name from staff_card where staff = any(:staff) and state = 'active'")
        .bind("staff", staff.stream().map(StaffId::value).toArray(UUID[]::new))
        .mapProperties(Row.class)
        .all()
        .collectMap(row -> new StaffId(row.staff()), Row::name)
        .as(tx::transactional);
  }

  /** Active people whose first name begins so, for those who may look for people by name. */
  public Mono<List<Named>> named(String words, Caller caller) {
    var begin = words.strip().toLowerCase(Locale.ROOT);
    if (begin.length() < 2) {
      return Mono.just(List.of());
    }
    // compared byte by byte, as the index is: like with a bound pattern may miss it
    return db.sql(
            """
            select staff, name, roles from staff_card
            where state = 'active' and lower(name) ~>=~ :begin and lower(name) ~<~ :end
            order by lower(name) using ~<~, staff limit :most
            """)
        .bind("begin", begin)
        .bind("end", begin + Character.toString(Character.MAX_CODE_POINT))
        .bind("most", NAMED_MOST)
        .mapProperties(NamedRow.class)
        .all()
        .filter(row -> index.freeHours(new StaffId(row.staff()), firmOf(caller)).isPresent())
        .map(NamedRow::named)
        .collectList()
        .as(tx::transactional);
  }

  private static @Nullable FirmId firmOf(Caller caller) {
    return caller instanceof Caller.FirmMember member ? member.firm() : null;
  }
}
