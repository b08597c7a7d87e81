/** Both applications with the whole demonstration published, documents and all, and a draft of it begun: for the tests of editors. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Documents, ownDocuments, versionOf } from '../../../../lib/app/configuring/documents.ts';
import { Visitor } from '../../../support/visitor.ts';
import { demonstration } from '../public/demonstration.ts';
import { type FrontDoor, openFrontDoor } from '../public/front-door.ts';

const ROOMS = ['pathways', 'forms', 'questions', 'allocation', 'charging', 'letters', 'support', 'duties', 'councils'];

/** The files as they are, by their places. */
export const demonstrationDocuments = (): Documents =>
  Object.fromEntries(
    ROOMS.flatMap((room) =>
      readdirSync(`workflows/${room}`)
        .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
        .map((name) => [`${room}/${name}`, JSON.parse(readFileSync(`workflows/${room}/${name}`, 'utf8')) as unknown] as const),
    ),
  );

export type Drafting = FrontDoor & { readonly wren: Visitor; readonly version: string };

export const openDrafting = async (): Promise<Drafting> => {
  const door = await openFrontDoor();
  const { publishing } = await import('../../../../lib/aws/publishing.ts');
  const bundle = demonstration();
  const documents = ownDocuments(demonstrationDocuments(), 'larkshire');
  const version = versionOf(documents);
  const record = {
    version,
    at: '2026-01-02T09:00:00.000Z',
    authors: [],
    from: 'deployment',
    title: 'All of it',
    difference: '',
  } as const;
  const expected = (await publishing.live())?.version;
  const machines = Object.fromEntries(bundle.pathways.map(({ id }) => [id, `arn:aws:states:eu-west-2:0:stateMachine:${id}:1`]));
  const published = { bundle: { ...bundle, version }, machines, documents, record, live: { version }, ids: {}, expected };
  if ((await publishing.publish(published)) !== 'committed') throw new Error('the demonstration was not published');
  const { forgetCurrent } = await import('../../../../lib/aws/configurations.ts');
  forgetCurrent();
  return { ...door, version, wren: await new Visitor(door.origin).signInAs('S-WREN') };
};
