import type { TypeCosts, TypedTraffic } from '@shared/contract/cost'
import type { HttpApiDraft } from '@shared/design/as-http-api/as-http-api'
import type { ConversionNote, Fate } from '@shared/design/as-http-api/conversion-notes'
import { numberText, usdText } from '../exporters/check-text'

const FATES: readonly (readonly [fate: Fate, title: string])[] = [
  ['lost', 'Lost'],
  ['changed', 'Changed'],
  ['carried', 'Carried'],
]

/** What becomes of a REST API as an HTTP API, for a person: in the words of the window's dialog, with every place. */
export function whatIfText(
  name: string,
  { notes }: HttpApiDraft,
  { requestsPerMonth, responseBytes, cacheGb }: TypedTraffic,
  { REST, HTTP }: TypeCosts,
): string {
  const cache = cacheGb === null ? '' : `, with the cache of ${cacheGb} GB that the REST API has`
  return [
    `${name} as an HTTP API`,
    `${usdText(REST.total)} a month as a REST API, ${usdText(HTTP.total)} as an HTTP API`,
    `for ${numberText(requestsPerMonth)} requests with answers of ${numberText(responseBytes / 1024, 1)} KB${cache}.`,
    ...FATES.flatMap(([fate, title]) =>
      notesText(
        title,
        notes.filter((note) => note.fate === fate),
      ),
    ),
  ].join('\n')
}

function notesText(title: string, notes: readonly ConversionNote[]): string[] {
  if (notes.length === 0) return []
  return [
    '',
    `${title}, ${notes.length}`,
    ...notes.flatMap(({ part, text, places }) => [
      `  ${part}: ${text}`,
      ...(places.length === 0 ? [] : [`    ${places.join(', ')}`]),
    ]),
  ]
}
