/** The pages of a draft about points, charges and the council itself, for the list of all of them. */
import type { Page } from '../page.ts';
import { charges, chargingFigure } from './charges.tsx';
import { council } from './council.tsx';
import { addCover, councilAtOnce, councilCover } from './council-at-once.tsx';
import { councilCeilings, pathwayCeiling } from './council-ceilings.tsx';
import { councilContact, councilInForce, councilReview, councilTeam, councilUpkeep } from './council-details.tsx';
import { addHoliday, councilHolidays } from './council-holidays.tsx';
import { addStaff, changeStaff, councilStaff } from './council-staff.tsx';
import { changeTier, newTier } from './council-tier.tsx';
import { councilTiers } from './council-tiers.tsx';
import { points, pointsModel } from './points.tsx';
import { changeExample, newExample, pointsExamples } from './points-example.tsx';
import { keptBack, modelRules, modelVersion } from './points-rules.tsx';
import { questionWords, statementPoints, statementWords } from './points-statements.tsx';
import { pointPrice, pointsTable, tableRow } from './points-table.tsx';

export const decidedPages: readonly Page[] = [
  points,
  pointsModel,
  questionWords,
  statementPoints,
  statementWords,
  pointsTable,
  tableRow,
  pointPrice,
  keptBack,
  modelRules,
  modelVersion,
  pointsExamples,
  newExample,
  changeExample,
  charges,
  chargingFigure,
  council,
  councilContact,
  councilTeam,
  councilReview,
  councilUpkeep,
  councilInForce,
  councilHolidays,
  addHoliday,
  councilTiers,
  newTier,
  changeTier,
  councilAtOnce,
  councilCover,
  addCover,
  councilStaff,
  addStaff,
  changeStaff,
  councilCeilings,
  pathwayCeiling,
];
