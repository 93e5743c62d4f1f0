import { pointerSegment } from '@shared/diagnostic'
import { inWords, isRecord, quoted, type JsonRecord } from '../json-place'
import { evaluateValue } from './evaluate-value'
import { NO_VALUE, type Evaluation } from './evaluation'
import { holdsFunction } from './template-function'

/** Conditions that lead to each other, one behind the other. */
const DEEPEST = 200

/** The answers of the section `Conditions`, found when they are asked for. */
export interface TemplateConditions {
  readonly isTrue: Evaluation['isTrue']
  /** Answers all, so that every problem is reported. */
  readonly readAll: (evaluation: Evaluation) => void
}

/**
 * `section` has its loops repeated. `evaluationOf` gives what the conditions are evaluated with, which itself asks for conditions.
 * A condition that cannot be answered is false, as is one that depends on itself.
 */
export function templateConditions(section: JsonRecord, evaluationOf: () => Evaluation): TemplateConditions {
  const answers = new Map<string, boolean>()
  const open: string[] = []

  const isTrue = (name: string, source: string): boolean => {
    const known = answers.get(name)
    if (known !== undefined) return known
    const { findings } = evaluationOf()
    if (!Object.hasOwn(section, name)) {
      const message = `The template has no condition ${quoted(name)}; it counts as false. Define it in "Conditions".`
      findings.report('import/reference-unresolved', 'error', source, message)
      return false
    }
    if (open.includes(name) || open.length >= DEEPEST) {
      const path = [...open.slice(Math.max(0, open.indexOf(name))), name].join(' -> ')
      const message = `A condition depends on itself and counts as false: ${path.slice(0, 300)}.`
      findings.report('import/reference-cyclic', 'error', `/Conditions/${pointerSegment(name)}`, message)
      return false
    }
    open.push(name)
    const answer = holds(section[name], `/Conditions/${pointerSegment(name)}`, { ...evaluationOf(), isTrue })
    open.pop()
    answers.set(name, answer)
    return answer
  }

  return {
    isTrue,
    readAll: () => {
      for (const name of Object.keys(section)) isTrue(name, `/Conditions/${pointerSegment(name)}`)
    },
  }
}

/** Whether an expression of conditions holds. */
function holds(expression: unknown, source: string, evaluation: Evaluation): boolean {
  const [name, argument] = isRecord(expression) ? (Object.entries(expression)[0] ?? []) : []
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : []
  const place = `${source}/${pointerSegment(name ?? '')}`
  const each = (): boolean[] => parts.map((part, index) => holds(part, `${place}/${index}`, evaluation))
  if (name === 'Condition' && typeof argument === 'string') return evaluation.isTrue(argument, place)
  if (name === 'Fn::And' && parts.length > 0) return each().every(Boolean)
  if (name === 'Fn::Or' && parts.length > 0) return each().some(Boolean)
  if (name === 'Fn::Not' && parts.length === 1) return !each()[0]
  if (name === 'Fn::Equals' && parts.length === 2) return areEqual(parts, place, evaluation)
  const message = `A condition is ${inWords(expression)} and counts as false. Write Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition.`
  evaluation.findings.report('import/wrong-type', 'error', source, message)
  return false
}

function areEqual(parts: readonly unknown[], place: string, evaluation: Evaluation): boolean {
  const [left, right] = parts.map((part, index) => {
    const source = `${place}/${index}`
    return evaluateValue(part, { source, target: source }, evaluation)
  })
  if (holdsFunction([left, right])) {
    const message =
      'The comparison counts as false: it asks for a resource, and conditions are answered before there are any.'
    evaluation.findings.report('import/reference-unresolved', 'error', place, message)
    return false
  }
  return comparable(left) === comparable(right)
}

function comparable(value: unknown): string {
  if (value === NO_VALUE || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
