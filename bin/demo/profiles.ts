/** How each made-up person likes to be talked with, and who is around them, where it is not the usual. Used by `life.ts`. */
import type { Profile } from './life.ts';

export const PROFILES: Readonly<Record<string, Profile>> = {
  'P-02-BASHIR': {
    'about.carer': true,
    'about.carer-offer': true,
    'matters.most': 'Chess on Wednesdays, and Shirin getting a night’s sleep.',
  },
  'P-03-CARYS': { 'comm.formats': ['audio'], 'comm.contact-by': 'phone', 'comm.phone': '01632 960 303' },
  'P-05-EDWIN': {
    'about.who-fills-in': 'for-them',
    'about.difficulty': ['understand', 'remember', 'weigh-up'],
    'about.speak-up': 'someone-i-chose',
    'about.carer': true,
    'about.carer-offer': true,
    'matters.most': 'His old post round. He still knows every street by its letterboxes.',
  },
  'P-08-HAMISH': { 'comm.formats': ['easy-read'], 'about.difficulty': ['understand'], 'about.speak-up': 'someone-i-chose' },
  'P-10-JAREK': {
    'about.difficulty': ['remember'],
    'about.speak-up': 'advocate',
    'comm.contact-by': 'text',
    'comm.phone': '07700 900 110',
  },
  'P-15-OSWIN': { 'comm.formats': ['bsl'], 'comm.interpreter': true, 'comm.interpreter-language': 'British Sign Language' },
  'P-18-ROSALIND': { 'about.carer': false, 'matters.most': 'Geoff. And one afternoon a week that is only mine.' },
  'P-21-ULLA': {
    'comm.formats': ['large-print'],
    'comm.contact-by': 'letter',
    'matters.good-day': 'Choir. I know all the words, I only need to get there.',
  },
};
