/** What a move of open cases and what came of each is called on pages. Which they are is `lib/app/configuring/move-job.ts`. */

import type { MoveCounts, MoveJob, MoveResult, MoveState } from '../../../lib/app/configuring/move-job.ts';
import type { PreviewedCase } from '../../../lib/app/configuring/move-preview.ts';
import type { Verdict } from '../../../lib/pathway/migrate.ts';
import type { TagColour } from '../kit/messages.tsx';

export const VERDICTS: Readonly<Record<Verdict['kind'], string>> = {
  'needs-person': 'Needs a person',
  'better-left': 'Better left where it is',
  moves: 'Moves to another stage',
  'same-place': 'Goes on in the same place',
  'on-it-already': 'Is on it already',
};

/** @example counted(1) // '1 case' */
export const counted = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`;

/** What would become of one case, in a sentence. */
export const verdictWords = ({ verdict, next }: Pick<PreviewedCase, 'verdict' | 'next'>): string => {
  switch (verdict.kind) {
    case 'needs-person':
      return `${VERDICTS[verdict.kind]}. ${verdict.why}${verdict.law && !verdict.why.includes(verdict.law) ? ` (${verdict.law})` : ''}`;
    case 'better-left':
      return `${VERDICTS[verdict.kind]}. ${verdict.why}`;
    case 'moves':
      return `Moves to “${next?.title ?? verdict.to}”. ${verdict.why}`;
    default:
      return VERDICTS[verdict.kind];
  }
};

export const STATES: Readonly<Record<MoveState, { readonly text: string; readonly colour: TagColour }>> = {
  running: { text: 'At work', colour: 'blue' },
  stopped: { text: 'Stopped', colour: 'yellow' },
  done: { text: 'Done', colour: 'green' },
  undoing: { text: 'Being undone', colour: 'blue' },
  undone: { text: 'Undone', colour: 'grey' },
};

export const OUTCOMES: Readonly<Record<MoveResult['outcome'], string>> = {
  moved: 'Moved to another stage',
  same: 'Went on in the same place',
  already: 'Was on it already',
  'needs-person': 'Needs a person',
  left: 'Left where it was',
  failed: 'Failed',
  chosen: 'Chosen; its turn comes',
};

export const COUNTS: readonly { readonly of: keyof MoveCounts; readonly words: string }[] = [
  { of: 'total', words: 'Open cases seen so far' },
  { of: 'moved', words: 'Moved to another stage' },
  { of: 'same', words: 'Went on in the same place' },
  { of: 'already', words: 'Were on it already' },
  { of: 'needsPerson', words: 'Need a person' },
  { of: 'left', words: 'Left where they were' },
  { of: 'failed', words: 'Failed' },
  { of: 'back', words: 'Put back' },
  { of: 'kept', words: 'Could not be put back' },
];

/** What happens next, in a sentence. */
export const nextWords = ({ state, counts, stoppedBecause }: MoveJob): string => {
  switch (state) {
    case 'running':
      return counts.total === 0
        ? 'It begins within a minute. You can close this page.'
        : 'It goes on every minute until every open case was looked at. You can close this page.';
    case 'undoing':
      return 'Cases are being put back, some every minute. You can close this page.';
    case 'stopped':
      return `${stoppedBecause ? `It stopped: ${stoppedBecause} ` : ''}What was moved stays moved until it goes on or is undone.`;
    case 'done':
      return 'Every open case was looked at.';
    case 'undone':
      return 'Every case that could be put back was.';
  }
};
