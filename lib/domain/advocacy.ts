/**
 * Whether the council has to arrange an independent advocate, from what is known (Care Act 2014 s.67). It says what seems to follow and
 * why; it is the council that considers and is satisfied, so nothing here decides, and the exceptions of regulation 4 are left to staff.
 */
import type { IsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { actsForThem, isInForce } from './circle.ts';
import { type Facts, type Statement, statementOf, stoodAt } from './fact.ts';

/** The four of s.67(4): taking in what is relevant, keeping it, using or weighing it, making oneself understood. */
export const DIFFICULTIES = ['understand', 'remember', 'weigh-up', 'tell-others'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/**
 * `ask`: not known yet. `none`: nothing points to it. `arises`: arrange one. `chosen`: the person names somebody, and the council has to
 * be satisfied of them. `advocate`, `someone-suitable`: met. `not-needed`: the council found so. `declined`: the person said no for now.
 */
export type AdvocateDuty = 'ask' | 'none' | 'arises' | 'chosen' | 'advocate' | 'someone-suitable' | 'not-needed' | 'declined';

export type Advocacy = {
  readonly duty: AdvocateDuty;
  readonly difficulties: readonly Difficulty[];
  /** The advocate on the person's list. */
  readonly by?: { readonly id: string; readonly name: string } | undefined;
  /** For staff: what to do. */
  readonly forStaff: string;
  /** For staff: where it says so. */
  readonly law: string;
  readonly forThePerson: string;
};

type Words = Pick<Advocacy, 'forStaff' | 'law' | 'forThePerson'>;

const WORDS: Readonly<Record<AdvocateDuty, Words>> = {
  ask: {
    forStaff:
      'Ask, before you go on, what is hard for them: understanding what they are told, keeping it in mind, weighing it up, or telling others what they want. The answer says whether an advocate has to be arranged.',
    law: 'Care Act 2014, s.67(4)',
    forThePerson:
      'Is it hard for you to take in what we say, to keep it in mind, to weigh it up, or to tell us what you want? Then you may have a right to an advocate. Tell us, and we will talk about it with you.',
  },
  none: {
    forStaff:
      'Nothing so far says that taking part would be hard for them. If you see it otherwise when you talk, write it down: it is for the council to consider, not only for the person to say.',
    law: 'Care Act 2014, s.67(4)',
    forThePerson: 'You can have your say without help. If that changes, tell us.',
  },
  arises: {
    forStaff:
      'Arrange an independent advocate before the assessment, the plan or the change to it goes on. If you find with the person that taking part would not be substantially hard for them, or that someone suitable is there, write that down with your reasons. The advocate must be trained, must not work for us, and must not be paid to care for the person or their carer.',
    law: 'Care Act 2014, s.67(2) and (4); Independent Advocacy Support (No. 2) Regulations 2014, reg 2',
    forThePerson:
      'You have a right to an advocate. An advocate helps you have your say. They are on your side, they do not work for us, and they are free. We must find one for you.',
  },
  chosen: {
    forStaff:
      'They chose somebody to speak up for them. No advocate is needed if you are satisfied that this person can do it, and is not engaged in their care or treatment for pay or as a professional, and that they agree to this person. If they cannot agree to it, it must be in their best interests. Otherwise arrange an advocate.',
    law: 'Care Act 2014, s.67(5) and (6)',
    forThePerson:
      'You told us that someone you chose will help you have your say. It cannot be someone who is paid to care for you. You can ask for an advocate as well. An advocate is free, and does not work for us.',
  },
  advocate: {
    forStaff: 'They have an advocate. Ask the advocate to every meeting, and give them time alone with the person.',
    law: 'Care Act 2014, s.67(2); Independent Advocacy Support (No. 2) Regulations 2014, reg 5',
    forThePerson: 'An advocate is with you in this. They are on your side, and they help you have your say.',
  },
  'someone-suitable': {
    forStaff:
      'Someone suitable speaks up for them. Look at it again if that person is paid to help, if the two fall out, or if they no longer agree.',
    law: 'Care Act 2014, s.67(5) and (6)',
    forThePerson: 'Someone you agreed to helps you have your say. If you would like an advocate, tell us on any day.',
  },
  'not-needed': {
    forStaff:
      'We found, with the person, that they can take part without an advocate. Look at it again with the plan and at each review.',
    law: 'Care Act 2014, s.67(4)',
    forThePerson: 'We found, with you, that you can have your say without an advocate. If you see it another way, tell us.',
  },
  declined: {
    forStaff:
      'They said no to an advocate. The duty to have one ready stays: offer it again when the plan is made and at each review.',
    law: 'Care Act 2014, s.67(2)',
    forThePerson: 'You said no to an advocate for now. You can change your mind on any day. Just tell us.',
  },
};

/** When an advocate has to be arranged although someone suitable is there. Nobody but staff can know whether one of these is so. */
export const EVEN_SO = {
  forStaff:
    'Arrange an advocate even so if it is likely that the NHS arranges a stay of 28 days or more in hospital, or of 8 weeks or more in a care home, and an advocate would be in their best interests; or if you and the one who speaks up disagree about something that matters, and you both think that an advocate would be best for the person.',
  law: 'Independent Advocacy Support (No. 2) Regulations 2014, reg 4',
} as const;

const isDifficulty = (id: unknown): id is Difficulty => DIFFICULTIES.some((each) => each === id);

/** What a statement names; `undefined` where it says nothing about it, as “I would rather talk” does. */
const namedIn = (said: Statement | undefined): readonly Difficulty[] | undefined =>
  Array.isArray(said?.value) ? said.value.filter(isDifficulty) : undefined;

/**
 * The difficulties that count. What the council found stands until the council says otherwise, whoever answers after it; what the person
 * says counts beside it, unless the council has looked at it since.
 */
const difficultiesIn = (facts: Facts): readonly Difficulty[] | undefined => {
  const { person, staff } = facts['about.difficulty'] ?? {};
  const found = namedIn(staff);
  const lookedAt = found && staff && person && stoodAt(staff) >= stoodAt(person);
  const theirs = lookedAt ? undefined : namedIn(person);
  if (!found && !theirs) return undefined;
  return DIFFICULTIES.filter((each) => found?.includes(each) || theirs?.includes(each));
};

const BY_RECORD: Readonly<Record<string, AdvocateDuty>> = {
  'not-needed': 'not-needed',
  'someone-suitable': 'someone-suitable',
  arranged: 'advocate',
  'offered-declined': 'declined',
};

/** What the council wrote down, as long as the person's side has said nothing about it since. */
const recorded = (facts: Facts): AdvocateDuty | undefined => {
  const { staff } = facts['assess.advocate'] ?? {};
  const duty = typeof staff?.value === 'string' ? BY_RECORD[staff.value] : undefined;
  const since = [facts['about.difficulty']?.person, facts['about.speak-up']?.person].some(
    (said) => staff && said && stoodAt(said) > stoodAt(staff),
  );
  return since ? undefined : duty;
};

const dutyFrom = (facts: Facts, difficulties: readonly Difficulty[] | undefined): AdvocateDuty => {
  const settled = recorded(facts);
  if (settled) return settled;
  if (!difficulties) return 'ask';
  if (difficulties.length === 0) return 'none';
  return statementOf(facts, 'about.speak-up')?.value === 'someone-i-chose' ? 'chosen' : 'arises';
};

/**
 * How the duty stands on `today`. An advocate counts once they have come, and only where they were let in on all of it: whoever sees a
 * part cannot represent the person in the whole.
 * @example advocacyOf(state, '2026-11-23').duty // 'arises' where the person finds it hard to remember and nobody speaks up for them
 */
export const advocacyOf = ({ facts, circle }: Pick<Case, 'facts' | 'circle'>, today: IsoDate): Advocacy => {
  const difficulties = difficultiesIn(facts);
  // One the person found themself may be as good, but it is for the council to be satisfied of that, and to write it down.
  const come = circle.find(
    (grant) => grant.as === 'advocate' && grant.byCouncil && actsForThem(grant) && grant.joinedAt && isInForce(grant, today),
  );
  const duty = come ? 'advocate' : dutyFrom(facts, difficulties);
  return { duty, difficulties: difficulties ?? [], ...(come && { by: { id: come.id, name: come.name } }), ...WORDS[duty] };
};
