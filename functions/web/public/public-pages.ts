/** The pages that anyone may read, signed in or not, and the doors: starting, coming back by a link, signing in. */
import type { Page } from '../page.ts';
import { accessibility } from './accessibility.tsx';
import { begin } from './begin.tsx';
import { display } from './display.tsx';
import { help } from './help.tsx';
import { mailbox } from './mailbox.tsx';
import { printForm } from './print-form.tsx';
import { printList } from './print-list.tsx';
import { privacy } from './privacy.tsx';
import { reckoner } from './reckoner.tsx';
import { returnLink } from './return-link.tsx';
import { returnLost } from './return-lost.tsx';
import { rules } from './rules.tsx';
import { rulesModel, rulesRecord } from './rules-model.tsx';
import { signIn, signOut } from './sign-in.tsx';
import { start } from './start.tsx';
import { waysPublic } from './ways.tsx';

export const publicPages: readonly Page[] = [
  start,
  begin,
  returnLost,
  returnLink,
  reckoner,
  rules,
  rulesModel,
  rulesRecord,
  waysPublic,
  printList,
  printForm,
  display,
  help,
  accessibility,
  privacy,
  signIn,
  signOut,
  mailbox,
];
