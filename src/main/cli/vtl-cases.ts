import { inputLines } from './input-lines'
import { DONE, INTERRUPTED, WRONG_USAGE, type CommandIo } from './command'
import { isMap, templateEventOf } from './template-event-of'
import { refused, type VtlAnswer, type VtlEngine } from './vtl-engine'

/** UTF-16 units of one line. */
const LONGEST_LINE = 64 * 1024 * 1024

/** Answers each case on standard input with one line, in order and at once. A line that is no case is answered like a failed one. */
export async function answerCases(io: CommandIo, engine: VtlEngine): Promise<number> {
  if (!io.input) {
    io.err('--jsonl reads cases from standard input, and there is none.')
    return WRONG_USAGE
  }
  for await (const line of inputLines(io.input, io.signal, LONGEST_LINE)) {
    if (line === null || line.trim() !== '') io.out(JSON.stringify(answerLine(line, engine)))
  }
  return io.signal.aborted ? INTERRUPTED : DONE
}

/** The case's id, when it has one, is the answer's first member. */
function answerLine(line: string | null, engine: VtlEngine): object {
  if (line === null) return refused(`The line has more than ${LONGEST_LINE} characters.`)
  const parsed = parsedLine(line)
  if ('problem' in parsed) return refused(`The line is no case: ${parsed.problem}.`)
  const { id, template } = parsed.value
  return { ...(id !== undefined && { id }), ...answerCase(template, parsed.value, engine) }
}

function answerCase(template: unknown, value: Readonly<Record<string, unknown>>, engine: VtlEngine): VtlAnswer {
  if (typeof template !== 'string') return refused('The line is no case: template must be text.')
  const read = templateEventOf(value)
  return 'problem' in read ? refused(`The line is no case: ${read.problem}.`) : engine(template, read.event)
}

function parsedLine(line: string): { value: Readonly<Record<string, unknown>> } | { problem: string } {
  try {
    const value: unknown = JSON.parse(line)
    return isMap(value) ? { value } : { problem: 'it is no JSON object' }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}
