/**
 * What the typical past case would be asked on a draft, beside what it is asked now: the middle of the last people who have been through.
 * Their answers stay in memory and only the numbers come out. The counting is `lib/pathway/typical.ts`.
 */
import { type Documents, versionOf } from '../../../lib/app/configuring/documents.ts';
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import { type Typical, typicalOf } from '../../../lib/pathway/typical.ts';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf, walkableIn } from './draft-reading.ts';

/** Enough for a middle that does not jump with every case, and few enough to go through while somebody waits for a page. */
const MOST_CASES = 25;

type OfPathway = { readonly id: string; readonly typical: Typical };

const counted = (documents: Documents, council: string, { past }: Gathered): OfPathway[] => {
  const walkable = walkableIn(documents, council);
  if (!walkable) return [];
  const { forms, questions, allocation, pathways } = walkable;
  const model = allocation.find(({ id }) => id === walkable.council.allocation);
  return pathways.flatMap((pathway) => {
    const own = past.filter((each) => each.pathway === pathway.id).slice(0, MOST_CASES);
    const typical = typicalOf(
      pathway,
      forms,
      questions,
      model,
      own.map(({ facts }) => facts),
    );
    return typical ? [{ id: pathway.id, typical }] : [];
  });
};

/** The last two that were asked for: what is live, and the draft somebody works on. */
const held = new Map<string, readonly OfPathway[]>();
const MOST_HELD = 4;

const typicalIn = (documents: Documents, council: string, taught: Gathered): readonly OfPathway[] => {
  const key = `${versionOf(documents)} ${taught.at}`;
  const known = held.get(key);
  if (known) return known;
  let made: readonly OfPathway[];
  try {
    made = counted(documents, council, taught);
  } catch {
    // A draft with faults may not be walkable; its faults say so.
    made = [];
  }
  held.set(key, made);
  for (const oldest of [...held.keys()].slice(0, Math.max(0, held.size - MOST_HELD))) held.delete(oldest);
  return made;
};

const beside = (now: number, was: number | undefined): string =>
  was === undefined || was === now ? String(now) : `${now} (was ${was})`;

/**
 * By pathway, what the middle of past cases would be asked once through: “71 questions, 46 minutes”. Nothing where no case has been
 * through yet.
 */
export const typicalWords = ({ view, taught, ...visit }: DraftVisit): ReadonlyMap<string, string> => {
  if (!taught || taught.past.length === 0) return new Map();
  const council = councilOf(visit);
  const was = new Map(typicalIn(view.before, council, taught).map(({ id, typical }) => [id, typical.everybody]));
  return new Map(
    typicalIn(view.after, council, taught).map(({ id, typical: { everybody } }) => {
      const before = was.get(id);
      return [
        id,
        `${beside(everybody.questions, before?.questions)} questions, ${beside(everybody.minutes, before?.minutes)} minutes`,
      ];
    }),
  );
};
