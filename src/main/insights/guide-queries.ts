/** A query that can be opened, changed and run. */
export interface SavedQuery {
  readonly id: string
  readonly title: string
  readonly what: string
  readonly query: string
}

/**
 * Three questions that every API is asked first, over access logs in the JSON format with `httpMethod`, `resourcePath`, `status`,
 * `latency` and `ip`. Source: guide 000, "Monitoring and Logging". Departure: comments begin with "#", as the language has it.
 */
export const GUIDE_QUERIES: readonly SavedQuery[] = [
  {
    id: 'slow-requests',
    title: 'Slow requests',
    what: 'The twenty slowest of those that took more than a second.',
    query: [
      '# The twenty slowest requests over a second',
      'fields @timestamp, requestId, httpMethod, resourcePath, latency',
      '| filter latency > 1000',
      '| sort latency desc',
      '| limit 20',
    ].join('\n'),
  },
  {
    id: 'errors-by-route',
    title: 'Errors by route',
    what: 'How many requests of each method and resource ended with which error status.',
    query: [
      '# Errors of each route by status',
      'fields httpMethod, resourcePath, status',
      '| filter status >= 400',
      '| stats count() by httpMethod, resourcePath, status',
    ].join('\n'),
  },
  {
    id: 'busiest-callers',
    title: 'Busiest callers',
    what: 'The ten addresses that sent the most requests.',
    query: [
      '# The ten busiest addresses',
      'fields ip',
      '| stats count() as requestCount by ip',
      '| sort requestCount desc',
      '| limit 10',
    ].join('\n'),
  },
]
