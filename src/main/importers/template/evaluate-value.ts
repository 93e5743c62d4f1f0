import { pointerSegment } from '@shared/diagnostic'
import { inWords, isRecord, type JsonRecord } from '../json-place'
import { computeFunction, isComputed } from './compute-function'
import { NO_VALUE, type Evaluation, type ParameterValue, type Spot } from './evaluation'
import { findInMap } from './find-in-map'
import { includedValue } from './included-value'
import { loopOf, withLoopNames } from './template-loop'
import { pseudoParameter } from './stack'
import { substituteNames } from './substitute-names'
import { attributeOf, scalarText, substitutionOf, templateFunction } from './template-function'
import { isExhausted, mayMakeValue } from './work-limit'

/**
 * A value with all functions answered that need no resource; the others stand in their long form. `NO_VALUE` when the value is not to
 * be there.
 */
export function evaluateValue(value: unknown, spot: Spot, evaluation: Evaluation): unknown {
  if (!mayMakeValue(evaluation.limit) || isExhausted(evaluation.limit)) return reportExhausted(spot, evaluation)
  if (typeof value === 'string') return withLoopNames(value, evaluation)
  if (Array.isArray(value)) return evaluateList(value, spot, evaluation)
  if (!isRecord(value)) return value
  const called = templateFunction(value)
  if (called) return evaluateFunction(called.name, called.argument, spot, evaluation)
  return evaluateMembers(value, spot, evaluation)
}

/** One member or item below a spot. */
export function below(spot: Spot, name: string | number): Spot {
  const segment = typeof name === 'number' ? String(name) : pointerSegment(name)
  return { source: `${spot.source}/${segment}`, target: `${spot.target}/${segment}` }
}

function reportExhausted(spot: Spot, { findings }: Evaluation): symbol {
  const message =
    'The template makes more values or longer texts than are read, and what is left of it is left out. Shorten its loops.'
  findings.report('import/over-quota', 'error', spot.source.startsWith('/Resources') ? '/Resources' : '', message)
  return NO_VALUE
}

function evaluateList(list: readonly unknown[], spot: Spot, evaluation: Evaluation): unknown[] {
  const kept: unknown[] = []
  list.forEach((item, index) => {
    const target = `${spot.target}/${kept.length}`
    const source = `${spot.source}/${index}`
    const value = evaluateValue(item, { source, target }, evaluation)
    if (value === NO_VALUE) return
    if (kept.length !== index) evaluation.pointers.moved(target, source)
    kept.push(value)
  })
  return kept
}

/** An object: its loops are repeated, and files it includes add their members. */
export function evaluateMembers(record: JsonRecord, spot: Spot, evaluation: Evaluation): JsonRecord {
  const members = new Map<string, unknown>()
  for (const [written, member] of Object.entries(record)) {
    const place = below(spot, written)
    if (written.startsWith('Fn::ForEach')) {
      for (const made of loopOf(written, member, place, evaluation, evaluateValue)) {
        for (const [name, value] of Object.entries(evaluateLoop(made, spot, place, evaluation)))
          members.set(name, value)
      }
    } else if (written === 'Fn::Transform') {
      const included = evaluateTransform(member, spot, evaluation)
      if (isRecord(included)) for (const [name, value] of Object.entries(included)) members.set(name, value)
    } else {
      const name = withLoopNames(written, evaluation)
      const value = evaluateValue(member, name === written ? place : movedTo(spot, name, place, evaluation), evaluation)
      if (value !== NO_VALUE && name !== '__proto__') members.set(name, value)
    }
  }
  return Object.fromEntries(members)
}

function movedTo(spot: Spot, name: string, place: Spot, { pointers }: Evaluation): Spot {
  const { target } = below(spot, name)
  pointers.moved(target, place.source)
  return { source: place.source, target }
}

/** One round of a loop: what its body makes stands among the members around it. */
function evaluateLoop(
  round: { readonly body: unknown; readonly evaluation: Evaluation },
  spot: Spot,
  place: Spot,
  { findings, pointers }: Evaluation,
): JsonRecord {
  if (!isRecord(round.body)) {
    const message = `The loop repeats ${inWords(round.body)}. It must be an object, whose names hold the loop's identifier.`
    findings.report('import/wrong-type', 'error', place.source, message)
    return {}
  }
  const source = `${place.source}/2`
  for (const written of Object.keys(round.body)) {
    const name = withLoopNames(written, round.evaluation)
    pointers.moved(below(spot, name).target, `${source}/${pointerSegment(written)}`)
  }
  return evaluateMembers(round.body, { source, target: spot.target }, round.evaluation)
}

function evaluateTransform(argument: unknown, spot: Spot, evaluation: Evaluation): unknown {
  const place = below(spot, 'Fn::Transform')
  const macro = evaluateValue(argument, place, evaluation)
  const included = includedValue(macro, place.source, evaluation)
  if (included === NO_VALUE) return NO_VALUE
  evaluation.pointers.madeAt(spot.target, place.source)
  return evaluateValue(
    included,
    { source: spot.source, target: spot.target },
    {
      ...evaluation,
      includes: evaluation.includes + 1,
    },
  )
}

function evaluateFunction(name: string, argument: unknown, spot: Spot, evaluation: Evaluation): unknown {
  if (name === 'Ref') return evaluateRef(String(argument), evaluation)
  if (name === 'Fn::If') return evaluateIf(argument, spot, evaluation)
  if (name === 'Fn::Transform') return evaluateTransform(argument, spot, evaluation)
  const evaluated = evaluateValue(argument, below(spot, name), evaluation)
  if (evaluated === NO_VALUE) return NO_VALUE
  if (name === 'Fn::GetAtt') return { [name]: attributeParts(evaluated) }
  if (name === 'Fn::Sub') return evaluateSub(evaluated, spot, evaluation)
  if (name === 'Fn::FindInMap') return findInMap(evaluated, spot, evaluation)
  if (!isComputed(name)) return { [name]: evaluated }
  const computed = computeFunction(name, evaluated, { region: evaluation.stack.region, limit: evaluation.limit })
  if (!computed) return { [name]: evaluated }
  if ('value' in computed) return computed.value
  return reportNeeds(name, computed.problem, spot, evaluation)
}

function reportNeeds(name: string, needs: string, spot: Spot, { findings }: Evaluation): symbol {
  findings.report('import/wrong-type', 'error', spot.source, `${name} is left out: it needs ${needs}.`)
  return NO_VALUE
}

function evaluateRef(written: string, evaluation: Evaluation): unknown {
  const name = withLoopNames(written, evaluation)
  if (name === 'AWS::NoValue') return NO_VALUE
  return evaluation.loops.get(name) ?? valueNamed(name, evaluation) ?? { Ref: name }
}

function valueNamed(name: string, { stack, parameters, used }: Evaluation): ParameterValue | undefined {
  used?.add(name)
  return parameters.get(name) ?? pseudoParameter(stack, name)
}

/** "Name.Attribute" becomes a list of the two. */
function attributeParts(argument: unknown): unknown {
  const parts = attributeOf(argument)
  return parts ? [parts.logicalId, parts.attribute] : argument
}

function evaluateIf(argument: unknown, spot: Spot, evaluation: Evaluation): unknown {
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string') {
    return reportNeeds('Fn::If', 'the name of a condition and two values', spot, evaluation)
  }
  const place = below(spot, 'Fn::If')
  const index = evaluation.isTrue(withLoopNames(argument[0], evaluation), place.source) ? 1 : 2
  const source = `${place.source}/${index}`
  evaluation.pointers.moved(spot.target, source)
  return evaluateValue(argument[index], { source, target: spot.target }, evaluation)
}

function evaluateSub(argument: unknown, spot: Spot, evaluation: Evaluation): unknown {
  const substitution = substitutionOf(argument)
  if (!substitution) return reportNeeds('Fn::Sub', 'a text, or a text and an object of its names', spot, evaluation)
  const { values } = substitution
  const open = new Map<string, unknown>()
  const valueOf = (name: string): string | undefined => {
    if (Object.hasOwn(values, name)) {
      const text = scalarText(values[name])
      if (text === undefined) open.set(name, values[name])
      return text
    }
    const value = evaluation.loops.get(name) ?? valueNamed(name, evaluation)
    return Array.isArray(value) ? value.join(',') : scalarText(value)
  }
  const made = substituteNames(substitution.text, valueOf, evaluation.limit)
  if (!made) return reportNeeds('Fn::Sub', 'shorter texts: this one would be too long to be read', spot, evaluation)
  if (made.isWhole) return made.text
  return { 'Fn::Sub': open.size === 0 ? made.text : [made.text, Object.fromEntries(open)] }
}
