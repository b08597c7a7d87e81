/**
 * Any form as a pack for paper, with the same questions under the same ids, so that what comes back is put in as the same record. Plain,
 * in easy words, or in large print. Whose answers they are is not known here: nothing of any case is on it.
 */
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Condition } from '../../../lib/domain/condition.ts';
import { conditionInWords } from '../../../lib/domain/condition-words.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { type Form, type FormPage, type Item, type Section, sectionsOf } from '../../../lib/domain/form.ts';
import { type Bank, bankOf, type Question } from '../../../lib/domain/question.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Bullets } from '../citizen/prose.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { openPage, show, type Visit } from '../page.ts';
import { type Reading, readingClasses } from '../reader.ts';
import { said } from '../shared/said.tsx';
import { Answer, Boxes, Lines } from './print-answer.tsx';

type Around = { readonly configuration: Configuration; readonly bank: Bank; readonly reader: Reader; readonly form: Form };

const OnlyIf = ({
  condition,
  what,
  around,
}: {
  readonly condition: Condition | undefined;
  readonly what: string;
  readonly around: Around;
}) =>
  condition ? (
    <p class="govuk-body">
      <strong>
        {what} only if {conditionInWords(condition, around.bank, around.configuration.model, around.reader)}.
      </strong>
    </p>
  ) : null;

const Why = ({ question: { why }, reader }: { readonly question: Question; readonly reader: Reader }) => (
  <p class="govuk-body ow-pack__why">
    Why we ask: {said(why.reason, reader)} Who can see it: {said(why.sees, reader)}
  </p>
);

type ItemProps = { readonly item: Item; readonly around: Around };

const Asked = ({ item, around }: ItemProps) => {
  const { reader, bank, configuration } = around;
  if ('show' in item)
    return (
      <>
        <OnlyIf condition={item.showIf} what="Read this" around={around} />
        <p class="govuk-body">{said(item.text, reader)}</p>
      </>
    );
  const question = bank.get(item.q);
  if (!question || question.retired) return null;
  // An area of life has its hint beside its statements.
  const hint = question.type === 'life-area' ? '' : said(question.hint, reader);
  return (
    <div class="ow-pack__question">
      <h3 class="govuk-heading-s">
        {said(question.ask, reader)} <span class="ow-pack__id">{question.id}</span>
      </h3>
      <OnlyIf condition={item.showIf} what="Answer this" around={around} />
      {item.confirmOnly ? <p class="govuk-body">We asked this before. Answer it only if it has changed.</p> : null}
      {hint ? <p class="govuk-hint">{hint}</p> : null}
      <Answer question={question} configuration={configuration} reader={reader} />
      <Why question={question} reader={reader} />
    </div>
  );
};

const PagePart = ({ page, around }: { readonly page: FormPage; readonly around: Around }) => (
  <>
    <OnlyIf condition={page.showIf} what="Do this part" around={around} />
    {page.items.map((item) => (
      <Asked item={item} around={around} />
    ))}
  </>
);

const SectionPart = ({ section, around }: { readonly section: Section; readonly around: Around }) => (
  <section class="ow-pack__section">
    <h2 class="govuk-heading-m">{said(section.title, around.reader)}</h2>
    {section.intro ? <p class="govuk-body">{said(section.intro, around.reader)}</p> : null}
    {section.pages.map((page) => (
      <PagePart page={page} around={around} />
    ))}
  </section>
);

const SUPPORTS = 4;

/** The plan has pages of its own, so its paper has the same parts in the same order. */
const PlanParts = () => (
  <section class="ow-pack__section">
    <h2 class="govuk-heading-m">What a good life looks like</h2>
    <Lines count={6} />
    {Array.from({ length: SUPPORTS }, (_none, place) => (
      <div class="ow-pack__row">
        <h2 class="govuk-heading-m">Support {place + 1}</h2>
        <Lines label="What it is:" />
        <Lines label="Who gives it:" />
        <Lines label="How often, and what it costs each time:" />
        <Lines label="Which need it meets:" />
      </div>
    ))}
    <h2 class="govuk-heading-m">Needs that are met in another way, or not yet, and why</h2>
    <Lines count={4} />
    <h2 class="govuk-heading-m">What happens if something goes wrong</h2>
    <Lines count={4} />
  </section>
);

const Outcomes = ({ form }: { readonly form: Form }) =>
  form.page === 'questions' ? (
    <section class="ow-pack__section">
      <h2 class="govuk-heading-m">How this ends</h2>
      <p class="govuk-body">Tick one.</p>
      <Boxes items={Object.values(form.outcomes).map(({ text, needsReasons }) => (needsReasons ? `${text} (say why)` : text))} />
      <Lines count={3} label="Reasons:" />
    </section>
  ) : null;

const SendIt = ({ council: { contact, name }, form }: { readonly council: Council; readonly form: Form }) => (
  <>
    <Bullets
      items={[
        `Send it to ${contact.team}, ${name}, ${contact.address}. Or bring it with you.`,
        `You can tell us your answers instead. Call ${contact.phone}${contact.textRelay ? `, or by text relay ${contact.textRelay}` : ''}.`,
        ...(form.for === 'person'
          ? [
              'Leave out what you have told us before, and what you do not want to say.',
              'If you would rather talk about something, write “talk” beside it.',
            ]
          : []),
      ]}
    />
    <InsetText>We put your answers in just as you write them. They count the same as on the website.</InsetText>
  </>
);

/** A query that says 1 or 0 goes before what this reader chose for all pages. */
const wish = (asked: string | undefined, chosen: boolean): boolean => (asked === '1' ? true : asked === '0' ? false : chosen);

const readingOf = ({ c, reading }: Visit): Reading => ({
  large: wish(c.req.query('large'), reading.large),
  easy: wish(c.req.query('easy'), reading.easy),
  language: reading.language,
});

/** The pack. What staff fill in says “they”, because it is about somebody else. */
export const printFormPage = (visit: Visit, configuration: Configuration, form: Form, reading: Reading): Html => {
  const reader: Reader = { easy: reading.easy, language: reading.language, about: form.for === 'staff' };
  const around: Around = { configuration, bank: bankOf(configuration.questions), reader, form };
  const frame = { ...visit.frame, look: readingClasses(reading) };
  return (
    <Page {...frame} title={say(form.title, { ...reader, language: 'en' })} caption={`Form ${form.id}`} back="/print">
      <div class={`ow-pack ${readingClasses(reading)}`.trim()}>
        {form.intro ? <p class="govuk-body-l">{said(form.intro, reader)}</p> : null}
        <SendIt council={configuration.council} form={form} />
        <Lines label={form.for === 'person' ? 'Your name:' : 'The person’s name:'} />
        <Lines label="The number of the case, if you know it. It starts with C:" />
        {form.page === 'plan' ? (
          <PlanParts />
        ) : (
          sectionsOf(form).map((section) => <SectionPart section={section} around={around} />)
        )}
        <Outcomes form={form} />
        <p class="govuk-body ow-pack__id">
          Version {configuration.version} of {configuration.council.name}’s forms.
        </p>
      </div>
    </Page>
  );
};

export const printForm = openPage({
  path: '/print/:form',
  get: async (visit) => {
    const configuration = configurationOf(visit.bundle);
    const form = formOf(configuration, visit.c.req.param('form') ?? '');
    if (!form) return show(<NotFoundPage frame={visit.frame} />, 404);
    return show(printFormPage(visit, configuration, form, readingOf(visit)));
  },
});
