/** The pages that anyone may read, signed in or not, and the door to sign in by. */
import type { Page } from '../page.ts';
import { accessibility } from './accessibility.tsx';
import { help } from './help.tsx';
import { privacy } from './privacy.tsx';
import { signIn, signOut } from './sign-in.tsx';
import { start } from './start.tsx';

export const publicPages: readonly Page[] = [start, help, accessibility, privacy, signIn, signOut];
