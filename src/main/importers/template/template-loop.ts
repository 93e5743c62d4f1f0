import { isRecord } from '../json-place'
import { NO_VALUE, type Evaluation, type Spot } from './evaluation'
import { scalarText } from './template-function'
import { isExhausted, mayMakeText } from './work-limit'

type Evaluate = (value: unknown, spot: Spot, evaluation: Evaluation) => unknown

/** One round of a loop: its body with what the identifier stands at. */
export interface LoopRound {
  readonly body: unknown
  readonly evaluation: Evaluation
}

/**
 * The rounds of "Fn::ForEach::Name": [identifier, collection, body]. Source: CloudFormation User Guide, "AWS::LanguageExtensions"; the
 * template need not name the transform.
 */
export function loopOf(
  name: string,
  argument: unknown,
  place: Spot,
  evaluation: Evaluation,
  evaluate: Evaluate,
): LoopRound[] {
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : []
  const [identifier, written, body] = parts
  const collection = evaluate(written, { source: `${place.source}/1`, target: `${place.target}/1` }, evaluation)
  const items = itemsOf(collection)
  if (parts.length !== 3 || typeof identifier !== 'string' || !items || !isRecord(body)) {
    if (isExhausted(evaluation.limit)) return []
    const message = `The loop ${name} is left out: it needs an identifier, a list of texts known before the deployment, and an object to repeat.`
    evaluation.findings.report('import/wrong-type', 'error', place.source, message)
    return []
  }
  return items.map((item) => ({
    body,
    evaluation: { ...evaluation, loops: new Map([...evaluation.loops, [identifier, item]]) },
  }))
}

function itemsOf(collection: unknown): string[] | null {
  if (collection === NO_VALUE || !Array.isArray(collection)) return null
  const items = collection.map((item) => scalarText(item))
  return items.every((item) => item !== undefined) ? items : null
}

/** A text with `${Identifier}` and `&{Identifier}` of the loops around it replaced; the latter keeps only letters and digits. */
export function withLoopNames(text: string, { loops, limit }: Evaluation): string {
  if (loops.size === 0 || !/[$&]\{/.test(text)) return text
  const made = text.replaceAll(/([$&])\{([^}!]+)\}/g, (whole, sign: string, name: string) => {
    const item = loops.get(name)
    if (item === undefined || !mayMakeText(limit, item.length)) return whole
    return sign === '&' ? item.replaceAll(/[^A-Za-z0-9]/g, '') : item
  })
  return made
}
