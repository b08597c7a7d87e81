/** Every form of a draft: where it is filled in, how much it asks, who keeps it. What one of them asks is `form.tsx`. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { asksOf, type Form, pagesOf } from '../../../lib/domain/form.ts';
import { bankOf } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import type { Burden } from '../../../lib/pathway/burden.ts';
import type { Html, Words } from '../kit/html.ts';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { burdenIn } from './burden-meter.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { councilOf } from './draft-reading.ts';
import { formsIn, questionsIn, stagesWith } from './draft-things.ts';

/** How much a form asks, read off the form itself; what is only shown again does not count. */
export const sizeOf = (form: Form, visit: DraftVisit): { readonly questions: number; readonly freeText: number } => {
  const bank = bankOf(questionsIn(visit));
  const asks = pagesOf(form)
    .flatMap(asksOf)
    .filter(({ confirmOnly }) => !confirmOnly)
    .flatMap(({ q }) => bank.get(q) ?? []);
  return { questions: asks.length, freeText: asks.filter(({ type }) => type === 'long-text' || type === 'life-area').length };
};

/** Most that is asked again in the form, on any pathway; not known while the forms cannot be walked. */
export const repeatsOf = (burdens: readonly Burden[] | undefined, form: string): string => {
  const loads = burdens?.flatMap(({ forms }) => forms.filter((each) => each.form === form)) ?? [];
  return burdens === undefined ? 'not known' : String(Math.max(0, ...loads.map(({ repeats }) => repeats)));
};

export const keptWords = ({ owner, lookAgainOn }: Pick<Form, 'owner' | 'lookAgainOn'>): string =>
  owner || lookAgainOn
    ? [owner ?? 'Nobody', lookAgainOn ? `look again on ${formatDate(lookAgainOn)}` : ''].filter(Boolean).join(', ')
    : 'Nobody yet';

/** Each on a line of its own. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }): Html => (
  <span>
    {lines.map((line) => (
      <span class="ow-working__detail">{line}</span>
    ))}
  </span>
);

export const StagesOf = ({ visit, form }: { readonly visit: DraftVisit; readonly form: Form }): Html => {
  const stages = stagesWith(visit, form.id).map(({ pathway, stage }) => `${stage} (${pathway})`);
  const anytime = form.page === 'part' && form.anytime ? ['Open at any time'] : [];
  const lines = [...stages, ...anytime];
  return lines.length === 0 ? <span>Nowhere</span> : <Lines lines={lines} />;
};

/** A link whose text alone says what it does and to what. */
export const LinkTo = ({ href, text, what }: { readonly href: string; readonly text: string; readonly what?: string }) => (
  <a class="govuk-link" href={href}>
    {text}
    {what ? <span class="govuk-visually-hidden"> {what}</span> : null}
  </a>
);

const HEAD = [
  { text: 'Form' },
  { text: 'Where it is filled in' },
  { text: 'Questions', numeric: true },
  { text: 'Free text', numeric: true },
  { text: 'Asked again', numeric: true },
  { text: 'Who answers for it' },
  { text: 'Do' },
];

const rowOf = (visit: DraftVisit, form: Form, burdens: readonly Burden[] | undefined): Words[] => {
  const href = draftHref(visit.view.draft, `/forms/${form.id}`);
  const { questions, freeText } = sizeOf(form, visit);
  return [
    <LinkTo href={href} text={say(form.title)} />,
    <StagesOf visit={visit} form={form} />,
    String(questions),
    String(freeText),
    repeatsOf(burdens, form.id),
    keptWords(form),
    visit.view.draft.state === 'open' ? <LinkTo href={`${href}/take-out`} text="Take it out" what={say(form.title)} /> : '',
  ];
};

export const FormsView = ({ visit }: { readonly visit: DraftVisit }): Html => {
  const burdens = burdenIn(visit.view.after, councilOf(visit));
  return (
    <DraftFrame visit={visit} title="Forms" part="Forms">
      <p class="govuk-body">Open a form to take a question out, move it, change its words, or add one.</p>
      <Table
        caption="Every form"
        head={HEAD}
        rowHeads
        rows={formsIn(visit).map((form) => rowOf(visit, form, burdens))}
        empty="There is no form in this draft that can be read."
      />
    </DraftFrame>
  );
};

export const forms = draftPage({ path: '/forms', get: async (visit) => show(FormsView({ visit })) });
