/** One letter or shared part of a draft, paragraph by paragraph, with how it reads and what it may say. Every edit is a page of its own. */
import type { LetterFor, LetterTemplate, Paragraph } from '../../../lib/domain/letter.ts';
import { canSay } from '../../../lib/domain/letter-event.ts';
import { COMMON, type Placeholder } from '../../../lib/domain/letter-saying.ts';
import { missingFrom, say, type Text } from '../../../lib/domain/text.ts';
import { Button } from '../kit/form.tsx';
import type { Html, Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Details } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage, faultsOf } from './draft-page.tsx';
import { letterIn, lettersIn, part } from './draft-things.ts';
import { Lines, LinkTo } from './forms.tsx';
import { SENT_WHEN, SHOWS, STANDS_FOR, wayWords } from './letter-words.ts';
import { holdersOf, letterName } from './letters.tsx';
import { OwnFaults } from './own-faults.tsx';
import { GradeNote, gradeWords, lacksWords } from './wording.tsx';

export const toLetter = (visit: DraftVisit): string => `/letters/${part(visit, 'letter')}`;
export const findLetter = (visit: DraftVisit): LetterTemplate | undefined => letterIn(visit, part(visit, 'letter'));

type AboutProps = { readonly visit: DraftVisit; readonly template: LetterTemplate };

/** The words of a paragraph that are its own; none for a part, whose words are elsewhere. */
export const wordsOfParagraph = (paragraph: Paragraph): Text | undefined => {
  if ('text' in paragraph) return paragraph.text;
  return 'show' in paragraph ? paragraph.intro : undefined;
};

const paragraphWords = ({ visit }: AboutProps, paragraph: Paragraph): Words => {
  if ('text' in paragraph) return say(paragraph.text);
  if ('part' in paragraph)
    return (
      <span>
        The part{' '}
        <LinkTo
          href={draftHref(visit.view.draft, `/letters/${paragraph.part}`)}
          text={`“${paragraph.part.replaceAll('-', ' ')}”`}
        />
      </span>
    );
  return (
    <span>
      {say(paragraph.intro)}
      <span class="ow-working__detail">Then {SHOWS[paragraph.show]}</span>
    </span>
  );
};

const readingOf = (words: Text | undefined): Words => {
  if (words === undefined) return '';
  return <Lines lines={[gradeWords(say(words)), lacksWords(missingFrom(words, ['easy', 'cy']))].filter(Boolean)} />;
};

const easyOf = (words: Text | undefined): string => (typeof words === 'object' ? (words.en.easy ?? '') : '');

type DeedsProps = AboutProps & { readonly at: number; readonly own: boolean };
const Deeds = ({ visit, template, at, own }: DeedsProps): Html => {
  const href = draftHref(visit.view.draft, `/letters/${template.id}/paragraphs/${at}`);
  const what = `paragraph ${at + 1}`;
  return (
    <span>
      {own ? (
        <span class="ow-working__detail">
          <LinkTo href={`${href}/words`} text="Words" what={`of ${what}`} />
        </span>
      ) : null}
      {template.kind === 'letter' ? (
        <span class="ow-working__detail">
          <LinkTo href={`${href}/when`} text="When it is said" what={`: ${what}`} />
        </span>
      ) : null}
      <span class="ow-working__detail">
        <LinkTo href={`${href}/take-out`} text="Take it out" what={`: ${what}`} />
      </span>
    </span>
  );
};

const rowsOf = (props: AboutProps): Words[][] => {
  const { visit, template } = props;
  const open = visit.view.draft.state === 'open';
  const deeds = (at: number, own: boolean) => (open ? <Deeds {...props} at={at} own={own} /> : '');
  if (template.kind === 'part')
    return template.paragraphs.map((text, at) => [
      String(at + 1),
      say(text),
      easyOf(text),
      'Always',
      readingOf(text),
      deeds(at, true),
    ]);
  return template.paragraphs.map((paragraph, at) => {
    const words = wordsOfParagraph(paragraph);
    return [
      String(at + 1),
      paragraphWords(props, paragraph),
      easyOf(words),
      paragraph.when ? paragraph.when.map(wayWords).join('; ') : 'Always',
      readingOf(words),
      deeds(at, !('part' in paragraph)),
    ];
  });
};

/** What a template may say: placeholders with what each stands for. */
export const mayStand = (template: LetterTemplate): Placeholder[] =>
  template.kind === 'part' ? [...COMMON] : [...COMMON, ...canSay(template.event).values];

export const Placeholders = ({ template }: { readonly template: LetterTemplate }): Html => (
  <Table
    caption="What can be filled in"
    head={[{ text: 'Write' }, { text: 'What stands there' }]}
    rowHeads
    rows={mayStand(template).map((name) => [`{${name}}`, STANDS_FOR[name]])}
  />
);

const letterFacts = (visit: DraftVisit, template: LetterFor) => [
  {
    key: 'Title',
    value: say(template.title),
    ...(visit.view.draft.state === 'open'
      ? { change: { href: draftHref(visit.view.draft, `/letters/${template.id}/title/words`), what: 'the title' } }
      : {}),
  },
  { key: 'Written when', value: SENT_WHEN[template.event] },
  { key: 'Ways it can be', value: canSay(template.event).variants.map(wayWords).join('; ') },
];

const factsOf = ({ visit, template }: AboutProps) => [
  ...(template.kind === 'letter'
    ? letterFacts(visit, template)
    : [
        {
          key: 'Used in',
          value: <Lines lines={holdersOf(lettersIn(visit), template.id).map(letterName)} />,
        },
      ]),
  ...(template.note ? [{ key: 'For whoever changes it', value: template.note }] : []),
];

export const LetterView = (props: AboutProps): Html => {
  const { visit, template } = props;
  const href = (path: string): string => draftHref(visit.view.draft, `/letters/${template.id}${path}`);
  return (
    <DraftFrame visit={visit} title={letterName(template)} part="Letters" back={draftHref(visit.view.draft, '/letters')}>
      <OwnFaults faults={faultsOf(visit)} file={`letters/${template.id}.json`} />
      <SummaryList rows={factsOf(props)} />
      <div class="govuk-button-group">
        {template.kind === 'letter' ? <Button text="Read it through" href={href('/see')} kind="secondary" /> : null}
        {visit.view.draft.state === 'open' ? (
          <>
            <Button text="Add a paragraph" href={href('/add')} kind="secondary" />
            <LinkTo href={href('/take-out')} text="Take it out" what={letterName(template)} />
          </>
        ) : null}
      </div>
      <Table
        caption="Paragraphs"
        head={['Place', 'Plain English', 'Easy Read', 'When it is said', 'Reading', 'Do'].map((text) => ({ text }))}
        rowHeads
        rows={rowsOf(props)}
      />
      <Details summary="What can be filled in">
        <Placeholders template={template} />
      </Details>
      <GradeNote />
    </DraftFrame>
  );
};

export const letter = draftPage({
  path: '/letters/:letter',
  get: async (visit) => {
    const found = findLetter(visit);
    return found ? show(LetterView({ visit, template: found })) : notThere(visit);
  },
});
