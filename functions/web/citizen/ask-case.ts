/** Asking a case for something from one of the person's pages: `ask`, with the words a page uses for where it goes next. */
import type { Command } from '../../../lib/domain/command.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import type { Answer, CaseVisit, Typed } from '../page.ts';
import { ask } from '../settle.tsx';

type Onwards = {
  /** Where a success leads. */
  readonly to: string;
  /** The page again with what is wrong, and everything that was typed. */
  readonly again: (errors: FieldErrors) => Html;
  readonly typed?: Typed | undefined;
};

export const askCase = (visit: CaseVisit, command: Command, { to, again, typed }: Onwards): Promise<Answer> =>
  // biome-ignore lint/suspicious/noThenProperty: the name `settle` gives to where a success leads; nothing awaits this object
  ask(visit, command, { then: to, again, typed });
