/**
 * “I don’t agree”: what with, why, what would put it right. Open at every stage and on a closed case; it changes nothing about the
 * support. Where it came from is only a first guess of what it is about, taken from a closed list.
 */
import { addWorkingDays, formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import {
  ACKNOWLEDGE_WORKING_DAYS,
  ChallengeAbout,
  ChallengeContent,
  LONGEST_CHALLENGE,
  LONGEST_DETAIL,
  LONGEST_WISH,
} from '../../../lib/domain/challenge.ts';
import { partWords } from '../../../lib/domain/letter.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, show, type Typed, text } from '../page.ts';
import { askCase, readForm } from '../settle.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Heading, Link, Text } from './prose.tsx';
import { OnBehalfOf } from './story-frame.tsx';

const CHOICES: Readonly<Record<ChallengeAbout, string>> = {
  decision: 'A decision you made about me',
  figure: 'A figure, such as the up-front figure',
  line: 'One line of how a figure was worked out',
  plan: 'My plan',
  budget: 'My budget',
  delay: 'How long it takes',
  record: 'Something that is written down about me',
  'something-else': 'Something else',
};

const choices = ChallengeAbout.options.map((value) => ({ value, text: CHOICES[value] }));

const WhatHappensThen = ({ visit }: { readonly visit: CaseVisit }) => {
  const { configuration, case: state, now } = visit;
  const { council } = configuration;
  const dueOn = addWorkingDays(toIsoDate(now), ACKNOWLEDGE_WORKING_DAYS, council.bankHolidays);
  return (
    <>
      <Text>You can tell us at any time. You do not need to say it in a special way. Then:</Text>
      <Bullets
        items={[
          <>
            we tell you by <strong>{formatDate(dueOn)}</strong> that we have it. That is three working days
          </>,
          'someone looks at it who did not make the decision',
          'we tell you what we found, and why',
          'nothing about your support gets worse while we look',
        ]}
      />
      <Text>If you would rather talk, call us on {council.contact.phone}. We write it down for you.</Text>
      {partWords({ state, configuration }, 'ombudsman', visit.reader).map((words) => (
        <Text>{words}</Text>
      ))}
    </>
  );
};

/** The page. `typed` is what was sent, or what the link here suggested. */
export const disagreePage = (visit: CaseVisit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request, case: state } = visit;
  const { disagreements } = pathsOf(state.id);
  const home = homeOf(visit);
  return (
    <Page {...frame} title="Tell us what you do not agree with" caption={`Reference ${state.id}`} back={home} errors={errors}>
      <OnBehalfOf visit={visit} />
      <Form
        action={`/cases/${state.id}/disagree`}
        csrf={csrf}
        request={request}
        submit="Send"
        extra={<Link href={home}>Not now</Link>}
      >
        <Radios
          name="about"
          legend="What do you not agree with?"
          choices={choices}
          value={text(typed, 'about')}
          error={errors.about}
        />
        <TextInput
          name="detail"
          label="Which part of it? You can leave this empty"
          hint="Such as one line of a figure, or one thing we wrote."
          value={text(typed, 'detail')}
          error={errors.detail}
        />
        <Textarea
          name="words"
          label="What do you not agree with, in your own words?"
          value={text(typed, 'words')}
          error={errors.words}
          limit={LONGEST_CHALLENGE}
        />
        <Textarea
          name="wants"
          label="What would put it right? You can leave this empty"
          value={text(typed, 'wants')}
          error={errors.wants}
          limit={LONGEST_WISH}
        />
      </Form>
      {state.challenges.length === 0 ? null : (
        <Text>
          <Link href={disagreements}>See what you told us before, and our answers</Link>
        </Text>
      )}
      <Heading>What happens then</Heading>
      <WhatHappensThen visit={visit} />
    </Page>
  );
};

/** What the link suggested, as far as it can be believed: something of the list, and a short line of text. */
export const suggested = (about: string | undefined, detail: string | undefined): Typed => ({
  about: ChallengeAbout.safeParse(about).data ?? '',
  detail: (detail ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_DETAIL),
});

const content = (typed: Typed) => {
  const words = (field: string) => text(typed, field).replaceAll('\r\n', '\n');
  return { about: text(typed, 'about'), detail: words('detail'), words: words('words'), wants: words('wants') };
};

export const disagree = casePage('raise-challenge', {
  path: '/cases/:caseId/disagree',
  get: async (visit) => show(disagreePage(visit, suggested(visit.c.req.query('about'), visit.c.req.query('detail')))),
  post: async (visit, typed) => {
    const again = (errors: FieldErrors): Html => disagreePage(visit, typed, errors);
    const read = readForm(ChallengeContent, content(typed));
    if ('errors' in read) return show(again(read.errors), 422);
    const to = pathsOf(visit.case.id).disagreements;
    return askCase(visit, { type: 'raise-challenge', content: read.value }, { to, again, typed });
  },
});
