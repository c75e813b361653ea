package io.casewell.home;

import io.casewell.catalogue.Catalogue;
import io.casewell.directory.Directory;
import io.casewell.firms.Firms;
import io.casewell.needs.NeedTitles;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks through everything a person may see: needs, people, skills and pages. */
@Component
class Search {
  private static final int EACH = 6;

  private final NeedTitles needs;
  private final Directory directory;
  private final Firms firms;
  private final Catalogue catalogue;
  private final Tenancy tx;

  Search(NeedTitles needs, Directory directory, Firms firms, Catalogue catalogue, Tenancy tx) {
    this.needs = needs;
    this.directory = directory;
    this.firms = firms;
    this.catalogue = catalogue;
    this.tx = tx;
  }

  /** What was found, kind by kind; of the caller's own pages where nothing was typed. */
  Mono<List<Hit.Group>> of(String typed, Caller caller) {
    var pages = new Hit.Group("Pages", "file", pages(typed, caller));
    if (typed.isEmpty()) {
      return Mono.just(List.of(pages));
    }
    return Mono.zip(
            needs(typed, caller),
            people(typed, caller),
            (needs, people) ->
                List.of(
                    new Hit.Group("Needs", "briefcase", needs),
                    new Hit.Group("People", "users", people),
                    pages,
                    new Hit.Group("Who can do it", "search", skills(typed))))
        .map(groups -> groups.stream().filter(group -> !group.hits().isEmpty()).toList());
  }

  private static List<Hit> pages(String typed, Caller caller) {
    return Places.of(caller).stream()
        .filter(place -> typed.isEmpty() || place.meets(typed))
        .limit(typed.isEmpty() ? 12 : EACH)
        .map(place -> new Hit(place.href(), place.title(), place.note()))
        .toList();
  }

  private Mono<List<Hit>> needs(String typed, Caller caller) {
    return caller instanceof Caller.FirmMember member
        ? needs
            .with(member.firm(), typed, EACH)
            .map(found ->
                found.stream()
                    .map(need -> new Hit("/needs/" + need.id(), need.title(), need.state()))
                    .toList())
        : Mono.just(List.of());
  }

  /** Staff by the name on their card, for those who deal with them; a firm's own colleagues. */
  private Mono<List<Hit>> people(String typed, Caller caller) {
    return switch (caller) {
      case Caller.FirmMember member ->
          Mono.zip(colleagues(typed, member), staff(typed, caller), Search::joined);
      case Caller.Operations operations ->
          staff(typed, caller).map(found -> joined(accounts(typed, operations), found));
      case Caller.SalesRep _ -> staff(typed, caller);
      case Caller.Professional _, Caller.Visitor _ -> Mono.just(List.of());
    };
  }

  private Mono<List<Hit>> colleagues(String typed, Caller.FirmMember member) {
    var words = typed.toLowerCase(Locale.ROOT);
    return firms
        .people(member.firm())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(words))
        .take(EACH)
        .map(one -> new Hit("/firm", one.name(), "Your firm, " + one.rolesInWords()))
        .collectList()
        .as(tx::transactional);
  }

  private Mono<List<Hit>> staff(String typed, Caller caller) {
    return directory
        .named(typed, caller)
        .map(found ->
            found.stream()
                .map(one -> new Hit("/talent/" + one.id(), one.name(), one.roles()))
                .toList());
  }

  private static List<Hit> accounts(String typed, Caller.Operations operations) {
    var address = "/operations/people?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return operations.roles().contains(OperationsRole.ADMIN)
        ? List.of(new Hit(address, "Accounts named “" + typed + "”", "By name or address"))
        : List.of();
  }

  /** Skills and programs; those that hold the words as typed before what only looks like them. */
  private List<Hit> skills(String typed) {
    var hits = new ArrayList<Hit>();
    catalogue
        .skills()
        .search(typed, 3)
        .forEach(found ->
            hits.add(
                new Hit(
                    "/talent?skill=" + found.entry().code(),
                    found.entry().name(),
                    found.synonym() == null ? "A skill" : "A skill, also " + found.synonym())));
    catalogue
        .software()
        .search(typed, 2)
        .forEach(found ->
            hits.add(
                new Hit(
                    "/talent?software=" + found.entry().code(),
                    found.entry().name(),
                    "A program")));
    var words = " " + typed.toLowerCase(Locale.ROOT).strip();
    hits.sort(Comparator.comparing(hit -> !holds(hit, words)));
    return hits;
  }

  private static boolean holds(Hit hit, String words) {
    return (" " + hit.title() + " " + hit.note()).toLowerCase(Locale.ROOT).contains(words);
  }

  private static List<Hit> joined(List<Hit> one, List<Hit> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
