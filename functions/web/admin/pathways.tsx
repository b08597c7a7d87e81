/** The pathways of a draft: how long each is, and whether anything keeps it from being published. One of them is `pathway.tsx`. */
import { kindOf } from '../../../lib/domain/stage.ts';
import { Table } from '../kit/tables.tsx';
import { show } from '../page.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage, faultsOf } from './draft-page.tsx';
import { pathwaysOf } from './draft-reading.ts';
import { faultsAbout } from './fault-lines.tsx';
import { pathwayPath } from './pathway-page.tsx';

const FOR = { adult: 'Adults who need care and support', carer: 'Carers, for their own needs' } as const;

const standing = (faults: number): string => {
  if (faults === 0) return 'Nothing';
  return faults === 1 ? '1 thing to put right' : `${faults} things to put right`;
};

export const PathwaysView = ({ visit }: { readonly visit: DraftVisit }) => {
  const all = faultsOf(visit);
  return (
    <DraftFrame visit={visit} title="Pathways" part="Pathways">
      <Table
        caption="Choose a pathway to take out, change or add a stage"
        rowHeads
        head={[
          { text: 'Pathway' },
          { text: 'For' },
          { text: 'Stages', numeric: true },
          { text: 'What keeps it from being published' },
        ]}
        rows={pathwaysOf(visit).map((pathway) => [
          <a class="govuk-link" href={draftHref(visit.view.draft, pathwayPath(pathway))}>
            {pathway.title}
          </a>,
          FOR[kindOf(pathway)],
          String(pathway.stages.length),
          standing(faultsAbout(visit, { room: 'pathways', id: pathway.id }, all).length),
        ])}
        empty="This draft has no pathway that can be read."
      />
    </DraftFrame>
  );
};

export const pathways = draftPage({ path: '/pathways', get: async (visit) => show(<PathwaysView visit={visit} />) });
