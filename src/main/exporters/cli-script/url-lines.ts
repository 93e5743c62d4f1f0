import { stageName, type ScriptContext } from './script-context'
import { shellWord, type ShellText } from './shell-text'

/** The script ends with where the APIs answer. */
export function urlLines(context: ScriptContext): void {
  const { apis, design, parts, region } = context
  const lines = design.apis.flatMap((api) => {
    const names = apis.get(api.id)
    if (names === undefined) return []
    return Object.keys(api.stages).map((name) => {
      const scheme = api.protocolType === 'WEBSOCKET' ? 'wss' : 'https'
      const host: ShellText = [`${scheme}://`, names.id, '.execute-api.', region, '.amazonaws.com/']
      const stage = api.protocolType === 'HTTP' && name === '$default' ? [] : stageName(context, api.id, name)
      return `echo ${shellWord([`${api.name}, ${name}: `, ...host, ...stage])}`
    })
  })
  if (lines.length === 0) return
  parts.heading('Where they answer')
  for (const line of lines) parts.line(line)
}
