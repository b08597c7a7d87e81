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
import { form } from './form.tsx';
import { formAdd, formAddWhich } from './form-add.tsx';
import { formAddNew } from './form-add-new.tsx';
import { formAddPlace } from './form-add-place.tsx';
import { questionMove } from './form-move.tsx';
import { formSee } from './form-see.tsx';
import { formTakeOut, questionTakeOut } from './form-take-out.tsx';
import { questionWhen } from './form-when.tsx';
import { formWords } from './form-words.tsx';
import { forms } from './forms.tsx';
import { letter } from './letter.tsx';
import { paragraphWhen, paragraphWords, titleWords } from './letter-edit.tsx';
import { letterSee } from './letter-see.tsx';
import { letterTakeOut, paragraphAdd, paragraphTakeOut } from './letter-take-out.tsx';
import { letters } from './letters.tsx';
import { question } from './question.tsx';
import { questionChange, questionRetire, questionWords } from './question-edit.tsx';
import { questions } from './questions.tsx';
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
  forms,
  form,
  formWords,
  formSee,
  formTakeOut,
  questionTakeOut,
  questionMove,
  questionWhen,
  formAdd,
  formAddWhich,
  formAddPlace,
  formAddNew,
  questions,
  question,
  questionWords,
  questionChange,
  questionRetire,
  letters,
  letter,
  letterSee,
  titleWords,
  paragraphWords,
  paragraphWhen,
  paragraphTakeOut,
  paragraphAdd,
  letterTakeOut,
  versions,
  version,
  versionFiles,
  bringIn,
];
