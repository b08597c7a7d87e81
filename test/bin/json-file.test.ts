/** Broken JSON is told by its line, wherever it breaks. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../bin/commands/json-file.ts';

describe('parseJson', () => {
  test.each([
    ['nothing at all', '', 1, 'the document breaks off here.'],
    ['a list left open', '[1,\n\n2\n\n', 3, 'the document breaks off here.'],
    ['a comma too many', '{\n"a": 1,\n}', 3, '"}" is not expected here.'],
    ['a colon forgotten', '{\n\n"a" 1}', 3, '"1" is not expected here.'],
    ['a word that is none', '{"a":\n tru}', 2, '"}" is not expected here.'],
    ['a line end inside text', '{"a": "x\ny"}', 1, 'the end of the line is not expected here.'],
    ['something after the end', '{"a": 1}\n}', 2, '"}" is not expected here.'],
  ])('%s', (_name, text, line, message) => {
    expect(parseJson(text)).toEqual({ line, message });
  });

  test('a byte order mark is let pass', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ json: { a: 1 } });
  });

  test('a document with one stray character is told by that line', () => {
    const law = fc.property(fc.array(fc.jsonValue({ maxDepth: 1 }), { minLength: 1 }), fc.nat(), (values, where) => {
      const lines = [
        '[',
        ...values.map((value, index) => `${JSON.stringify(value)}${index < values.length - 1 ? ',' : ''}`),
        ']',
      ];
      const at = 1 + (where % values.length);
      const broken = lines.map((line, index) => (index === at ? `?${line}` : line)).join('\n');
      expect(parseJson(broken)).toMatchObject({ line: at + 1 });
    });
    fc.assert(law);
  });
});
