import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Behaviour } from './websocket-case'

/** Handlers that play the functions of a vector, and write down what they were called with. */
export function writeFunctions(folder: string, functions: ReadonlyMap<string, Behaviour>): void {
  for (const [name, behaviour] of functions) writeFileSync(join(folder, `${name}.mjs`), source(folder, name, behaviour))
}

/** The events that a function got, in their order. */
export function eventsOf(folder: string, name: string): unknown[] {
  const file = join(folder, `${name}.events`)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as unknown)
}

function source(folder: string, name: string, behaviour: Behaviour): string {
  const file = JSON.stringify(join(folder, `${name}.events`))
  return `import { appendFileSync, readFileSync } from 'node:fs'
export async function handler(event) {
  appendFileSync(${file}, JSON.stringify(event) + '\\n')
  const calls = readFileSync(${file}, 'utf8').split('\\n').length - 1
  ${body(behaviour)}
}
`
}

function body(behaviour: Behaviour): string {
  switch (behaviour.kind) {
    case 'returns':
      return `const results = ${JSON.stringify(behaviour.results)}
  return results[Math.min(calls, results.length) - 1]`
    case 'throws':
      return `throw new Error(${JSON.stringify(behaviour.message)})`
    case 'hangs':
      return 'await new Promise(() => setInterval(() => undefined, 1000))'
  }
}
