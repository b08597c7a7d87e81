/** The pages of the council's administrators. Not who may see them: each page names its action, and the permission table decides. */
import type { Page } from '../page.ts';
import { bringIn, draftFiles } from './bring-in.tsx';
import { draftDeeds, draftMain } from './draft.tsx';
import { livePathway } from './live-pathway.tsx';
import { overview } from './overview.tsx';
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
import { version, versionFiles, versions } from './versions.tsx';

export const adminPages: readonly Page[] = [
  overview,
  draftMain,
  draftDeeds,
  draftFiles,
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
  livePathway,
  versions,
  version,
  versionFiles,
  bringIn,
];
