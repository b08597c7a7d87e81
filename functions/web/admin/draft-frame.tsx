/**
 * The frame of every page about a draft: which draft, its parts, what it asks of people, and the fields every change has. Not what a
 * change does. The burden stands here so that it is beside every edit.
 */
import type { Draft } from '../../../lib/app/configuring/draft.ts';
import { SubNavigation } from '../kit/case-page.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html, WithChildren } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import type { SignedInVisit } from '../page.ts';
import { BurdenMeter } from './burden-meter.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';

const PARTS = [
  { text: 'What changes', path: '' },
  { text: 'Pathways', path: '/pathways' },
  { text: 'Forms', path: '/forms' },
  { text: 'Questions', path: '/questions' },
  { text: 'Letters', path: '/letters' },
  { text: 'Points', path: '/points' },
  { text: 'Charges', path: '/charges' },
  { text: 'Council', path: '/council' },
  { text: 'Try it', path: '/try' },
] as const;
export type DraftPart = (typeof PARTS)[number]['text'];

const STANDING: Readonly<Record<Draft['state'], string | undefined>> = {
  open: undefined,
  checked: 'This draft was handed over for publishing. Take it back before you change it.',
  published: 'This draft was published. It is shown as it was.',
  dropped: 'This draft was dropped. It is shown as it was.',
};

type DraftFrameProps = WithChildren & {
  readonly visit: DraftVisit;
  readonly title: string;
  readonly part: DraftPart;
  readonly errors?: FieldErrors | undefined;
  /** Where “Back” leads, for a page inside a part. */
  readonly back?: string | undefined;
  /** Left out on the page that shows the difference at length. */
  readonly meter?: false | undefined;
};

export const DraftFrame = ({ visit, title, part, errors, back, meter, children }: DraftFrameProps) => {
  const { draft } = visit.view;
  const items = PARTS.map(({ text, path }) => ({ text, href: draftHref(draft, path), current: text === part }));
  const standing = STANDING[draft.state];
  return (
    <Page
      {...visit.frame}
      title={title}
      caption={`Draft: ${draft.title}`}
      wide
      errors={errors}
      back={back ?? (part === 'What changes' ? '/admin' : undefined)}
      above={<SubNavigation label="Parts of this draft" items={items} />}
    >
      {standing ? <InsetText>{standing}</InsetText> : null}
      {meter === false ? null : <BurdenMeter visit={visit} />}
      {children}
    </Page>
  );
};

type ChangeFormProps = WithChildren & {
  readonly visit: DraftVisit;
  /** After the draft’s own address. */
  readonly action: string;
  readonly submit?: string | false | undefined;
  readonly extra?: Html | undefined;
  readonly errors?: FieldErrors | undefined;
  /** What was typed as the reason, when the form comes back. */
  readonly reason?: string | undefined;
  /** Several of these on one page need names of their own for their fields. */
  readonly place?: string | undefined;
};

/** A form that makes one change, with its reason. Nothing is drawn where the draft cannot be changed. */
export const ChangeForm = ({ visit, action, submit, extra, errors = {}, reason, children }: ChangeFormProps) => {
  const { draft } = visit.view;
  if (draft.state !== 'open') return null;
  return (
    <Form action={draftHref(draft, action)} csrf={visit.csrf} request={visit.request} submit={submit} extra={extra}>
      <Revision draft={draft} />
      {children}
      <TextInput
        name="reason"
        label="Why?"
        hint="A few words. They are kept with the change."
        value={reason}
        error={errors.reason}
      />
    </Form>
  );
};

/** Which state of the draft a form was drawn from. */
export const Revision = ({ draft }: { readonly draft: Pick<Draft, 'revision'> }) => (
  <input type="hidden" name="revision" value={String(draft.revision)} />
);

type DeedProps = {
  readonly visit: SignedInVisit;
  readonly draft: Draft;
  readonly action: string;
  readonly deed: string;
  readonly words: string;
  readonly kind?: 'secondary' | 'warning' | undefined;
  readonly button: (props: { text: string; kind?: 'secondary' | 'warning' | undefined; name: string; value: string }) => Html;
};

/** One button that does one thing to the draft and asks for no reason: undoing, handing over, taking back. */
export const Deed = ({ visit, draft, action, deed, words, kind, button }: DeedProps) => (
  <Form action={draftHref(draft, action)} csrf={visit.csrf} request={visit.request} submit={false}>
    <Revision draft={draft} />
    {button({ text: words, kind, name: 'deed', value: deed })}
  </Form>
);
