/** The admin function: the administrators' pages, behind the HTTP API's `/admin`. */
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { door } from '../../door.ts';
import { webApp } from '../app.tsx';
import { adminSite } from './admin-site.ts';

const answer = handle(webApp(adminSite));

export const handler = door((event: LambdaEvent) => answer(event));
