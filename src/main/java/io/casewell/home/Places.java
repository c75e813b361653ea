package io.casewell.home;

import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OperationsRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pages somebody may open, with the words they are found by. */
final class Places {
  private Places() {}

  /**
   * A page.
   *
   * @param words what somebody might call it, besides its title
   */
  record Place(String href, String title, String note, String words) {
    boolean meets(String typed) {
      var all = (title + " " + note + " " + words).toLowerCase(Locale.ROOT);
      for (var word : typed.toLowerCase(Locale.ROOT).split("\\s+")) {
        if (!all.contains(word)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Every page this caller may open. */
  static List<Place> of(Caller caller) {
    var places = new ArrayList<Place>();
    switch (caller) {
      case Caller.FirmMember member -> firm(member, places);
      case Caller.Professional _ -> staff(places);
      case Caller.Operations operations -> operations(operations, places);
      case Caller.SalesRep _ -> sales(places);
      case Caller.Visitor _ ->
          add(places, "/demo", "Book a demo", "At a time of yours", "demo meeting call sales");
    }
    if (!(caller instanceof Caller.Visitor)) {
      add(places, "/home", "Home", "Your first page", "dashboard start");
    }
    add(places, "/talent", "Talent", "Who is here and free", "people directory paralegals staff");
    add(places, "/advisor", "Advisor", "Paralegal, case manager or both", "role hours find");
    add(places, "/guide", "Guide", "What the two roles do", "duties training how it works help");
    add(places, "/catalogue", "Catalogue", "Skills, programs, credentials", "synonyms words");
    add(places, "/about", "About and data", "Where it comes from", "o*net version credits");
    add(places, "/keys", "Keys", "What the keyboard does", "shortcuts");
    if (!(caller instanceof Caller.Visitor)) {
      add(places, "/hats", "Switch hat", "Act for another firm or profile", "role firm change");
      add(places, "/tokens", "API tokens", "For programs that act for you", "key program");
    }
    return places;
  }

  private static void sales(List<Place> places) {
    add(places, "/sales/today", "Demos", "Your diary", "today calendar outcome meetings");
    add(places, "/sales/board", "Pipeline", "Who stands where", "board leads prospects");
    add(places, "/sales/leads", "Prospects", "As a list", "leads pipeline csv search");
    add(
        places,
        "/sales/doubles",
        "Likely doubles",
        "To be joined or kept apart",
        "duplicates merge");
    add(places, "/sales/book", "Book for a caller", "On the telephone", "demo new phone");
    add(places, "/sales/types", "Demo types", "Rules and pool", "settings questions weights");
    add(
        places,
        "/sales/missing",
        "Why not then?",
        "Why a time is missing",
        "troubleshoot slot free");
    add(places, "/sales/figures", "Figures", "Funnel and reps", "charts numbers statistics");
  }

  private static void firm(Caller.FirmMember member, List<Place> places) {
    if (member.mayAs(FirmRole.HIRING_MANAGER)) {
      add(places, "/needs/new", "Post a need", "Say what you look for", "new create hire job");
    }
    add(places, "/needs", "Needs", "Everything your firm asked for", "jobs list drafts open");
    add(places, "/firm", "Your firm", "Its people and roles", "colleagues settings members");
    add(places, "/firm/activity", "Activity", "What happened in your firm", "timeline history");
  }

  private static void staff(List<Place> places) {
    add(places, "/fits", "Needs that fit", "And what would open more", "jobs work matches");
    add(places, "/profile", "Your profile", "Skills, credentials, languages", "edit");
    add(places, "/profile/preview", "What firms see", "Your card and your match", "preview");
    add(places, "/hours", "Your hours", "When you work", "availability week calendar");
    add(places, "/rate", "Your rate", "What you want to be paid", "pay money");
  }

  private static void operations(Caller.Operations operations, List<Place> places) {
    if (operations.roles().contains(OperationsRole.ADMIN)) {
      add(places, "/operations/people", "People", "Accounts and hats", "users disable");
      add(places, "/operations/imports", "Imports", "Bring in staff", "upload csv lines");
    }
    if (operations.roles().contains(OperationsRole.FINANCE)) {
      add(places, "/rate-card", "Rate card", "From pay rate to bill rate", "markup price");
    }
  }

  private static void add(
      List<Place> places, String href, String title, String note, String words) {
    places.add(new Place(href, title, note, words));
  }
}
