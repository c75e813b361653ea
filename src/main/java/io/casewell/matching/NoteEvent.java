package io.casewell.matching;

import io.casewell.needs.NeedId;
import io.casewell.platform.Event;
import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import java.util.UUID;

/** Something that happened to a note; what it says is the firm's alone and in no event. */
sealed interface NoteEvent extends Event {
  UUID note();

  @Override
  default String aggregateKind() {
    return "need_note";
  }

  @Override
  default UUID aggregate() {
    return note();
  }

  /** A note was written. */
  record NoteWritten(int v, UUID note, NeedId need, FirmId firm, StaffId about, long version)
      implements NoteEvent {}

  /** A note was taken away. */
  record NoteRemoved(int v, UUID note, NeedId need, FirmId firm, StaffId about, long version)
      implements NoteEvent {}
}
