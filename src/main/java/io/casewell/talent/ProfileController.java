package io.casewell.talent;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.StoredFiles;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Upload;
import io.casewell.talent.ProfilePages.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A professional's own profile, edited section by section. */
@Controller
class ProfileController {
  private static final String CREDENTIALS = "credentials";

  /** What a section is called when a certification's document was not taken: this and its id. */
  private static final String DOCUMENT = "document-";

  private final ProfilePages profilePages;
  private final ProfileForm profileForm;
  private final CredentialForm credentialForm;
  private final EditProfile editProfile;
  private final EditCredentials editCredentials;
  private final SubmitDocument submitDocument;
  private final StoredFiles files;
  private final Pages pages;

  ProfileController(
      ProfilePages profilePages,
      ProfileForm profileForm,
      CredentialForm credentialForm,
      EditProfile editProfile,
      EditCredentials editCredentials,
      SubmitDocument submitDocument,
      StoredFiles files,
      Pages pages) {
    this.profilePages = profilePages;
    this.profileForm = profileForm;
    this.credentialForm = credentialForm;
    this.editProfile = editProfile;
    this.editCredentials = editCredentials;
    this.submitDocument = submitDocument;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping("/profile")
  @Access(Who.STAFF)
  Mono<Rendering> show(Caller.Professional me) {
    return profilePages.page(me.staff(), null);
  }

  @PostMapping("/profile/{section}")
  @Access(Who.STAFF)
  Mono<Rendering> edit(
      @PathVariable String section, Form form, Caller.Professional me, ServerWebExchange exchange) {
    var at = Section.of(section);
    var problems = new Problems();
    return editProfile
        .edit(me, form.text("seen"), at, now -> profileForm.read(at, form, now, problems))
        .flatMap(outcome ->
            switch (outcome) {
              case SAVED -> Mono.just(pages.redirect(exchange, "/profile#" + section, at.done()));
              case WRONG -> again(me, section, form, problems, false);
              case STALE -> again(me, section, form, problems, true);
            });
  }

  @PostMapping("/profile/credentials")
  @Access(Who.STAFF)
  Mono<Rendering> add(Upload upload, Caller.Professional me, ServerWebExchange exchange) {
    var form = upload.form();
    var problems = new Problems();
    var read = credentialForm.read(Ids.next(), form, problems);
    var file = upload.file();
    if (read.isEmpty()) {
      return again(me, CREDENTIALS, form, problems, false);
    }
    return file == null
        ? add(me, read.get(), null, form, exchange)
        : files
            .take(file)
            .flatMap(taken ->
                switch (taken) {
                  case Taken.Kept kept -> add(me, read.get(), kept, form, exchange);
                  case Taken.Refused(var why) ->
                      again(me, CREDENTIALS, form, problem("document", why), false);
                });
  }

  private Mono<Rendering> add(
      Caller.Professional me,
      HeldCredential held,
      Taken.@Nullable Kept document,
      Form form,
      ServerWebExchange exchange) {
    var said =
        document == null
            ? "Added. Send its document and it counts once it is verified."
            : "Added. We check the document and tell you what came of it.";
    return editCredentials
        .add(me, held, document)
        .flatMap(added ->
            added
                ? Mono.just(saved(exchange, said))
                : again(me, CREDENTIALS, form, taken(), false));
  }

  @PostMapping("/profile/credentials/{id}/document")
  @Access(Who.STAFF)
  Mono<Rendering> submit(
      @PathVariable String id, Upload upload, Caller.Professional me, ServerWebExchange exchange) {
    var section = DOCUMENT + id;
    var file = upload.file();
    return file == null
        ? again(me, section, upload.form(), problem("document", "Choose a file first."), false)
        : submitDocument
            .submit(me, Ids.parse(id), file)
            .flatMap(taken ->
                switch (taken) {
                  case Taken.Kept _ ->
                      Mono.just(
                          saved(
                              exchange,
                              "Sent. We check the document and tell you what came of it."));
                  case Taken.Refused(var why) ->
                      again(me, section, upload.form(), problem("document", why), false);
                });
  }

  @PostMapping("/profile/credentials/{id}")
  @Access(Who.STAFF)
  Mono<Rendering> change(
      @PathVariable String id, Form form, Caller.Professional me, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = credentialForm.read(Ids.parse(id), form, problems);
    return read.isEmpty()
        ? again(me, id, form, problems, false)
        : editCredentials
            .change(me, form.text("seen"), read.get())
            .flatMap(outcome ->
                switch (outcome) {
                  case SAVED -> Mono.just(saved(exchange, "Your certification is saved."));
                  case TAKEN -> again(me, id, form, taken(), false);
                  case STALE -> again(me, id, form, problems, true);
                });
  }

  @PostMapping("/profile/credentials/{id}/removal")
  @Access(Who.STAFF)
  Mono<Rendering> remove(
      @PathVariable String id, Caller.Professional me, ServerWebExchange exchange) {
    return editCredentials
        .remove(me, Ids.parse(id))
        .then(Mono.fromSupplier(() -> saved(exchange, "The certification is removed.")));
  }

  private static Problems taken() {
    return problem("number", "You have this certification with this number already.");
  }

  private static Problems problem(String field, String sentence) {
    var problems = new Problems();
    problems.add(field, sentence);
    return problems;
  }

  private Rendering saved(ServerWebExchange exchange, String sentence) {
    return pages.redirect(exchange, "/profile#" + CREDENTIALS, sentence);
  }

  private Mono<Rendering> again(
      Caller.Professional me, String section, Form form, Problems problems, boolean stale) {
    return profilePages.page(me.staff(), new Trouble(section, form, problems, stale));
  }
}
