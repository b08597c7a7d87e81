/** The pages on which pathways and stages are seen, edited and tried. */
import type { Page } from '../page.ts';
import { livePathway } from './live-pathway.tsx';
import { pathway } from './pathway.tsx';
import { pathways } from './pathways.tsx';
import { stage } from './stage.tsx';
import { stageAdd } from './stage-add.tsx';
import { stageMergeForm } from './stage-merge-form.tsx';
import { stageFormTakeOut, stageWayTakeOut } from './stage-small-deeds.tsx';
import { stageTakeOut } from './stage-take-out.tsx';
import { stageWayAdd } from './stage-way-add.tsx';
import { stageWays } from './stage-ways.tsx';
import { tryIt } from './try.tsx';
import { scenarioTakeOut, trySave } from './try-save.tsx';

export const pathwayPages: readonly Page[] = [
  livePathway,
  pathways,
  pathway,
  stageAdd,
  stage,
  stageTakeOut,
  stageWays,
  stageWayAdd,
  stageWayTakeOut,
  stageMergeForm,
  stageFormTakeOut,
  tryIt,
  trySave,
  scenarioTakeOut,
];
