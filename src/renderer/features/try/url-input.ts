/** What a text typed or pasted into the address field stands for below the stage: a whole URL is cut down to its path and query. */
export function pathOfInput(text: string, apiId: string, stage: string): string {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed)) return trimmed
  const rest = trimmed.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '')
  for (const base of [`/${apiId}/${stage}`, `/${stage}`]) {
    if (rest === base) return '/'
    if (rest.startsWith(`${base}/`) || rest.startsWith(`${base}?`)) return rest.slice(base.length)
  }
  return rest === '' ? '/' : rest
}

/** The address below which a stage answers. */
export function baseUrl(port: number, apiId: string, stage: string): string {
  return `http://127.0.0.1:${port}/${apiId}/${stage}`
}
