/** What a text typed or pasted into the address field stands for below the stage: a whole URL is cut down to its path and query. */
export function pathOfInput(text: string, apiId: string, stage: string): string {
  const trimmed = text.trim()
  if (!/^https?:\/\//i.test(trimmed)) return trimmed
  const rest = trimmed.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '')
  for (const base of basesOf(apiId, stage)) {
    if (rest === base) return '/'
    if (rest.startsWith(`${base}/`) || rest.startsWith(`${base}?`)) return rest.slice(base.length)
  }
  return rest === '' ? '/' : rest
}

/** Below which a stage answers here, and on the service. Only `$default` of an HTTP API is not named in the path. */
function basesOf(apiId: string, stage: string): readonly string[] {
  return stage === DEFAULT_STAGE ? [`/${apiId}`] : [`/${apiId}/${stage}`, `/${stage}`]
}

const DEFAULT_STAGE = '$default'

/** The address below which a stage answers. */
export function baseUrl(port: number, apiId: string, stage: string): string {
  return `http://127.0.0.1:${port}${basesOf(apiId, stage)[0]}`
}
