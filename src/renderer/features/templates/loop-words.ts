import type { TemplateLoop, TemplateStep } from '@shared/contract/template'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** 2 -> "second", 11 -> "11th". */
export function ordinal(count: number): string {
  const word = ORDINALS[count - 1]
  if (word !== undefined) return word
  const isTeen = count % 100 > 10 && count % 100 < 14
  const ending = isTeen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10]
  return `${count}${ending ?? 'th'}`
}

/** "second turn of $item"; of loops inside each other the innermost first. "" outside of loops. */
export function loopWords(loops: readonly TemplateLoop[]): string {
  return loops
    .toReversed()
    .map(({ name, round }) => `${ordinal(round)} turn of ${name.startsWith('$') ? name : `$${name}`}`)
    .join(', ')
}

/** Where stepping stands: "line 14, second turn of $item". */
export function placeWords({ source, loops }: TemplateStep): string {
  const place = source.line === 0 ? 'inside of #evaluate' : `line ${source.line}`
  return [place, loopWords(loops)].filter((part) => part !== '').join(', ')
}
