import type { Random } from './random'

/** Whatever a reader of YAML may take for something else than text, or lose. */
const WORDS = [
  'a',
  'orders',
  '/items/{id}',
  'POST /orders',
  'method.request.header.X',
  '$default',
  '*/*',
  'application/json',
]
const SPACES = [
  '',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '\r',
  '#',
  '# c',
  ' #',
  ': ',
  ':',
  '-',
  '- ',
  '--- ',
  '...',
  '?',
  '? ',
]
const VALUES = [
  'no',
  'Yes',
  'null',
  '~',
  'true',
  '1',
  '1.0',
  '0x1F',
  '0o7',
  '1e5',
  '1_000',
  '2020-01-01',
  '12:30:00',
  '.inf',
]
const MARKS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '\\',
  '&a',
  '*a',
  '!t',
  '|',
  '>',
  '%',
  '@',
  '`',
  '<<',
  '=',
  '.5',
  '+1',
]
const OTHERS = ['é', '😀', '\u202e', '\u0000', '\u0085', '\u2028', '\ud800', '\ufeff']
const BLOCKS = ['  a\n b\n', '#set($x = 1)\n{\n  "id": $x\n}\n']
const PIECES = [...WORDS, ...SPACES, ...VALUES, ...MARKS, ...OTHERS, ...BLOCKS]

/** A text made to be misread. */
export function nastyText(random: Random): string {
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(PIECES)).join('')
}
