/**
 * "How pages look": large print, easy words, Welsh where there is some. Kept in a cookie of its own, on this device, for anybody; it
 * leads back to where they were. What the choices do is `reader.ts` and the style sheet.
 */
import type { Bundle } from '../../../lib/app/configuration.ts';
import type { Text as DomainText } from '../../../lib/domain/text.ts';
import { Bullets, Text } from '../citizen/prose.tsx';
import { Checkboxes } from '../kit/choices.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { goTo, list, openPage, show, type Typed, text, type Visit } from '../page.ts';
import { type Reading, readingFrom, rememberReader } from '../reader.ts';

const PATH = '/display';
const LONGEST_PATH = 300;

/**
 * Where somebody came from, when it is a page of ours; otherwise the start page. An address that a browser could read as another
 * site's (`//evil.example`, `/\evil.example`) is none of ours.
 */
export const localPath = (asked: string | undefined): string => {
  const known = asked !== undefined && asked.length <= LONGEST_PATH && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked);
  return known && asked.split(/[?#]/)[0] !== PATH ? asked : '/';
};

/** The page before this one: asked for by a link, or the one the browser names when it is on this site. */
const cameFrom = ({ c }: Visit): string => {
  const asked = c.req.query('back');
  if (asked !== undefined) return localPath(asked);
  const referer = c.req.header('referer') ?? '';
  if (!URL.canParse(referer)) return '/';
  const { host, pathname, search } = new URL(referer);
  return host === c.req.header('host') ? localPath(pathname + search) : '/';
};

const hasCy = (words: DomainText | undefined): boolean => typeof words === 'object' && words.cy?.plain !== undefined;

/** Whether anything of this council's is in Welsh: only then is it offered. */
export const hasWelsh = ({ forms, questions }: Pick<Bundle, 'forms' | 'questions'>): boolean =>
  forms.some(({ title, intro }) => hasCy(title) || hasCy(intro)) || questions.some(({ ask }) => hasCy(ask));

const valuesOf = ({ large, easy, language }: Reading): string[] => [
  ...(large ? ['large'] : []),
  ...(easy ? ['easy'] : []),
  ...(language === 'cy' ? ['cy'] : []),
];

/** The page, for anybody. */
export const displayPage = ({ frame, csrf, request, reading, bundle }: Visit, back: string): Html => (
  <Page {...frame} title="How pages look" back={back}>
    <Text>Choose what makes our pages better for you. You can change it on any day.</Text>
    <Form action={PATH} csrf={csrf} request={request} submit="Save">
      <input type="hidden" name="back" value={back} />
      <Checkboxes
        name="reading"
        legend="What helps you?"
        hint="Choose all that help, or none."
        values={valuesOf(reading)}
        choices={[
          { value: 'large', text: 'Large print', hint: 'All the words are bigger.' },
          {
            value: 'easy',
            text: 'Easy words',
            hint: 'Short words where we have them, and more space. This is also called Easy Read.',
          },
          ...(hasWelsh(bundle) ? [{ value: 'cy', text: 'Welsh, where we have it', hint: 'The rest stays in English.' }] : []),
        ]}
      />
    </Form>
    <Bullets
      items={[
        'We keep your choice on this phone or computer, in a cookie. It does not say who you are.',
        'If you sign in and tell us how we should talk with you, our letters follow that too.',
      ]}
    />
  </Page>
);

const save = ({ c, bundle }: Visit, typed: Typed): string => {
  const asked = readingFrom(list(typed, 'reading').join('.'));
  rememberReader(c, hasWelsh(bundle) ? asked : { ...asked, language: 'en' });
  return localPath(text(typed, 'back'));
};

export const display = openPage({
  path: PATH,
  get: async (visit) => show(displayPage(visit, cameFrom(visit))),
  post: async (visit, typed) => goTo(save(visit, typed)),
});
