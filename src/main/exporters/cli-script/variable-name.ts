import { idFrom } from '@shared/design/id-from'

const LONGEST = 100

/** "OrderAPI" -> "ORDER_API", "/orders/{id}" -> "ORDERS_ID": the words of a text as part of the name of a shell variable. */
export function variableWords(...texts: readonly string[]): string {
  const words = texts.flatMap((text) => wordsOf(text))
  const name = words.join('_').toUpperCase()
  const whole = name.length > LONGEST ? `${name.slice(0, LONGEST)}_${idFrom(texts.join(' '), 6).toUpperCase()}` : name
  return /^[A-Z]/.test(whole) ? whole : `N${whole}`
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').match(/[A-Za-z0-9]+/g) ?? []
}
