/**
 * What has happened to a case, newest first, with who and when. The words are `event-words.ts`. Used by the person's page and the
 * staff page alike; the person is spared the machine's own steps.
 */
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { Timeline } from '../kit/case-page.tsx';
import { type Audience, type EventWords, eventWords } from './event-words.ts';

type HistoryViewProps = {
  readonly events: readonly CaseEvent[];
  readonly configuration: Configuration;
  readonly audience: Audience;
};

const About = ({ about, quoted }: EventWords) => (
  <>
    {about ? <span>{about}</span> : null}
    {about && quoted ? ' ' : null}
    {quoted ? <span class="ow-typed">“{quoted}”</span> : null}
  </>
);

/** Who did it: "you" on the person's own page, nobody where the council's machinery did. */
const doer = (event: CaseEvent, personId: string | undefined, audience: Audience): string | undefined => {
  if (event.by.role === 'system') return undefined;
  return audience === 'person' && event.by.id === personId ? 'you' : event.by.name;
};

export const HistoryView = ({ events, configuration, audience }: HistoryViewProps) => {
  const personId = events.find((event) => event.type === 'CaseOpened')?.person.id;
  const items = events.flatMap((event) => {
    const words = eventWords(event, { configuration, audience });
    if (!words) return [];
    const about = words.about || words.quoted ? <About {...words} /> : undefined;
    return [{ title: words.title, at: event.at, by: doer(event, personId, audience), about }];
  });
  return <Timeline items={items.reverse()} />;
};
