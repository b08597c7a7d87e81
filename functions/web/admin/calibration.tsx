/** What was agreed beside what a points model gives, for the page of points: the one place where cases meet the chart. Not the chart. */
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import { CalibrationChart, tableLine } from '../kit/calibration-chart.tsx';

type CalibrationProps = { readonly model: RasModel; readonly gathered: Gathered };

/** Plans that were agreed under any version of this model: the line is of the draft, so that a change is seen against all of them. */
export const Calibration = ({ model, gathered }: CalibrationProps) => {
  const own = gathered.calibration.filter((point) => point.model.startsWith(`${model.id} `));
  return (
    <>
      <h2 class="govuk-heading-m">What was agreed beside what the table gives</h2>
      <CalibrationChart points={own} line={tableLine(model)} />
    </>
  );
};
