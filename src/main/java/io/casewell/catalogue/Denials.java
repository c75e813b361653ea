package io.casewell.catalogue;

/** The words by which a text says no. */
final class Denials {
  /** They look like a no and are none. */
  static final Cues HARMLESS =
      new Cues(
          """
          not only; not just; not limited to; not to mention; not sure; not certain; not yet sure
          cannot keep up; cant keep up; can not keep up; not keep up; not keeping up
          can no longer; no longer have; no longer has; no longer keep up
          no time; not have time; not have the time; dont have time; dont have the time; no capacity
          not enough; dont have enough; do not have enough; never enough; no one; nobody
          dont have a; dont have an; dont have anyone; dont have anybody; dont have someone
          do not have a; do not have an; do not have anyone; do not have anybody; do not have someone
          dont yet have; do not yet have; no in house; no dedicated; no staff; no support staff
          no later than; no more than; no less than; no fewer than; not more than; not less than
          no matter; no problem; no doubt; never miss; never misses; not miss; dont miss; no missed
          without missing; without fail; not drop; not fall; never late; no deadline is missed
          no deadlines are missed; not forget; no surprises; whether or not; or not; why not; not afraid
          nothing slips; nothing falls; nothing is missed; nothing to fall; nothing to slip
          nothing gets; nothing is; nothing should; nothing must; nothing may; nothing can
          nothing will; nothing goes; nothing else; nothing more; nothing but; nothing short
          not hesitate; never hesitate; dont hesitate; without hesitation; without delay; without supervision
          without hand holding; without constant; not a problem; no small; not getting; not get; never get
          without losing; without dropping; does not slip; do not slip; dont slip; not slip; no balls
          """);

  /** A no that reaches forward. */
  static final Cues NO =
      new Cues(
          """
          no; not; dont; doesnt; didnt; isnt; arent; wont; wouldnt; shouldnt; never; neither; nor
          none of; nothing; without; except; except for; excluding; exclude; excludes; other than; apart from
          aside from; rather than; instead of; minus; nothing to do with; leave out; not including
          no need for; no longer need; anything but; everything but; all but
          """);

  /** A no that reaches back to where its clause began. */
  static final Cues DONE =
      new Cues(
          """
          in house; inhouse; internally; ourselves; myself; outsourced; elsewhere
          not needed; not required; not necessary; not included; not part of; not wanted; not an issue
          isnt needed; isnt required; isnt necessary; arent needed; arent required; is not; are not
          unnecessary; is covered; are covered; already covered; already handled; already done
          is handled; are handled; already taken care of; taken care of; is taken care of; out of scope
          is excluded; are excluded; excluded; stays with; stay with; remains with; remain with
          done by our; handled by our; covered by our; managed by our; drafted by our; done by the
          handled by the; covered by the; done by my; handled by my; handled by another; done by another
          by our own; not your job; not your responsibility; not their job; not part of the job
          """);

  private Denials() {}
}
