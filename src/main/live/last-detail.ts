import type { Trace } from '@shared/trace'

/** A trace whose last entry says in words what went wrong. */
export function withLastDetail(trace: Trace, name: 'problem' | 'reason', text: string | null): Trace {
  const last = trace.at(-1)
  if (text === null || last === undefined) return trace
  return [...trace.slice(0, -1), { ...last, details: { ...last.details, [name]: text } }]
}
