/**
 * The scenarios of a council, run at every check: what it says should become of made-up people must be what becomes of them. How one
 * runs is `lib/pathway/scenario-run.ts`. Called by `documentsFaults` once everything else is in order.
 */
import type { Scenario } from '../../pathway/scenario.ts';
import { runScenario } from '../../pathway/scenario-run.ts';
import type { Bundle } from '../configuration.ts';

type ScenarioFault = { readonly code: 'scenario-fails'; readonly where: string; readonly message: string };

/** The councils that run the scenario's pathway, as figures are a council's own; where none does, the first stands for all. */
const runningIt = (bundles: readonly Bundle[], { pathway }: Scenario): readonly Bundle[] => {
  const running = bundles.filter(({ council }) => [council.pathway, council.carerPathway].includes(pathway));
  return running.length > 0 ? running : bundles.slice(0, 1);
};

/** Each scenario that does not come out as it says, with everything that differs. */
export const scenarioFaults = (bundles: readonly Bundle[], scenarios: readonly Scenario[]): ScenarioFault[] =>
  scenarios.flatMap((scenario) =>
    runningIt(bundles, scenario).flatMap((bundle): ScenarioFault[] => {
      const { ok, problems } = runScenario(bundle, scenario);
      if (ok) return [];
      const whose = bundles.length > 1 ? ` (${bundle.council.name})` : '';
      const message = `“${scenario.title}”${whose} does not come out as it says. ${problems.join(' ')} If that is meant, change the scenario.`;
      return [{ code: 'scenario-fails', where: `scenarios/${scenario.id}/expect`, message }];
    }),
  );
