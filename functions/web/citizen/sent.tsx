/** The story is sent: the reference, who has it, by when, what happens next. No figure: needs come before money. */
import { formatDate } from '../../../lib/domain/calendar.ts';
import { isHuman, stageOf } from '../../../lib/domain/stage.ts';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { Panel } from '../kit/messages.tsx';
import { type CaseVisit, casePage, goTo, show } from '../page.ts';
import { homeOf, pathsOf } from './paths.ts';
import { Bullets, Heading, Link, Steps, Text } from './prose.tsx';
import { givesFigure, storyIsOpen } from './story-walk.ts';

const WhoAndWhen = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  if (state.state !== 'underway') return null;
  const { takenBy, promise, stage } = state.at;
  const { team } = configuration.council.contact;
  const def = stageOf(configuration.route, stage);
  return (
    <Text>
      {takenBy ? `${takenBy.name} from the ${team} has this now.` : `The ${team} has this now.`}
      {promise && def && isHuman(def) ? (
        <>
          {' '}
          We will talk with you by <strong>{formatDate(promise.dueOn)}</strong>. If we are late, your page will say so.
        </>
      ) : null}
    </Text>
  );
};

/** The page once the answers are sent. */
export const sentPage = (visit: CaseVisit): Html => {
  const { frame, case: state, configuration } = visit;
  const { contact } = configuration.council;
  const figure = givesFigure(configuration);
  return (
    <Page {...frame} title="We have your story" heading="own">
      <Panel title="We have your story">
        Your reference is
        <br />
        <strong>{state.id}</strong>
      </Panel>
      <Text>Thank you. It takes a lot to write this down.</Text>
      <Heading>What happens next</Heading>
      <WhoAndWhen visit={visit} />
      <Steps
        items={[
          'We talk with you about what you told us. You choose how: by phone, at your home, or at our office.',
          'We tell you what help the law says we must give, and why.',
          ...(figure
            ? ['Then we show you an up-front figure: about how much a week there may be. You see how we got to it.']
            : []),
          'You make your plan. We can help, and so can people you trust.',
        ]}
      />
      {figure ? <Text>There is no figure yet. We want to get your needs right first.</Text> : null}
      <Heading>If things change</Heading>
      <Bullets items={[`Call us on ${contact.phone} and give your reference.`, 'If it cannot wait, say that it is urgent.']} />
      <Text>
        <Link href={homeOf(visit)}>Go to your page to see where it is</Link>
      </Text>
    </Page>
  );
};

export const sent = casePage('view-case', {
  path: '/cases/:caseId/story/sent',
  get: async (visit) => {
    const { story } = pathsOf(visit.case.id);
    if (storyIsOpen(visit.case, visit.configuration)) return goTo(story);
    return visit.case.state === 'underway' ? show(sentPage(visit)) : goTo(homeOf(visit));
  },
});
