/** The web function: everything but the administrators' pages, behind the HTTP API. */
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { door } from '../door.ts';
import { webApp } from './app.tsx';
import { mainSite } from './main-site.ts';

const answer = handle(webApp(mainSite));

export const handler = door((event: LambdaEvent) => answer(event));
