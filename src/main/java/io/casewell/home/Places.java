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
      add(places, "/account", "Your account", "Sessions, notices, your data", "sign out export");
      add(places, "/notices", "Notices", "What you were told", "bell messages");
      add(places, "/help", "Help", "Ask a person", "support contact question");
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
    add(places, "/firm/setup", "Setting up your firm", "What is left", "checklist attorneys");
    add(places, "/needs/together", "All open needs at once", "Who takes which seat", "team plan");
  }

  private static void staff(List<Place> places) {
    add(places, "/fits", "Needs that fit", "And what would open more", "jobs work matches");
    add(places, "/profile", "Your profile", "Skills, credentials, languages", "edit");
    add(places, "/profile/preview", "What firms see", "Your card and your match", "preview");
    add(places, "/hours", "Your hours", "When you work", "availability week calendar");
    add(places, "/rate", "Your rate", "What you want to be paid", "pay money");
    add(
        places,
        "/profile/setup",
        "How strong your profile is",
        "What is missing",
        "set up admitted checklist points");
    add(places, "/availability", "Days and time off", "And travel, holidays", "vacation away");
    add(places, "/calendar", "Your calendar", "Everything you have", "week month bookings");
    add(places, "/calendar/links", "Other calendars", "In and out", "ics google outlook feed");
    add(places, "/skills", "Have a skill confirmed", "By a sample of work", "verify");
    add(places, "/duties", "Duties you declare", "Such as California 6450", "training mcle");
  }

  private static void operations(Caller.Operations operations, List<Place> places) {
    if (operations.roles().contains(OperationsRole.ADMIN)) {
      add(places, "/operations/people", "People", "Accounts and hats", "users disable");
      add(places, "/operations/imports", "Imports", "Bring in staff", "upload csv lines");
      add(places, "/operations/waiting", "What waits", "Everything to be decided", "queue open");
      add(
          places,
          "/operations/vetting",
          "Vetting",
          "Certifications to be checked",
          "credentials documents queue verify");
      add(
          places,
          "/operations/vetting/samples",
          "Samples of work",
          "Skills to be confirmed",
          "reviews");
      add(places, "/operations/newcomers", "Newcomers", "Who asks to be admitted", "admission");
      add(
          places,
          "/operations/invitations",
          "Invite a colleague",
          "Sales and operations",
          "invitation");
      add(places, "/operations/support", "Support", "Requests for help", "tickets questions");
      add(places, "/operations/catalogue", "Edit the catalogue", "Add, retire, merge", "skills");
      add(places, "/operations/audit", "Audit trail", "Who did what", "log history chain");
      add(places, "/operations/outbox", "Outbox", "What is still to be told", "events retry");
      add(places, "/operations/jobs", "Jobs", "What the house does by itself", "schedule retry");
      add(places, "/operations/mail", "Mail", "What was written and sent", "letters failed");
      add(places, "/operations/health", "Health", "How the parts are", "status database");
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
