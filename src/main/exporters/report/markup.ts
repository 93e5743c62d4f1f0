import { xmlText } from '../xml-text'

/** Text that is HTML already; only `safeHtml` and `joined` make it. */
export interface Markup {
  readonly markup: string
}

export type MarkupPart = Markup | readonly Markup[] | string | number

/** HTML in which every text that is put in is escaped, for elements and quoted attributes alike: safeHtml`<td>${name}</td>`. */
export function safeHtml(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  const texts = strings.map((text, index) => (index === 0 ? text : `${partText(parts[index - 1]!)}${text}`))
  return { markup: texts.join('') }
}

/** Nothing to show. */
export const NOTHING: Markup = { markup: '' }

function partText(part: MarkupPart): string {
  if (typeof part === 'string') return xmlText(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}
