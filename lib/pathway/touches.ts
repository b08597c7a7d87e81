/**
 * Whether a newer version changes what somebody does not agree with. While that is looked at nothing around it is moved: it would be
 * answered by other rules than it was raised under. What a disagreement is, is `lib/domain/challenge.ts`.
 */
import { type Challenge, type ChallengeAbout, isOpen } from '../domain/challenge.ts';
import type { Configuration } from '../domain/configuration.ts';
import { formOf } from '../domain/configuration.ts';
import { formsAt } from '../domain/open-forms.ts';
import { isHuman, type StageDef, type StageKind } from '../domain/stage.ts';

/** What counts at a stage: the work and where it leads, not what it is called. */
const workOf = (def: StageDef): unknown => {
  const { title: _title, forThePerson: _words, ...work } = def;
  return work;
};

const ofKind = ({ route }: Configuration, ...kinds: StageKind[]): unknown =>
  route.stages.filter(({ kind }) => kinds.includes(kind)).map(workOf);

const planning = (configuration: Configuration): unknown =>
  configuration.route.stages.filter((def) => def.kind === 'form' && formOf(configuration, def.form)?.page === 'plan').map(workOf);

/** The questions asked where needs are assessed. */
const asked = (configuration: Configuration): unknown =>
  configuration.route.stages.filter(({ kind }) => kind === 'assessment').map((def) => formsAt(configuration, def));

const promises = ({ route }: Configuration): unknown =>
  route.stages.map((def) => (isHuman(def) ? [def.id, def.promise.workingDays] : [def.id]));

const plan = (configuration: Configuration): unknown => [
  planning(configuration),
  ofKind(configuration, 'plan-approval'),
  configuration.council.approval,
  configuration.support,
];
const figure = (configuration: Configuration): unknown => [ofKind(configuration, 'resource-allocation'), configuration.model];
const everything = (configuration: Configuration): unknown => [configuration.route.stages.map(workOf), configuration.questions];

/** What each kind of disagreement rests on. */
const RESTS_ON: Readonly<Record<ChallengeAbout, (configuration: Configuration) => unknown>> = {
  decision: (configuration) => [ofKind(configuration, 'assessment'), asked(configuration)],
  figure,
  line: figure,
  plan,
  budget: plan,
  delay: promises,
  record: ({ questions }) => questions,
  'something-else': everything,
};

/** The first open disagreement about something that is not the same in `to` as it is in `from`. */
export const touched = (challenges: readonly Challenge[], from: Configuration, to: Configuration): Challenge | undefined =>
  challenges.filter(isOpen).find(({ about }) => JSON.stringify(RESTS_ON[about](from)) !== JSON.stringify(RESTS_ON[about](to)));
