package io.casewell.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What Casewell knows of the profession: skills, programs, credentials, fields of law, places,
 * languages and the kinds of work. Reference data, read once at the start and the same on every
 * node of a version. Partly derived from O*NET 29.2 (CC BY 4.0), which the about page credits.
 */
@Component
public final class Catalogue {
  private final String version;
  private final String modelVersion;
  private final Shelf<Skill> skills;
  private final Shelf<Software> software;
  private final Shelf<Credential> credentials;
  private final Shelf<PracticeArea> practiceAreas;
  private final Shelf<Jurisdiction> jurisdictions;
  private final Shelf<Language> languages;
  private final List<Task> tasks;
  private final Map<String, Duty> duties;
  private final Reader reader;

  public Catalogue() {
    var file = new CatalogueFile();
    version = file.version();
    modelVersion = file.modelVersion();
    skills = new Shelf<>(file.skills());
    software = new Shelf<>(file.software());
    credentials = new Shelf<>(file.credentials());
    practiceAreas = new Shelf<>(file.practiceAreas());
    jurisdictions = new Shelf<>(file.jurisdictions());
    languages = new Shelf<>(file.languages());
    tasks = file.tasks();
    duties = file.duties();
    reader = new Reader(Lexicon.of(this, file));
  }

  /** The version of the reference data, a date. */
  public String version() {
    return version;
  }

  /** The version of the role advisor's rule. */
  public String modelVersion() {
    return modelVersion;
  }

  public Shelf<Skill> skills() {
    return skills;
  }

  public Shelf<Software> software() {
    return software;
  }

  public Shelf<Credential> credentials() {
    return credentials;
  }

  public Shelf<PracticeArea> practiceAreas() {
    return practiceAreas;
  }

  public Shelf<Jurisdiction> jurisdictions() {
    return jurisdictions;
  }

  public Shelf<Language> languages() {
    return languages;
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
    return reader.read(text);
  }
}
