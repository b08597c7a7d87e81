/**
 * What a change would do, tried on the draft before it is made: what the law would say, what else would no longer fit, and what it
 * saves people. The check is the one of every publish (`documentsFaults`); nothing is kept here.
 */
import { type DocumentFault, type Documents, documentsFaults } from '../../../lib/app/configuring/documents.ts';
import { apply, isCannot, type Operation } from '../../../lib/app/configuring/operation.ts';
import { WarningText } from '../kit/messages.tsx';
import { burdenIn } from './burden-meter.tsx';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf, pathwaysOf } from './draft-reading.ts';
import { counted } from './draft-things.ts';

export type Tried =
  | { readonly cannot: string }
  | { readonly faults: readonly DocumentFault[]; readonly saves: readonly string[] };

const keyOf = ({ code, where, message }: DocumentFault): string => `${code} ${where} ${message}`;

/** The faults that `after` has and `before` has not. */
const newFaults = (before: readonly DocumentFault[], after: Documents): DocumentFault[] => {
  const had = new Set(before.map(keyOf));
  return documentsFaults(after).filter((fault) => !had.has(keyOf(fault)));
};

const less = (was: number, is: number, one: string): string[] => {
  if (was === is) return [];
  return [`${counted(Math.abs(was - is), one)} ${is < was ? 'less' : 'more'}`.replace(/(questions?) less/, '$1 fewer')];
};

/** What people are spared on each pathway; empty where nothing changes or it cannot be counted. */
const savesOf = (visit: DraftVisit, after: Documents): string[] => {
  const was = burdenIn(visit.view.after, councilOf(visit)) ?? [];
  const now = burdenIn(after, councilOf(visit)) ?? [];
  return was.flatMap(({ pathway, everybody }) => {
    const then = now.find((each) => each.pathway === pathway)?.everybody;
    if (!then) return [];
    const parts = [
      ...less(everybody.questions.atMost, then.questions.atMost, 'question'),
      ...less(everybody.minutes.atMost, then.minutes.atMost, 'minute'),
    ];
    const title = pathwaysOf(visit).find(({ id }) => id === pathway)?.title ?? pathway;
    return parts.length === 0 ? [] : [`On “${title}”: at most ${parts.join(', ')}.`];
  });
};

/**
 * The change, tried. Where the draft has faults already, some of them hide others, so the change is also tried on what is live: what it
 * breaks by itself shows there.
 */
export const tried = (visit: DraftVisit, operation: Operation): Tried => {
  const { before, after } = visit.view;
  const result = apply(after, operation);
  if (isCannot(result)) return result;
  const had = documentsFaults(after);
  const faults = newFaults(had, result);
  const alone = had.length > 0 ? apply(before, operation) : undefined;
  const byItself = alone === undefined || isCannot(alone) ? [] : newFaults([...had, ...faults], alone);
  return { faults: [...faults, ...byItself], saves: savesOf(visit, result) };
};

const ListOf = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {[...new Set(lines)].map((line) => (
      <li>{line}</li>
    ))}
  </ul>
);

const sentence = ({ message, law }: DocumentFault): string => (law && !message.includes(law) ? `${message} (${law})` : message);

export const isAgainstLaw = (result: Tried): boolean => 'faults' in result && result.faults.some(({ law }) => law !== undefined);

/** The words on the button: against the law it can be done in a draft, and says so. */
export const takeOutWords = (result: Tried, words = 'Take it out'): string =>
  isAgainstLaw(result) ? 'Take it out of the draft all the same' : words;

/** What would follow, in words: the law first. */
export const WhatFollows = ({ result }: { readonly result: Tried }) => {
  if ('cannot' in result) return <p class="govuk-body">{result.cannot}</p>;
  const lawful = result.faults.filter(({ law }) => law === undefined);
  const unlawful = result.faults.filter(({ law }) => law !== undefined);
  return (
    <>
      {unlawful.length > 0 ? (
        <>
          <WarningText>The law asks for this. Without it the draft cannot be published.</WarningText>
          <ListOf lines={unlawful.map(sentence)} />
        </>
      ) : (
        <p class="govuk-body">No legal duty is missed without it.</p>
      )}
      {lawful.length > 0 ? (
        <>
          <p class="govuk-body">It would also have to be put right before the draft is published:</p>
          <ListOf lines={lawful.map(sentence)} />
        </>
      ) : null}
      {result.saves.length > 0 ? (
        <>
          <p class="govuk-body">What it saves people:</p>
          <ListOf lines={result.saves} />
        </>
      ) : null}
    </>
  );
};
