/** What templates are made of, and what only looks like it. */
const PIECES = [
  '$',
  '#',
  '\\',
  '!',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '"',
  "'",
  ' ',
  '\n',
  '\r\n',
  '\t',
  '.',
  '..',
  ',',
  ':',
  '=',
  '==',
  '<',
  '&&',
  '||',
  '+',
  '-',
  '*',
  '/',
  '%',
  '$a',
  '$a.b',
  '${a.b}',
  '$!none',
  '$none.x',
  '$a.b[0]',
  "$a['b']",
  '.size()',
  '.get(',
  '.length()',
  '.put("k", $a)',
  '#set(',
  '#set($a = ',
  '#set($x = "$a")',
  '#if(',
  '#if($a)',
  '#else',
  '#elseif($x)',
  '#end',
  '#foreach($i in ',
  '#foreach($i in $a.b)',
  '#foreach($i in [1..9])',
  '#macro(m $p)',
  '#m($a)',
  '#@m()',
  '#define($d)',
  '$d',
  '#evaluate("$a")',
  '#literal()',
  '#break',
  '#stop',
  '#parse("x")',
  '##',
  '## note\n',
  '#*',
  '*#',
  '#[[',
  ']]#',
  '$foreach.index',
  '$foreach.hasNext',
  'true',
  'false',
  'null',
  'in',
  '0',
  '-1',
  '2.5',
  '1e9',
  '99999999999999999999',
  'text',
  'é',
  '\u2028',
  '😀',
  '$input.path("$")',
  "$input.json('$.a')",
  "$input.path('$..b[?(@ > 1)]')",
  "$input.params('p')",
  '$input.body',
  '$util.escapeJavaScript($a)',
  '$util.parseJson($input.body)',
  '$util.base64Decode("x")',
  '$util.urlEncode("a b")',
  '$context.requestOverride.header',
  '$stageVariables.v',
  "'%d%s'",
  '.replaceAll("(a+)+$", "$1")',
  '.split(",")',
  '.substring(1)',
  '.matches(".*")',
  '.format("%1$s", $a)',
  '.class',
  '.entrySet()',
  '.iterator()',
  '.subList(0, 1)',
  '.add($a)',
  '.remove(0)',
]

/** `count` templates: pieces in a row, and such rows with characters taken out, doubled or swapped. The same seed gives the same ones. */
export function randomTemplates(seed: number, count: number): string[] {
  const next = generator(seed)
  const pick = (): string => PIECES[Math.floor(next() * PIECES.length)]!
  return Array.from({ length: count }, () => {
    const row = Array.from({ length: 1 + Math.floor(next() * 14) }, pick).join('')
    return next() < 0.5 ? row : mutated(row, next, pick)
  })
}

function mutated(text: string, next: () => number, pick: () => string): string {
  const at = Math.floor(next() * (text.length + 1))
  const kind = next()
  if (kind < 0.3) return text.slice(0, at) + text.slice(at + 1)
  if (kind < 0.6) return text.slice(0, at) + pick() + text.slice(at)
  if (kind < 0.8) return text.slice(0, at) + text.slice(Math.max(0, at - 8))
  return text.slice(at) + text.slice(0, at)
}

/** Numbers from 0 to 1, by a linear congruence. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
