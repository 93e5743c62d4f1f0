import { parseInstant } from './instant'
import { isInIpBlock, isIpBlock } from '@shared/ip-address'
import { matchesWildcard } from './wildcard'

/** Whether one value of the request satisfies one value of the policy. */
type Comparison = (value: string, wanted: string) => boolean

/** How an operator compares; a negated one holds when none of the policy's values compares. */
export interface ConditionOperator {
  readonly compares: Comparison
  readonly isNegated: boolean
  /** Operators for text and ARNs know the policy variables of the policy's values. */
  readonly knowsVariables: boolean
  /** Whether a value of the policy can be compared with at all. */
  canRead(wanted: string): boolean
}

const isEqual: Comparison = (value, wanted) => value === wanted
const isEqualInAnyCase: Comparison = (value, wanted) => value.toLowerCase() === wanted.toLowerCase()
const isLike: Comparison = (value, wanted) => matchesWildcard(wanted, value)

function numeric(compare: (value: number, wanted: number) => boolean): Comparison {
  return (value, wanted) => value.trim() !== '' && wanted.trim() !== '' && compare(Number(value), Number(wanted))
}

function dated(compare: (value: number, wanted: number) => boolean): Comparison {
  return (value, wanted) => compare(parseInstant(value), parseInstant(wanted))
}

/** Each of the six parts of an ARN on its own, so that a wildcard never reaches across a colon. */
const isArnLike: Comparison = (value, wanted) => {
  const [parts, patterns] = [arnParts(value), arnParts(wanted)]
  return (
    parts.length === 6 && patterns.length === 6 && patterns.every((pattern, at) => isLike(parts[at] ?? '', pattern))
  )
}

function arnParts(arn: string): string[] {
  const parts = arn.split(':')
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

/** NaN compares with nothing, so a value that is no number or date satisfies no comparison. */
const ORDERS = {
  Equals: (value: number, wanted: number) => value === wanted,
  LessThan: (value: number, wanted: number) => value < wanted,
  LessThanEquals: (value: number, wanted: number) => value <= wanted,
  GreaterThan: (value: number, wanted: number) => value > wanted,
  GreaterThanEquals: (value: number, wanted: number) => value >= wanted,
}

function operators(
  [name, negatedName]: readonly [name: string, negatedName?: string],
  compares: Comparison,
  canRead: (wanted: string) => boolean,
): [string, ConditionOperator][] {
  const knowsVariables = canRead === isAnything
  const operator = { compares, canRead, knowsVariables, isNegated: false }
  return negatedName === undefined
    ? [[name, operator]]
    : [
        [name, operator],
        [negatedName, { ...operator, isNegated: true }],
      ]
}

const isAnything = () => true
const isFlag = (wanted: string) => /^(?:true|false)$/i.test(wanted)
const isNumber = (wanted: string) => wanted.trim() !== '' && Number.isFinite(Number(wanted))
const isInstant = (wanted: string) => !Number.isNaN(parseInstant(wanted))
const isBase64 = (wanted: string) => /^[A-Za-z0-9+/]*={0,2}$/.test(wanted)

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". `Null` is not among them: it asks whether a key is there. */
export const CONDITION_OPERATORS: ReadonlyMap<string, ConditionOperator> = new Map([
  ...operators(['StringEquals', 'StringNotEquals'], isEqual, isAnything),
  ...operators(['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'], isEqualInAnyCase, isAnything),
  ...operators(['StringLike', 'StringNotLike'], isLike, isAnything),
  ...operators(['ArnEquals', 'ArnNotEquals'], isArnLike, isAnything),
  ...operators(['ArnLike', 'ArnNotLike'], isArnLike, isAnything),
  ...operators(['Bool'], isEqualInAnyCase, isFlag),
  ...operators(['BinaryEquals'], isEqual, isBase64),
  ...operators(['IpAddress', 'NotIpAddress'], isInIpBlock, isIpBlock),
  ...operators(['NumericEquals', 'NumericNotEquals'], numeric(ORDERS.Equals), isNumber),
  ...operators(['DateEquals', 'DateNotEquals'], dated(ORDERS.Equals), isInstant),
  ...(['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'] as const).flatMap((order) => [
    ...operators([`Numeric${order}`], numeric(ORDERS[order]), isNumber),
    ...operators([`Date${order}`], dated(ORDERS[order]), isInstant),
  ]),
])
