/** What is wrong with the instant at which a run begins; undefined for an empty text and for a full ISO 8601 instant. */
export function startProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const isFull = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
  return isFull && Number.isFinite(Date.parse(text)) ? undefined : 'An instant such as 2026-01-05T08:00:00Z'
}
