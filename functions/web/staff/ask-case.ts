/** Asking a case for something from a staff page: `ask`, with the words a page uses for where it goes and what it shows again. */
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
  /** The field a refusal is about, when it is about one. */
  readonly field?: string | undefined;
  readonly typed?: Typed | undefined;
};

export const askCase = (visit: CaseVisit, command: Command, { to, again, field, typed }: Onwards): Promise<Answer> =>
  // biome-ignore lint/suspicious/noThenProperty: the name `settle` gives to where a success leads; nothing awaits this object
  ask(visit, command, { then: to, again, field, typed });
