import type { PolicyStatement } from '@shared/design/policy-document'
import { keyValues, type ConditionKeys } from './condition-keys'
import { CONDITION_OPERATORS, type ConditionOperator } from './condition-operators'
import { fillVariables } from './policy-variables'

/** `UNKNOWN`: there is an operator or a value that IAM does not know, so the statement must not widen access. */
export type ConditionVerdict = 'MET' | 'NOT_MET' | 'UNKNOWN'

interface OperatorUse {
  readonly name: string
  readonly quantifier: 'ForAnyValue' | 'ForAllValues' | null
  readonly isIfExists: boolean
}

/**
 * Whether every condition of a statement holds: all operators, all keys of each, one of the values of each key.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition", "Set operators", "IfExists", "Null".
 */
export function evaluateCondition(
  condition: PolicyStatement['Condition'],
  keys: ConditionKeys,
  hasVariables: boolean,
): ConditionVerdict {
  if (condition === undefined) return 'MET'
  if (!isMap(condition)) return 'UNKNOWN'
  const verdicts = Object.entries(condition).flatMap(([operator, wantedByKey]) => {
    if (!isMap(wantedByKey)) return ['UNKNOWN' as const]
    const use = parseOperator(operator)
    return Object.entries(wantedByKey).map(([key, wanted]) =>
      evaluateKey(use, keyValues(keys, key), wantedValues(wanted), hasVariables ? keys : null),
    )
  })
  if (verdicts.includes('NOT_MET')) return 'NOT_MET'
  return verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'MET'
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** "ForAnyValue:StringLikeIfExists" -> its parts. */
function parseOperator(text: string): OperatorUse {
  const [, quantifier, name = '', ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(text) ?? []
  return {
    name,
    quantifier: quantifier === 'ForAnyValue' || quantifier === 'ForAllValues' ? quantifier : null,
    isIfExists: ifExists !== undefined,
  }
}

/** Null when there is no value, or one that is neither text, number nor flag. */
function wantedValues(wanted: unknown): readonly string[] | null {
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  const isPlain = values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
  return isPlain && values.length > 0 ? values.map(String) : null
}

function evaluateKey(
  use: OperatorUse,
  values: readonly string[] | undefined,
  wanted: readonly string[] | null,
  variables: ConditionKeys | null,
): ConditionVerdict {
  if (wanted === null) return 'UNKNOWN'
  if (use.name === 'Null' && !use.isIfExists) return evaluateNull(values, wanted)
  const operator = CONDITION_OPERATORS.get(use.name)
  if (operator === undefined || !wanted.every(operator.canRead)) return 'UNKNOWN'
  if (values === undefined || values.length === 0) return verdict(holdsWithoutValue(use, operator))
  const filled = operator.knowsVariables && variables !== null ? fillAll(wanted, variables) : wanted
  // A variable without a value is equal to nothing; that alone must not make "not equal" hold.
  if (operator.isNegated && filled.length < wanted.length) return 'UNKNOWN'
  return verdict(holds(use, operator, values, filled))
}

function verdict(isMet: boolean): ConditionVerdict {
  return isMet ? 'MET' : 'NOT_MET'
}

/** `true` asks that the key is not there, `false` that it is. */
function evaluateNull(values: readonly string[] | undefined, wanted: readonly string[]): ConditionVerdict {
  const isAbsent = values === undefined || values.length === 0
  if (!wanted.every((value) => /^(?:true|false)$/i.test(value))) return 'UNKNOWN'
  return verdict(wanted.some((value) => (value.toLowerCase() === 'true') === isAbsent))
}

/** A key that the request does not have: only what forbids a value, or does not insist on one, holds. */
function holdsWithoutValue({ quantifier, isIfExists }: OperatorUse, operator: ConditionOperator): boolean {
  if (isIfExists || quantifier === 'ForAllValues') return true
  return operator.isNegated && quantifier === null
}

function fillAll(wanted: readonly string[], variables: ConditionKeys): readonly string[] {
  return wanted.map((value) => fillVariables(value, variables)).filter((value) => value !== null)
}

/** Without a set operator a key of several values counts as one of them matching; negated, as none of them matching. */
function holds(
  { quantifier }: OperatorUse,
  { compares, isNegated }: ConditionOperator,
  values: readonly string[],
  wanted: readonly string[],
): boolean {
  const matches = (value: string) => wanted.some((one) => compares(value, one)) !== isNegated
  const needsEvery = quantifier === 'ForAllValues' || (quantifier === null && isNegated)
  return needsEvery ? values.every(matches) : values.some(matches)
}
