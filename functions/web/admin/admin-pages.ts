/** The pages of the council's administrators. Not who may see them: each page names its action, and the permission table decides. */
import type { Page } from '../page.ts';
import { askedPages } from './asked-pages.ts';
import { bringIn, draftFiles } from './bring-in.tsx';
import { decidedPages } from './decided-pages.ts';
import { draftDeeds, draftMain } from './draft.tsx';
import { evidence } from './evidence.tsx';
import { evidencePathway } from './evidence-pathway.tsx';
import { move } from './move.tsx';
import { versionMove } from './move-preview.tsx';
import { moves } from './moves.tsx';
import { overview } from './overview.tsx';
import { pathwayPages } from './pathway-pages.ts';
import { version, versionFiles, versions } from './versions.tsx';

export const adminPages: readonly Page[] = [
  overview,
  draftMain,
  draftDeeds,
  draftFiles,
  ...pathwayPages,
  ...askedPages,
  ...decidedPages,
  evidence,
  evidencePathway,
  versionMove,
  moves,
  move,
  versions,
  version,
  versionFiles,
  bringIn,
];
