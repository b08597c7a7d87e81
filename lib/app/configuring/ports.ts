/**
 * What drafts and publishing need from the outside, each port as small as its callers. Apart from `lib/app/ports.ts`, because no case
 * needs any of it; `lib/aws` has the only production adapters.
 */
import type { Signed } from '../../domain/event.ts';
import type { PublishedBundle } from '../ports.ts';
import type { Documents } from './documents.ts';
import type { Draft, DraftLine } from './draft.ts';
import type { IdLedger } from './kept-ids.ts';

/** One publication, as the history of what a council decided shows it. Restoring an old version is a publication like any other. */
export type Publication = {
  readonly version: string;
  readonly at: string;
  /** What was live before; absent for the first. */
  readonly before?: string | undefined;
  /** Who made the changes, and the second person who published them. A deployment has neither: its files were agreed elsewhere. */
  readonly authors: readonly Signed[];
  readonly by?: Signed | undefined;
  readonly from: 'deployment' | 'draft';
  readonly draft?: string | undefined;
  readonly title: string;
  /** The difference in plain words, as it was read before publishing. */
  readonly difference: string;
};
/** What is live, and which version the last deployment brought: the two differ once somebody has published a draft. */
export type Live = { readonly version: string; readonly deployed?: string | undefined };
export type ToPublish = PublishedBundle & {
  readonly documents: Documents;
  readonly record: Publication;
  readonly live: Live;
  /** Every id that was ever published, these included. */
  readonly ids: IdLedger;
  /** What was live when this was decided. `undefined`: nothing. */
  readonly expected: string | undefined;
  /** The draft this publishes, as it is to stand afterwards. */
  readonly draft?: { readonly after: Draft; readonly expected: number } | undefined;
};
export type Publishing = {
  live(): Promise<Live | undefined>;
  /** All of it or nothing. `conflict`: something else went live, or the draft was changed, in the meantime. */
  publish(what: ToPublish): Promise<'committed' | 'conflict'>;
};
export type Publications = {
  /** The newest first. */
  newest(most: number): Promise<Publication[]>;
  /** Everything a published version was made of, as it can be exported and edited. */
  documents(version: string): Promise<Documents | undefined>;
  /** Every id that was ever published, with the kind of thing it is. */
  ids(): Promise<IdLedger>;
};
export type Drafts = {
  load(id: string): Promise<Draft | undefined>;
  all(): Promise<DraftLine[]>;
  /** `expected`: the revision it was changed from, 0 for a new one. `conflict`: somebody else saved it first. */
  save(draft: Draft, expected: number): Promise<'committed' | 'conflict'>;
};
/** What a deployment has for administrators to publish to: both as ARNs, the machines' without a version. */
export type DeploymentRecord = {
  /** By the placeholder that compiled pathways call a function by: `assessment` for `${assessment}`. */
  readonly functions: Readonly<Record<string, string>>;
  /** By pathway. */
  readonly machines: Readonly<Record<string, string>>;
};
export type Deployment = {
  /** `undefined` before the first deployment that said so. */
  load(): Promise<DeploymentRecord | undefined>;
  save(record: DeploymentRecord): Promise<void>;
};
/**
 * Makes a compiled pathway the newest version of its machine and answers that version's ARN, for new cases to start on; the same text
 * twice is one version. Cases under way stay on theirs. Throws `CannotPublish` with a sentence for the administrator where it cannot be.
 */
export type MachinePublisher = { publish(pathway: string, definition: string): Promise<string> };
