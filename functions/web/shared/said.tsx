/** Words of the council's own as they stand on a page: Welsh is marked as Welsh, so that a screen reader says it as Welsh. */
import { fallsBack, type Reader, say, type Text } from '../../../lib/domain/text.ts';
import type { Words } from '../kit/html.ts';

export const said = (text: Text | undefined, reader: Reader): Words => {
  if (text === undefined) return '';
  const words = say(text, reader);
  return reader.language === 'cy' && !fallsBack(text, reader) ? <span lang="cy">{words}</span> : words;
};
