/**
 * What a new case may take over from a case of the other kind of the same person: how to talk with them and who they are, and nothing
 * of what they said about their life. A carer's record and an adult's stay private from each other, also where both are one person's,
 * because each has its own circle of people who may read it.
 */
import type { Configuration } from './configuration.ts';
import type { Facts } from './fact.ts';
import { questionsOf } from './form.ts';
import { formsAt } from './open-forms.ts';
import { stageOf } from './stage.ts';

/**
 * The facts of `held` that the pathway of `configuration` asks at its start and that keep for longer than one time through: an answer
 * that is asked for each time belongs to the case it was given in.
 * @example carriedOver(adultCase.facts, carersConfiguration) // about.name, about.birth, comm.language …
 */
export const carriedOver = (held: Facts, configuration: Configuration): Facts => {
  const { route } = configuration;
  const forms = formsAt(configuration, stageOf(route, route.start));
  const asked = new Set(forms.filter((form) => form.for === 'person').flatMap(questionsOf));
  const keeps = configuration.questions.filter(({ id, freshFor }) => asked.has(id) && freshFor !== 'each-time');
  return Object.fromEntries(keeps.flatMap(({ id }) => (Object.hasOwn(held, id) && held[id] ? [[id, held[id]]] : [])));
};
