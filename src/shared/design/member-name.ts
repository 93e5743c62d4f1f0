/** ["integration", "integrationResponses", 0] -> "integration.integrationResponses[0]"; names that are no words in brackets. */
export function memberName(path: readonly (string | number)[]): string {
  const segments = path.map((segment) => {
    if (typeof segment === 'number') return `[${segment}]`
    return /^\w+$/.test(segment) ? `.${segment}` : `["${segment}"]`
  })
  return segments.join('').replace(/^\./, '')
}
