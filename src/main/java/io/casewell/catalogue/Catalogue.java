package io.casewell.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What Casewell knows of the profession: skills, programs, credentials, fields of law, places,
 * languages and the kinds of work. Reference data: the file that comes with the application, and
 * what operations changed since, which every node follows within two seconds. Partly derived from
 * O*NET 29.2 (CC BY 4.0), which the about page credits.
 *
 * <p>An entry that was retired is offered no more and still counts wherever it stands. One that was
 * merged leads to its target: in search, in reading, and in matching, which asks and ranks by the
 * target's code and keeps that code with its runs, so that a kept run replays without the
 * catalogue.
 */
@Component
public final class Catalogue {
  private final CatalogueFile file = new CatalogueFile();
  private final List<Task> tasks = file.tasks();
  private final Map<String, Duty> duties = file.duties();
  private volatile Content content = Content.of(file, List.of());

  /** Takes in every step there is so far, in order. */
  void become(List<Edit> edits) {
    content = Content.of(file, edits);
  }

  /** How many steps have been taken in. */
  long number() {
    return content.number;
  }

  Content content() {
    return content;
  }

  /** The version of the reference data: the file's date, and how many steps changed it since. */
  public String version() {
    return content.version;
  }

  /** The version of the role advisor's rule. */
  public String modelVersion() {
    return file.modelVersion();
  }

  public Shelf<Skill> skills() {
    return content.skills;
  }

  public Shelf<Software> software() {
    return content.software;
  }

  public Shelf<Credential> credentials() {
    return content.credentials;
  }

  public Shelf<PracticeArea> practiceAreas() {
    return content.practiceAreas;
  }

  public Shelf<Jurisdiction> jurisdictions() {
    return content.jurisdictions;
  }

  public Shelf<Language> languages() {
    return content.languages;
  }

  /** The fourteen kinds of work, in order. */
  public List<Task> tasks() {
    return tasks;
  }

  /** The kind of work of this id, if there is one. */
  public Optional<Task> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /** Every sentence of the guide, in order. */
  public Collection<Duty> duties() {
    return duties.values();
  }

  /** The guide's sentence of this code. */
  public Duty duty(String code) {
    var duty = duties.get(code);
    if (duty == null) {
      throw new IllegalArgumentException("no such duty: " + code);
    }
    return duty;
  }

  /**
   * Reads a firm's own words: skills, programs, credentials, fields of law, places, languages,
   * titles and hours, and which of them the text sets aside.
   */
  public Reading read(String text) {
    return content.reader.read(text);
  }
}
