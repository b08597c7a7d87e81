/**
 * What the script needs from the outside, each port as small as its callers. `lib/aws` has the only production adapters; locally
 * the same adapters speak to emulators (law 7). Doors pick the ports they use, so a function's role holds no more.
 */
import type { ActingRole, Actor, Role } from '../domain/actor.ts';
import type { IsoDate } from '../domain/calendar.ts';
import type { Case } from '../domain/case.ts';
import type { Contact } from '../domain/circle.ts';
import type { CaseEvent, Signed } from '../domain/event.ts';
import type { Household } from '../domain/household.ts';
import type { Reply } from '../domain/reply.ts';
import type { Change, Destination, Link, Sends } from './access.ts';
import type { Bundle } from './configuration.ts';
import type { Summary } from './summary.ts';

/** A case as stored, with the ids of the last requests that changed it: a request that comes twice is answered, not repeated. */
export type StoredCase = { readonly case: Case; readonly requests: readonly string[] };

/** Something to do outside the table once the commit stands. Every effect may be carried out twice without harm. */
export type Effect =
  | {
      readonly kind: 'start';
      readonly caseId: string;
      readonly run: number;
      readonly pathway: string;
      readonly configuration: string;
      readonly stage: string;
      readonly dueSeconds: number;
    }
  | {
      readonly kind: 'resume';
      readonly caseId: string;
      readonly token: string;
      readonly outcome: string;
      readonly dueSeconds: number;
    }
  | {
      readonly kind: 'stop';
      readonly caseId: string;
      readonly run: number;
      readonly pathway: string;
      readonly configuration: string;
    };

export type OutboxEntry = { readonly id: string; readonly filedAt: string; readonly effect: Effect };

/** One change of one case: all of it is written, or none. `expected` is the version it was decided on; 0 for a new case. */
export type Commit = {
  readonly expected: number;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly requests: readonly string[];
  readonly summary: Summary;
  readonly team: string;
  readonly entries: readonly OutboxEntry[];
  /** What the person's side waits to hear about, as it stands after the commit (`replyWaiting`). */
  readonly reply?: Reply | undefined;
  /** The households it was decided on, as they were: where one has changed since, nothing is written. */
  readonly households?: readonly { readonly id: string; readonly version: number }[] | undefined;
};

export type Cases = {
  load(caseId: string): Promise<StoredCase | undefined>;
  /** `conflict`: someone else changed the case, or a household it rests on, first; nothing of this commit was written. */
  commit(commit: Commit): Promise<'committed' | 'conflict'>;
};

export type RecordedEvent = { readonly version: number; readonly event: CaseEvent };
export type Histories = { of(caseId: string): Promise<RecordedEvent[]> };

export type Outbox = {
  done(entry: OutboxEntry): Promise<void>;
};
export type OutboxSweep = {
  /** Entries filed at or before `before` that are still there, oldest first within each shard. */
  filedBefore(before: string): Promise<OutboxEntry[]>;
};

export type EngineInput = {
  readonly caseId: string;
  readonly run: number;
  readonly resumeAt: string;
  readonly dueSeconds: number;
};

/** The machines. Starting twice under one name, resuming a wait that is over and stopping what has stopped all count as done. */
export type Engine = {
  start(machine: string, name: string, input: EngineInput): Promise<void>;
  resume(token: string, result: { readonly outcome: string; readonly dueSeconds: number }): Promise<void>;
  stop(machine: string, name: string): Promise<void>;
};
export type EngineWatch = { isRunning(machine: string, name: string): Promise<boolean> };

export type Page<T> = { readonly rows: readonly T[]; readonly next?: string | undefined };

export type Lists = {
  /** What waits for `who` in `team`, the most urgent promise first. */
  work(team: string, who: ActingRole, after?: string): Promise<Page<Summary>>;
  ofPerson(personId: string): Promise<Summary[]>;
};
export type ReviewList = {
  /** People whose review falls on or before `by`, soonest first; at most `most` of them where a page asks. */
  dueBy(by: IsoDate, most?: number): Promise<Summary[]>;
};
/** Cases that are over, whatever they ended by; for what they teach about the pathway, never about a person. */
export type ClosedList = {
  /** The `most` closed last, the newest first. */
  newest(most: number): Promise<Summary[]>;
};
/** `arriving`: the machine should have opened the stage and has not. `waiting`: it has. `attention`: it could not go on. */
export type WatchKind = 'arriving' | 'waiting' | 'attention';
export type WatchList = { since(kind: WatchKind, before: string, most?: number): Promise<Summary[]> };

export type PublishedBundle = { readonly bundle: Bundle; readonly machines: Readonly<Record<string, string>> };
export type Configurations = {
  /** The bundle new cases start on; `undefined` before anything was published. */
  current(): Promise<PublishedBundle | undefined>;
  version(version: string): Promise<PublishedBundle | undefined>;
};
export type Session = { readonly id: string; readonly actor: Actor; readonly until: string };
export type Sessions = {
  begin(actor: Actor, now: Date): Promise<Session>;
  find(id: string, now: Date): Promise<Session | undefined>;
  end(id: string): Promise<void>;
};

export type Clock = () => Date;
/** One line about something that happened, with ids only: no names, no answers. */
export type Log = (message: string, about?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/**
 * Links and their codes. What goes into a link's address is given out once and kept nowhere; a rule of `access.ts` that changes
 * something is carried out whole or not at all, however many ask at once.
 */
export type Access = {
  /** Keeps a new link and answers the secret part of its address. */
  issue(link: Link): Promise<string>;
  find(token: string): Promise<Link | undefined>;
  /** `undefined`: there is no such link. */
  change<A>(token: string, rule: (link: Link) => Change<Link, A>): Promise<A | undefined>;
  destination(caseId: string, actorId: string): Promise<Destination | undefined>;
  direct(caseId: string, actorId: string, destination: Destination): Promise<void>;
  /** Counts what is sent to a contact (its `contactKey`), by a rule. */
  count<A>(contact: string, rule: (sent: Sends) => Change<Sends, A>): Promise<A>;
};

export type Message = {
  readonly to: Contact;
  /** Shown by email only. */
  readonly subject: string;
  readonly body: string;
  readonly about: { readonly caseId: string; readonly kind: string };
};
/** Sends messages out of the house. */
export type Courier = { send(message: Message, now: Date): Promise<void> };
export type SentMessage = Message & { readonly at: string };
/** What the courier of a demonstration kept instead of sending it, the newest first. */
export type Mailbox = { newest(most: number): Promise<SentMessage[]> };

/** A case on which somebody waits for a word from us. */
export type WaitingForReply = Summary & { readonly reply: Reply };
export type ReplyList = {
  /** The cases of a team with somebody waiting, the soonest promise first. */
  waiting(team: string, after?: string): Promise<Page<WaitingForReply>>;
};

/** That somebody looked at a case on a day; once a day is enough to say who has looked. `at`: the first time that day. */
export type Read = {
  readonly caseId: string;
  readonly by: Signed;
  readonly role: Role;
  readonly on: IsoDate;
  readonly at: string;
};
export type Reads = {
  /** Notes it, once a day. Never refuses and never throws: a page is not kept from a worker because the note failed. */
  note(read: Read): Promise<void>;
  /** The latest `most`, newest first. */
  of(caseId: string, most: number): Promise<Read[]>;
};

/** People who plan together, with the ids of the last requests that changed them. */
export type StoredHousehold = { readonly household: Household; readonly requests: readonly string[] };
/** One change of one household: all of it is written, or none. `expected` is the version it was decided on; 0 for a new one. */
export type HouseholdChange = StoredHousehold & { readonly expected: number };
export type Households = {
  load(id: string): Promise<StoredHousehold | undefined>;
  /** The ids of those this case is asked to be or is a member of. */
  ofCase(caseId: string): Promise<string[]>;
  /** `conflict`: somebody else changed it first; nothing of this was written. */
  save(change: HouseholdChange): Promise<'committed' | 'conflict'>;
};
