/**
 * The ways to hold the money, for everybody and before there is any case: side by side, and which kind of support can be paid by which.
 * From the rules in force, the very same that decide (I-14). For one person it is `citizen/ways.tsx`.
 */
import { configurationOf } from '../../../lib/app/configuration.ts';
import { type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { optionsFor, type SupportKind, type SupportRules, waysFor } from '../../../lib/domain/support-rules.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import { Heading, Link, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Table } from '../kit/tables.tsx';
import { openPage, show, type Visit } from '../page.ts';
import { PUBLIC_WAYS } from '../shared/ways-paths.ts';
import { EveryKindEveryWay, WaysSideBySide } from '../shared/ways-view.tsx';
import { wayName } from '../shared/ways-words.ts';

type RulesProps = { readonly rules: SupportRules; readonly today: IsoDate; readonly reader: Reader };

const kindCell = ({ name, about }: SupportKind, reader: Reader) => (
  <>
    {say(name, reader)}
    {about ? <span class="ow-working__detail">{say(about, reader)}</span> : null}
  </>
);

/** A row a kind, a column a way. */
const Matrix = ({ rules, today, reader }: RulesProps) => {
  const routes = optionsFor(rules, today).flatMap((option) => ('route' in option ? [option.route] : []));
  const cell = (kind: SupportKind, route: (typeof routes)[number]): string =>
    waysFor(rules, kind.id, today).some((way) => way.route === route && way.open) ? 'Yes' : 'No, see above';
  return (
    <Table
      caption="Which support can be paid for in which way"
      head={[{ text: 'Support' }, ...routes.map((route) => ({ text: wayName(rules, route, reader) }))]}
      rows={rules.kinds.map((kind) => [kindCell(kind, reader), ...routes.map((route) => cell(kind, route))])}
      rowHeads
    />
  );
};

const Rules = (props: RulesProps) => (
  <>
    <Text>If you can have support, there is money for it. You say who holds it. These are all the ways there are.</Text>
    <Text>You can change to another way on any day.</Text>
    <Heading>All the ways, side by side</Heading>
    <WaysSideBySide {...props} />
    <EveryKindEveryWay {...props} kinds={props.rules.kinds} />
    <Matrix {...props} />
  </>
);

export const waysPublicPage = (visit: Visit): Html => {
  const { frame, bundle, now, reading } = visit;
  const { support } = configurationOf(bundle);
  return (
    <Page {...frame} title="Ways to hold the money for your support" back="/">
      {support ? (
        <Rules rules={support} today={toIsoDate(now)} reader={{ easy: reading.easy, language: reading.language }} />
      ) : (
        <Text>We have not put the ways to hold the money here yet.</Text>
      )}
      <Text>
        Do you want to talk it through? Call us on {bundle.council.contact.phone}, or see <Link href="/help">Help</Link>.
      </Text>
    </Page>
  );
};

export const waysPublic = openPage({ path: PUBLIC_WAYS, get: async (visit) => show(waysPublicPage(visit)) });
