/** The small deeds of the case page: take work, put it back, start a stopped machine again. Each is one button. */
import type { Command } from '../../../lib/domain/command.ts';
import { type CaseVisit, type Page, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { caseHref, staffPage } from './case-frame.tsx';
import { CaseSummary } from './case-summary.tsx';

type DeedAction = 'take-work' | 'put-back-work' | 'restart-run';

const deed = (path: string, who: DeedAction, commandOf: (visit: CaseVisit, typed: Typed) => Command): Page =>
  staffPage(who, {
    path: `/cases/:caseId${path}`,
    post: async (visit, typed) => {
      const again = (errors: Readonly<Record<string, string>>) => <CaseSummary visit={visit} errors={errors} />;
      return askCase(visit, commandOf(visit, typed), { to: caseHref(visit), again });
    },
  });

export const takeWork = deed('/take', 'take-work', (_visit, typed) => ({ type: 'take-work', stage: text(typed, 'stage') }));

export const putBackWork = deed('/put-back', 'put-back-work', (_visit, typed) => ({
  type: 'put-back-work',
  stage: text(typed, 'stage'),
}));

export const restartRun = deed('/restart', 'restart-run', ({ case: state }) => {
  const error = state.state === 'underway' ? state.at.attention?.error : undefined;
  return {
    type: 'restart-run',
    why: error ? `Started again from the case page after ${error}` : 'Started again from the case page',
  };
});
