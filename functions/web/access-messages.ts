/**
 * The words of the messages that carry a link or a code: short, plain, and with nothing about anybody's life, since other people may
 * read them too. Where they go and when is `access.ts`.
 */
import { CODE_MINUTES, LINK_DAYS, type Link } from '../../lib/app/access.ts';
import type { Message } from '../../lib/app/ports.ts';
import type { Council } from '../../lib/domain/council.ts';

const LONGEST_LINE = 200;

/**
 * Words that came from somebody else, as one line that no mail program makes a link of: a name can be anything.
 * @example inOneLine('Ada\nhttps://evil.example/x') // 'Ada evil example/x'
 */
export const inOneLine = (words: string): string =>
  words
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\b[a-z][a-z+]*:\/+/gi, '')
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}\p{N}-]{2,})/gu, ' ')
    .trim()
    .slice(0, LONGEST_LINE);

const message = (link: Link, subject: string, lines: readonly (string | undefined)[], kind: string): Message => ({
  to: link.contact,
  subject,
  body: lines.filter((line) => line !== undefined && line !== '').join('\n\n'),
  about: { caseId: link.caseId, kind },
});

const notYou = ({ contact }: Council): string =>
  `If this was not you, do not use it and do not pass it on. You can call us on ${contact.phone}.`;

/** Carries the link, absolute. `about` says what it is for, in one sentence. */
export const linkMessage = (link: Link, url: string, council: Council, about?: string): Message => {
  const invited = link.kind === 'invitation';
  const lines = [
    about === undefined ? undefined : inOneLine(about),
    invited ? 'Open this link to help:' : 'Open this link to go on from where you stopped:',
    url,
    `It works for ${LINK_DAYS} days. When you open it, we send you a code of six numbers.`,
    invited ? undefined : `Your reference is ${link.caseId}.`,
    notYou(council),
    council.name,
  ];
  return message(link, invited ? 'Somebody asks for your help' : 'Your link to come back', lines, link.kind);
};

/** Carries the code and nothing to click on. */
export const codeMessage = (link: Link, code: string, council: Council): Message => {
  const lines = [
    `Your code is ${code}.`,
    `It works once, and for ${CODE_MINUTES} minutes. We never ask you to tell it to anyone.`,
    notYou(council),
    council.name,
  ];
  return message(link, 'Your code', lines, 'code');
};
