/** Every letter of a draft, and the parts they share: when each is written, and how it reads. One letter is `letter.tsx`. */
import type { LetterTemplate } from '../../../lib/domain/letter.ts';
import { missingFrom, say, type Text } from '../../../lib/domain/text.ts';
import type { Html, Words } from '../kit/html.ts';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { lettersIn } from './draft-things.ts';
import { Lines, LinkTo } from './forms.tsx';
import { SENT_WHEN } from './letter-words.ts';
import { gradeOf } from './wording.tsx';

/** Every piece of wording of its own; the words of a part it holds are the part's. */
const textsOf = (template: LetterTemplate): Text[] =>
  template.kind === 'part'
    ? [...template.paragraphs]
    : [
        template.title,
        ...template.paragraphs.flatMap((each) =>
          'text' in each ? [each.text] : 'show' in each && each.intro ? [each.intro] : [],
        ),
      ];

/** A letter by its title, a part by its name. */
export const letterName = (template: LetterTemplate): string => {
  if (template.kind === 'letter') return say(template.title);
  const words = template.id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
};

/** The letters that have a part in them; every letter begins and ends with the same two. */
export const holdersOf = (templates: readonly LetterTemplate[], id: string): LetterTemplate[] =>
  templates.filter(
    (each) =>
      each.kind === 'letter' &&
      (id === 'opening' || id === 'closing' || each.paragraphs.some((paragraph) => 'part' in paragraph && paragraph.part === id)),
  );

const readingOf = (template: LetterTemplate): Words => {
  const texts = textsOf(template);
  const grades = texts.map((words) => gradeOf(say(words)));
  const lacks = (register: 'easy' | 'cy') => texts.filter((words) => missingFrom(words, [register]).length > 0).length;
  const [easy, welsh] = [lacks('easy'), lacks('cy')];
  return (
    <Lines
      lines={[
        texts.length === 0 ? 'No words of its own' : `Hardest: grade ${Math.max(...grades)}`,
        ...(easy > 0 ? [`${easy} without Easy Read`] : []),
        ...(welsh > 0 ? [`${welsh} without Welsh`] : []),
      ]}
    />
  );
};

const rowOf = (visit: DraftVisit, template: LetterTemplate): Words[] => {
  const href = draftHref(visit.view.draft, `/letters/${template.id}`);
  const letters = lettersIn(visit);
  const used =
    template.kind === 'letter'
      ? `When ${SENT_WHEN[template.event]}`
      : `In ${holdersOf(letters, template.id).length} of ${letters.filter(({ kind }) => kind === 'letter').length} letters`;
  return [
    <LinkTo href={href} text={letterName(template)} />,
    used,
    String(template.paragraphs.length),
    readingOf(template),
    visit.view.draft.state === 'open' ? <LinkTo href={`${href}/take-out`} text="Take it out" what={letterName(template)} /> : '',
  ];
};

const head = (used: string) => [
  { text: 'Name' },
  { text: used },
  { text: 'Paragraphs', numeric: true },
  { text: 'Reading' },
  { text: 'Do' },
];

export const LettersView = ({ visit }: { readonly visit: DraftVisit }): Html => {
  const rows = (kind: LetterTemplate['kind']) =>
    lettersIn(visit)
      .filter((each) => each.kind === kind)
      .map((each) => rowOf(visit, each));
  return (
    <DraftFrame visit={visit} title="Letters" part="Letters">
      <Table caption="Letters" head={head('Written')} rowHeads rows={rows('letter')} empty="This council writes no letters." />
      <Table caption="Parts that letters share" head={head('Used')} rowHeads rows={rows('part')} empty="There are no parts." />
    </DraftFrame>
  );
};

export const letters = draftPage({ path: '/letters', get: async (visit) => show(LettersView({ visit })) });
