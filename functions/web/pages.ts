/** Every page there is. A page that is not here does not exist, and the route × role test walks this list. */
import type { Page } from './page.ts';
import { signIn, signOut } from './public/sign-in.tsx';

export const pages: readonly Page[] = [signIn, signOut];
