import type { ApiChange } from '@shared/design/compare/design-comparison'

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

/** Changes as lines, grouped by API and subject: "~ integration.timeoutInMillis  5000 -> 3000". */
export function diffText(changes: readonly ApiChange[]): string {
  if (changes.length === 0) return 'No difference.'
  const lines = groups(changes, ({ api }) => api).flatMap(([api, ofApi]) => [
    api === '' ? 'Project' : api,
    ...groups(ofApi, ({ subject }) => subject).flatMap(([subject, ofSubject]) => subjectLines(subject, ofSubject)),
    '',
  ])
  return [...lines, summary(changes)].join('\n')
}

function subjectLines(subject: string, changes: readonly ApiChange[]): string[] {
  const [first] = changes
  if (first && first.setting === '') return [`  ${SIGNS[first.kind]} ${subject}${inBrackets(first)}`]
  return [
    `    ${subject}`,
    ...changes.map((change) => `      ${SIGNS[change.kind]} ${change.setting}  ${valuesOf(change)}`),
  ]
}

function inBrackets({ before, after }: ApiChange): string {
  const text = after ?? before
  return text === undefined ? '' : ` (${shortened(text)})`
}

function valuesOf({ before, after }: ApiChange): string {
  if (before === undefined || after === undefined) return shortened(after ?? before ?? '')
  const start = Math.max(0, commonStart(before, after) - CONTEXT)
  if (isShort(before) && isShort(after)) return `${before} -> ${after}`
  return `${shortened(before, start)} -> ${shortened(after, start)}`
}

const LONGEST = 100
/** Characters shown before the first that differs. */
const CONTEXT = 20

function isShort(text: string): boolean {
  return text.length <= LONGEST && !/[\n\r]/.test(text)
}

/** In one line, from `start` on, cut off where it is too long. */
function shortened(text: string, start = 0): string {
  const line = text.slice(start).replaceAll(/\r?\n/g, '\\n')
  const shown = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
  return start === 0 ? shown : `…${shown}`
}

function commonStart(one: string, other: string): number {
  let end = 0
  while (end < one.length && one[end] === other[end]) end += 1
  return end
}

function groups(changes: readonly ApiChange[], keyOf: (change: ApiChange) => string): [string, readonly ApiChange[]][] {
  const found = new Map<string, ApiChange[]>()
  for (const change of changes) {
    const key = keyOf(change)
    const group = found.get(key)
    if (group) group.push(change)
    else found.set(key, [change])
  }
  return [...found]
}

function summary(changes: readonly ApiChange[]): string {
  const kinds = ['added', 'removed', 'changed'] as const
  const counts = kinds.map((kind) => [changes.filter((change) => change.kind === kind).length, kind] as const)
  return `${counts
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ')}.`
}
