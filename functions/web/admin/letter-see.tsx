/** A letter read through with made-up values, in each register and each way its event can be. Nobody’s letter: nothing here is about a case. */
import type { LetterFor } from '../../../lib/domain/letter.ts';
import { canSay } from '../../../lib/domain/letter-event.ts';
import { sampleLetter } from '../../../lib/domain/letter-sample.ts';
import type { Reader } from '../../../lib/domain/text.ts';
import { Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { SearchForm } from '../kit/search-form.tsx';
import { show } from '../page.ts';
import { notThere } from './deed-page.tsx';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { asked, councilIn, lettersIn } from './draft-things.ts';
import { findLetter, toLetter } from './letter.tsx';
import { SHOWS, wayWords } from './letter-words.ts';
import { letterName } from './letters.tsx';
import { ReadIn } from './read-in.tsx';

const READERS: readonly { readonly as: string; readonly text: string; readonly reader: Reader }[] = [
  { as: 'plain', text: 'Plain English', reader: {} },
  { as: 'easy', text: 'Easy Read', reader: { easy: true } },
  { as: 'welsh', text: 'Welsh', reader: { language: 'cy' } },
];

const shown = Object.fromEntries(Object.entries(SHOWS).map(([name, words]) => [name, `Here: ${words}.`])) as typeof SHOWS;

type SeeProps = { readonly visit: DraftVisit; readonly template: LetterFor };

const Blocks = ({ visit, template, way, reader }: SeeProps & { readonly way: string; readonly reader: Reader }) => {
  const council = councilIn(visit);
  if (!council) return <p class="govuk-body">The council’s own file cannot be read, so there is nobody to write.</p>;
  const letter = sampleLetter({ template, letters: lettersIn(visit), council, variant: way, shown }, reader);
  return (
    <>
      <h2 class="govuk-heading-m">{letter.title}</h2>
      {letter.blocks.map((block) =>
        block.kind === 'typed' ? (
          <InsetText>{block.words}</InsetText>
        ) : (
          <p class="govuk-body">{block.kind === 'words' ? block.words : ''}</p>
        ),
      )}
    </>
  );
};

export const LetterSeeView = ({ visit, template }: SeeProps): Html => {
  const { variants } = canSay(template.event);
  const way = variants.find((each) => each === asked(visit, 'way')) ?? variants[0] ?? '';
  const current = READERS.find(({ as }) => as === asked(visit, 'as')) ?? READERS[0];
  const href = draftHref(visit.view.draft, `${toLetter(visit)}/see`);
  return (
    <DraftFrame
      visit={visit}
      title={`Read through: ${letterName(template)}`}
      part="Letters"
      meter={false}
      back={draftHref(visit.view.draft, toLetter(visit))}
    >
      <p class="govuk-body">The name, the dates and the amounts are made up.</p>
      <ReadIn
        ways={READERS.map(({ as, text }) => ({
          text,
          href: `${href}?${new URLSearchParams({ as, way })}`,
          current: as === current?.as,
        }))}
      />
      {variants.length > 1 ? (
        <SearchForm action={href} submit="Read it" label="Which way it is">
          <input type="hidden" name="as" value={current?.as ?? 'plain'} />
          <Select
            name="way"
            label="Which way is it?"
            value={way}
            choices={variants.map((value) => ({ value, text: wayWords(value) }))}
          />
        </SearchForm>
      ) : null}
      <Blocks visit={visit} template={template} way={way} reader={current?.reader ?? {}} />
    </DraftFrame>
  );
};

export const letterSee = draftPage({
  path: '/letters/:letter/see',
  get: async (visit) => {
    const found = findLetter(visit);
    return found?.kind === 'letter' ? show(LetterSeeView({ visit, template: found })) : notThere(visit);
  },
});
